set encoding utf8
set terminal svg noenhanced size 640,400 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-k-means.svg'
set title 'BiLSTM-Transformer, Figure 2 on the simulated log divided at random' noenhanced
set xlabel 'k' noenhanced
set ylabel 'DB' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set xtics 1
set key rmargin center vertical reverse Left noenhanced
set xrange [1.5:10.5]
$data_0 << END
2 1.3900497511776209
3 1.3355969418288878
4 1.9043272386227852
5 1.7050739545666964
6 2.074826717332933
7 2.060305189702754
8 2.0204028065745225
9 1.996446316985869
10 1.9247424444594656
END
plot $data_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'seed 1' noenhanced
unset output
