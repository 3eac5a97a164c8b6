set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'epochs.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2 on the simulated log divided at random: epochs' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.010807829805304143 0
1 0.11279957493396471 0
END
$data_0_5 << END
0 0.09185786467438745 0
1 0.09542929324581602 0
END
set ylabel 'F1@10' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, 0.2350762237463802 with lines dashtype 2 linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, 0.17206457780537138 with lines dashtype 2 linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, 0.3132273918936785 with lines dashtype 2 linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, 0.1709266413885935 with lines dashtype 2 linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, 0.12187228625573908 with lines dashtype 2 linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
unset multiplot
unset output
