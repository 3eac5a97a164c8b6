set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, categories: figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.028863193336877545 0
10 0.03861542497906135 0
15 0.03766429145152322 0
20 0.031591311289506 0
25 0.0304250453675741 0
30 0.031531150421861345 0
END
$data_0_1 << END
5 0.04889409824834179 0
10 0.06430026978500644 0
15 0.06975239802405576 0
20 0.06513406430340235 0
25 0.056079048249383735 0
30 0.047967033236753207 0
END
$data_0_2 << END
5 0.05116642616642616 0
10 0.047273433637070005 0
15 0.05312913345901495 0
20 0.05913402622352529 0
25 0.05363058255778562 0
30 0.04892830856531066 0
END
set yrange [0:*]
$data_0_bound << END
5 0.6321816363682392 0
10 0.44384655748292107 0
15 0.3398434365179321 0
20 0.27135660238689535 0
25 0.22613882773319177 0
30 0.19396867158061967 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
