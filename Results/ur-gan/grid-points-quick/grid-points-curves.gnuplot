set encoding utf8
set terminal svg noenhanced size 960,424 font 'sans-serif,12' background '#ffffff'
set output 'grid-points-curves.svg'
set multiplot layout 1,2 title 'UR-GAN and CFGAN-I at other points of the printed grid, all 1000 iterations (MovieLens-100K): grid-points-curves' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_1 << END
0 0.003393425238600213 0
1 0.0031813361611876994 0
END
$data_0_2 << END
0 0.003393425238600213 0
1 0.005514316012725347 0
END
$data_0_3 << END
0 0.003393425238600213 0
1 0.005514316012725347 0
END
$data_0_4 << END
0 0.003393425238600213 0
1 0.005514316012725347 0
END
$data_0_5 << END
0 0.003393425238600213 0
1 0.0031813361611876994 0
END
$data_0_6 << END
0 0.003393425238600213 0
1 0.00445387062566278 0
END
set ylabel 'P@5' noenhanced
plot 0.21845174973488762 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'UR-GAN, α 0.5' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'UR-GAN, S^PM 10' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'UR-GAN, α 0.5, S^PM 10' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'CFGAN-I' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'CFGAN-I, α 0.5' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_1 << END
0 0.00963124220235839 0
1 0.009251177323011582 0
END
$data_1_2 << END
0 0.00963124220235839 0
1 0.009308575136980534 0
END
$data_1_3 << END
0 0.00963124220235839 0
1 0.008771937525381348 0
END
$data_1_4 << END
0 0.00963124220235839 0
1 0.008771937525381348 0
END
$data_1_5 << END
0 0.00971407992922272 0
1 0.009204076486861381 0
END
$data_1_6 << END
0 0.00971407992922272 0
1 0.009278026007797844 0
END
set ylabel 'NDCG@20' noenhanced
plot 0.21088124742187164 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'UR-GAN, α 0.5' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'UR-GAN, S^PM 10' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'UR-GAN, α 0.5, S^PM 10' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'CFGAN-I' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'CFGAN-I, α 0.5' noenhanced
unset multiplot
unset output
