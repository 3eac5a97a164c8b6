set encoding utf8
set terminal svg noenhanced size 960,360 font 'sans-serif,12' background '#ffffff'
set output 'figure4.svg'
set multiplot layout 1,2 title 'UR-GAN, Table 4: recommenders on MovieLens-100K: figure4' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.3830328738069976 0
5 0.3798515376458099 0
10 0.37815482502650966 0
END
$data_0_1 << END
0 0.003393425238600213 0
5 0.18642629904559865 0
10 0.2106044538706249 0
END
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'IRGAN' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.41603516052550377 0
5 0.4121305408083287 0
10 0.40882965849411446 0
END
$data_1_1 << END
0 0.0030750139946521377 0
5 0.1985387984390727 0
10 0.2152638304248058 0
END
set ylabel 'NDCG@5' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'IRGAN' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced
unset multiplot
unset output
