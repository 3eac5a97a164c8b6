set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2 on the simulated log divided at random: figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.08897802833561348 0
10 0.11279957493396471 0
15 0.11097689747331137 0
20 0.1132232656699933 0
25 0.10971128523967294 0
30 0.10213564543724662 0
END
$data_0_1 << END
5 0.260498295134518 0
10 0.2350762237463802 0
15 0.21544981970693183 0
20 0.18830054737232937 0
25 0.1676507124036091 0
30 0.15163840510158208 0
END
$data_0_2 << END
5 0.16024995816017484 0
10 0.17206457780537138 0
15 0.15152197984874913 0
20 0.13144289182583707 0
25 0.12035831602690746 0
30 0.10838446660327831 0
END
set yrange [0:*]
$data_0_bound << END
5 0.6964841251799453 0
10 0.5154511121290491 0
15 0.392768181875733 0
20 0.3154892168919005 0
25 0.2635017634489279 0
30 0.22633865911261805 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
