set encoding utf8
set terminal svg noenhanced size 960,680 font 'sans-serif,12' background '#ffffff'
set output 'figure3.svg'
set multiplot layout 2,2 title 'UR-GAN, Figure 3: the two conditions against iterations (MovieLens-100K): figure3' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.010604453870625669 0
5 0.13769883351007378 0
10 0.140190880169671 0
END
$data_0_1 << END
0 0.010763520678685056 0
5 0.14061505832449586 0
10 0.14883351007423065 0
END
set ylabel 'P@20' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'UR-GAN' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'CFGAN-I' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.007811336142887234 0
5 0.17035601465740705 0
10 0.1753465918983321 0
END
$data_1_1 << END
0 0.00789842926746477 0
5 0.1596023440207492 0
10 0.17033450054662208 0
END
set ylabel 'R@20' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'UR-GAN' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'CFGAN-I' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_2_0 << END
0 0.00963124220235839 0
5 0.19636623126695207 0
10 0.20233169107154636 0
END
$data_2_1 << END
0 0.00971407992922272 0
5 0.1943835034707438 0
10 0.20666790246864114 0
END
set ylabel 'NDCG@20' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'UR-GAN' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'CFGAN-I' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_3_0 << END
0 0.020757514809171308 0
5 0.3871553307051216 0
10 0.391263993651349 0
END
$data_3_1 << END
0 0.020744160227324428 0
5 0.3924209104193034 0
10 0.4002929832111935 0
END
set ylabel 'MRR@20' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'UR-GAN' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'CFGAN-I' noenhanced
unset multiplot
unset output
