set encoding utf8
set terminal svg noenhanced size 960,360 font 'sans-serif,12' background '#ffffff'
set output 'learning.svg'
set multiplot layout 1,2 title 'Neural collaborative filtering by its authors'' protocol, on ratings of 4 and 5 (MovieLens-1M): learning' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.10106536135905557 0
1 0.1468471062482004 0
END
$data_0_1 << END
0 0.09329110279297437 0
1 0.47135041750647855 0
END
$data_0_2 << END
0 0.09386697379786928 0
1 0.4739418370285056 0
END
set ylabel 'HR@10(among=99)' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'GMF' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'MLP' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'NeuMF' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.002591419522027066 0
1 0.006334581053843939 0
END
$data_1_1 << END
0 0.004319032536711776 0
1 0.027353872732507917 0
END
$data_1_2 << END
0 0.004031097034264325 0
1 0.027353872732507917 0
END
set ylabel 'HR@10' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'GMF' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'MLP' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'NeuMF' noenhanced
unset multiplot
unset output
