set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'reliability.svg'
set multiplot layout 1,1 title 'DeepFM/NeuMF, Table 2 on ratings of 4 and 5, divided by time (MovieLens-100K): reliability' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'mean predicted probability' noenhanced offset 0,0.4
$data_0_0 << END
0.49870111945759676 0
0.5250726575795023 0.545272636318159
END
$data_0_1 << END
0.4994086389883907 0.25
0.5055606937456617 0.5467806841046278
END
$data_0_2 << END
0.4965019864305733 0
0.5328220192210806 0.5331939362258233
0.5542588126777656 0.813953488372093
END
$data_0_3 << END
0.5434007376205696 0.33189655172413796
0.5752524489154351 0.5448179271708683
0.6123065267597458 0.6911764705882353
END
$data_0_4 << END
0.5414795755722064 0.42770352369380316
0.5594048346525934 0.627017841971113
END
$data_0_5 << END
0.5372751683162958 0.37199124726477023
0.5747954140516021 0.5680672268907563
0.6156208503721081 0.6894586894586895
0.6530939728605487 1
END
set xrange [0:1]
set yrange [0:1]
set ylabel 'share of clicks' noenhanced
plot $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_0_1 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_0_2 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_0_3 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_0_4 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_0_5 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced, x with lines dashtype 2 linewidth 1.5 linecolor rgb '#666666' title 'calibrated' noenhanced
unset multiplot
unset output
