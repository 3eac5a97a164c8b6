set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'ablation-tuned-curves.svg'
set multiplot layout 1,1 title 'UR-GAN at its best settings, one changed at a time (MovieLens-100K): ablation-tuned-curves' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.010127253446447503 0
1 0.05121951219512176 0
END
$data_0_1 << END
0 0.01039236479321315 0
1 0.03902439024390247 0
END
$data_0_2 << END
0 0.010286320254506895 0
1 0.03621420996818677 0
END
$data_0_3 << END
0 0.010392364793213149 0
1 0.042152704135736976 0
END
$data_0_4 << END
0 0.01044538706256628 0
1 0.04612937433722154 0
END
$data_0_5 << END
0 0.010127253446447503 0
1 0.07407211028631985 0
END
$data_0_6 << END
0 0.015217391304347867 0
1 0.042629904559915145 0
END
$data_0_7 << END
0 0.01049840933191941 0
1 0.023594909862142195 0
END
set ylabel 'P@20' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'tuned' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'condition: interactions' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'condition: both' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'without years' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'values weighted alike' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'sigmoid output' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'leaky ReLU inside' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'printed layers' noenhanced
unset multiplot
unset output
