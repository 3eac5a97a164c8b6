set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'reliability.svg'
set multiplot layout 1,1 title 'DeepFM/NeuMF, Table 2: purchases predicted from fourteen fields (simulated log): reliability' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'mean predicted probability' noenhanced offset 0,0.4
$data_0_0 << END
0.4334121760251672 0.0612
END
$data_0_1 << END
0.347669903178415 0.046632124352331605
0.3596748246772055 0.06178489702517163
END
$data_0_2 << END
0.29621946828382956 0.0672686230248307
0.30476124232490265 0.05637342908438061
END
$data_0_3 << END
0.2955107023553804 0.06474030724213606
0.30438444968995115 0.05692850838481906
END
$data_0_4 << END
0.43430132999870463 0.0612
END
$data_0_5 << END
0.48762611376697584 0.0612
END
$data_0_6 << END
0.29587539306418653 0.06436170212765957
0.3047248537763369 0.05910390848427073
0.4324874369722886 0.05968688845401174
END
$data_0_7 << END
0.06619999575900695 0.0612
END
$data_0_8 << END
0.019826213213508925 0.021553090332805072
0.06996331572566183 0.06933911159263272
0.12237239489010265 0.13164556962025317
0.17197447923134107 0.125
0.2211798517161377 0.2125984251968504
0.2729355104082977 0.19230769230769232
0.3211000099450533 0.325
0.3705470014799498 0.5217391304347826
0.42069578692388904 0.3333333333333333
0.4705260361243108 0.3888888888888889
0.5230908100634063 0.5
0.5730005739296326 1
0.6115222903102423 0.7142857142857143
0.6660691215128427 1
0.7289313423496803 0.5
0.7732470084734596 1
END
set xrange [0:1]
set yrange [0:1]
set ylabel 'share of clicks' noenhanced
plot $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'FM' noenhanced, $data_0_1 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#d55e00' title 'DNN' noenhanced, $data_0_2 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#009e73' title 'Wide&Deep' noenhanced, $data_0_3 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#cc79a7' title 'DeepFM' noenhanced, $data_0_4 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#e69f00' title 'LR' noenhanced, $data_0_5 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#56b4e9' title 'LFM' noenhanced, $data_0_6 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#000000' title 'life-cycle switch' noenhanced, $data_0_7 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#b3a200' title 'click share' noenhanced, $data_0_8 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'oracle' noenhanced, x with lines dashtype 2 linewidth 1.5 linecolor rgb '#666666' title 'calibrated' noenhanced
unset multiplot
unset output
