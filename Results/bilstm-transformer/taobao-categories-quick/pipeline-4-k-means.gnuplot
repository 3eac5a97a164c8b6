set encoding utf8
set terminal svg noenhanced size 640,400 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-k-means.svg'
set title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, categories' noenhanced
set xlabel 'k' noenhanced
set ylabel 'DB' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set xtics 1
set key rmargin center vertical reverse Left noenhanced
set xrange [1.5:10.5]
$data_0 << END
2 1.6822816999798702
3 2.2441474223399784
4 2.1682389957900075
5 2.0069592547455133
6 2.672178954756804
7 2.2592387970449157
8 1.9278865742115117
9 1.9524597238918895
10 1.581184194388507
END
plot $data_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'seed 1' noenhanced
unset output
