set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'ablation-tuned-design.svg'
set multiplot layout 1,1 title 'UR-GAN at tuned settings, one changed at a time (MovieLens-100K): ablation-tuned-design' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.017391304347826066 0
1 0.08207847295864298 0
END
$data_0_1 << END
0 0.011028632025450687 0
1 0.06914103923647955 0
END
$data_0_2 << END
0 0.010604453870625662 0
1 0.06723223753976695 0
END
$data_0_3 << END
0 0.016542948038176013 0
1 0.09289501590668128 0
END
$data_0_4 << END
0 0.015482502651113448 0
1 0.08038176033934288 0
END
$data_0_5 << END
0 0.017391304347826066 0
1 0.1032873806998945 0
END
$data_0_6 << END
0 0.01548250265111345 0
1 0.06299045599151663 0
END
$data_0_7 << END
0 0.003393425238600213 0
1 0.025662778366914055 0
END
$data_0_8 << END
0 0.017391304347826066 0
1 0.015270413573700936 0
END
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'tuned' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'condition: interactions' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'condition: both' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'without years' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'values weighted alike' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'sigmoid output' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'leaky ReLU inside' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'printed layers' noenhanced, $data_0_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'no adversary' noenhanced
unset multiplot
unset output
