set encoding utf8
set terminal svg noenhanced size 960,376 font 'sans-serif,12' background '#ffffff'
set output 'cfgan-rows-curve.svg'
set multiplot layout 1,2 title 'CFGAN with its authors'' settings for MovieLens-100K, item-based and user-based: cfgan-rows-curve' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.07529162248144247 0
5 0.19066808059384913 0
END
$data_0_1 << END
0 0.011028632025450687 0
5 0.2591728525980898 0
END
$data_0_2 << END
0 0.07529162248144247 0
5 0.19809119830328722 0
END
$data_0_3 << END
0 0.07529162248144247 0
5 0.04750795334040301 0
END
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'CFGAN, items' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'CFGAN, users' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'CFGAN, items, shared samples' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'CFGAN, items, no adversary' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.07616342349769453 0
5 0.17318326384955832 0
END
$data_1_1 << END
0 0.011595740713403366 0
5 0.2581657014449858 0
END
$data_1_2 << END
0 0.07616342349769453 0
5 0.1776937005558718 0
END
$data_1_3 << END
0 0.07616342349769453 0
5 0.050622156507847106 0
END
set ylabel 'NDCG@20' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'CFGAN, items' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'CFGAN, users' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'CFGAN, items, shared samples' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'CFGAN, items, no adversary' noenhanced
unset multiplot
unset output
