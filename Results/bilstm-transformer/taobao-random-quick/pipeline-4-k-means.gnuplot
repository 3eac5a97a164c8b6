set encoding utf8
set terminal svg noenhanced size 640,400 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-k-means.svg'
set title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, categories, divided at random' noenhanced
set xlabel 'k' noenhanced
set ylabel 'DB' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set xtics 1
set key rmargin center vertical reverse Left noenhanced
set xrange [1.5:10.5]
$data_0 << END
2 2.3031393055481675
3 2.3735748393849043
4 2.3738432445668223
5 2.0447459269692683
6 1.8625298095535703
7 1.899381996402384
8 1.9977603054368376
9 2.003305981986158
10 1.7632845580727856
END
plot $data_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'seed 1' noenhanced
unset output
