set encoding utf8
set terminal svg noenhanced size 960,360 font 'sans-serif,12' background '#ffffff'
set output 'figure4.svg'
set multiplot layout 1,2 title 'DeepFM/NeuMF, Table 3: neural collaborative filtering of purchases (simulated log): figure4' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.6931468362849054 0
1 0.6928464650232723 0
2 0.6925463273918803 0
END
$data_0_1 << END
0 0.6924685685301936 0
1 0.6881196257894625 0
2 0.6835484979224637 0
END
$data_0_2 << END
0 0.48117308319986574 0
1 0.47152478725918284 0
2 0.4695019990945657 0
END
set ylabel 'LogLoss' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'GMF' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'MLP' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'NeuMF' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.21712538226299694 0
1 0.20795107033639143 0
2 0.21100917431192662 0
END
$data_1_1 << END
0 0.22018348623853212 0
1 0.22324159021406728 0
2 0.290519877675841 0
END
$data_1_2 << END
0 0.4709480122324159 0
1 0.4617737003058104 0
2 0.4648318042813456 0
END
set ylabel 'HR@20(among=99)' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'GMF' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'MLP' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'NeuMF' noenhanced
unset multiplot
unset output
