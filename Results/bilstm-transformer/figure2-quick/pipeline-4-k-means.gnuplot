set encoding utf8
set terminal svg noenhanced size 640,400 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-k-means.svg'
set title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log)' noenhanced
set xlabel 'k' noenhanced
set ylabel 'DB' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set xtics 1
set key rmargin center vertical reverse Left noenhanced
set xrange [1.5:10.5]
$data_0 << END
2 1.4222511082409826
3 1.345932446981404
4 1.6718430827468909
5 1.8227720664758178
6 2.0959944136769866
7 1.8161680390940613
8 1.8371723393395272
9 1.793611987697059
10 1.5841754540371773
END
plot $data_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'seed 1' noenhanced
unset output
