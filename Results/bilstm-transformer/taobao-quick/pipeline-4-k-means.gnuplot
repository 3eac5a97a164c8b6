set encoding utf8
set terminal svg noenhanced size 640,400 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-k-means.svg'
set title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, items' noenhanced
set xlabel 'k' noenhanced
set ylabel 'DB' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set xtics 1
set key rmargin center vertical reverse Left noenhanced
set xrange [1.5:10.5]
$data_0 << END
2 1.7006708321297244
3 2.254104424518084
4 2.173360757784932
5 1.9591577467889032
6 2.6798025981310563
7 2.3157494910771987
8 1.9881494472886372
9 2.1151738284602373
10 1.7687564292994307
END
plot $data_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'seed 1' noenhanced
unset output
