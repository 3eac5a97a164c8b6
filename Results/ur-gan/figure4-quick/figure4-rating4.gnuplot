set encoding utf8
set terminal svg noenhanced size 960,360 font 'sans-serif,12' background '#ffffff'
set output 'figure4-rating4.svg'
set multiplot layout 1,2 title 'UR-GAN, Figure 4: IRGAN and UR-GAN against iterations, on ratings of 4 and 5 (MovieLens-100K): figure4-rating4' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.23952483801295774 0
1 0.2388768898488109 0
2 0.23801295896328176 0
END
$data_0_1 << END
0 0.0028077753779697625 0
1 0.002159827213822894 0
2 0.020734341252699746 0
END
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'IRGAN' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.2786060456805833 0
1 0.27754697470234496 0
2 0.2760942712387527 0
END
$data_1_1 << END
0 0.003961963834029901 0
1 0.0037531495391714123 0
2 0.02422777765781455 0
END
set ylabel 'NDCG@5' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'IRGAN' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced
unset multiplot
unset output
