set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'reliability.svg'
set multiplot layout 1,1 title 'DeepFM/NeuMF, Table 2 on ratings of 4 and 5 (MovieLens-1M): reliability' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'mean predicted probability' noenhanced offset 0,0.4
$data_0_0 << END
0.5231896893420225 0.5715
END
$data_0_1 << END
0.499345596115164 0.1875
0.5057542812569165 0.5809426229508197
END
$data_0_2 << END
0.5301756998513245 0.5715
END
$data_0_3 << END
0.5907676232753938 0.45751633986928103
0.6119124290395888 0.6682070240295749
END
$data_0_4 << END
0.5451174435614927 0.3504823151125402
0.560971784171374 0.6121965660153937
END
$data_0_5 << END
0.5860579292048457 0.4623352165725047
0.6137937117346698 0.6950959488272921
END
set xrange [0:1]
set yrange [0:1]
set ylabel 'share of clicks' noenhanced
plot $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_0_1 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_0_2 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_0_3 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_0_4 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_0_5 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced, x with lines dashtype 2 linewidth 1.5 linecolor rgb '#666666' title 'calibrated' noenhanced
unset multiplot
unset output
