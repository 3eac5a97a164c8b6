set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'epochs.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log): epochs' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.010459964871729578 0
1 0.07136066484659638 0
END
$data_0_3 << END
0 0.010756179614311101 0
1 0.07750451795821492 0
END
$data_0_4 << END
0 0.004190102957403995 0
1 0.050465779743233755 0
END
$data_0_7 << END
0 0.039686313302230256 0
1 0.043975528988504764 0
END
set ylabel 'F1@10' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, 0.1304041689456459 with lines dashtype 2 linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, 0.1049234723622358 with lines dashtype 2 linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Items alone' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Gates of equation 5' noenhanced, 0.12586985522015573 with lines dashtype 2 linewidth 2 linecolor rgb '#56b4e9' title 'Item-kNN' noenhanced, 0.08678775859503414 with lines dashtype 2 linewidth 2 linecolor rgb '#000000' title 'Markov chain' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'SASRec' noenhanced, 0.09100400973750546 with lines dashtype 2 linewidth 1 linecolor rgb '#0072b2' title 'ItemPop' noenhanced
unset multiplot
unset output
