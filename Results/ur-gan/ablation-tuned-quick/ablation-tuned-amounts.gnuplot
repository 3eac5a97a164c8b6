set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'ablation-tuned-amounts.svg'
set multiplot layout 1,1 title 'UR-GAN at tuned settings, one changed at a time (MovieLens-100K): ablation-tuned-amounts' noenhanced
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
0 0.017391304347826066 0
1 0.08674443266171836 0
END
$data_0_2 << END
0 0.017391304347826066 0
1 0.0761399787910926 0
END
$data_0_3 << END
0 0.017391304347826066 0
1 0.1594909862142102 0
END
$data_0_4 << END
0 0.017391304347826066 0
1 0.07465535524920495 0
END
$data_0_5 << END
0 0.017391304347826066 0
1 0.01081654294803817 0
END
$data_0_6 << END
0 0.017391304347826066 0
1 0.08589607635206828 0
END
$data_0_7 << END
0 0.017391304347826066 0
1 0.056203605514316204 0
END
$data_0_8 << END
0 0.017391304347826066 0
1 0.1107104984093325 0
END
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'tuned' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'S^ZR 10' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'S^ZR 90' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'S^PM 10' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'S^PM 90' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'α 0.5' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'α 0.01' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'rate of G 1e-4' noenhanced, $data_0_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'saturating loss' noenhanced
unset multiplot
unset output
