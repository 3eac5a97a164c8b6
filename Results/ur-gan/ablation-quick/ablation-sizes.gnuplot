set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'ablation-sizes.svg'
set multiplot layout 1,1 title 'UR-GAN as printed, one assumption changed at a time (MovieLens-100K): ablation-sizes' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_1 << END
0 0.003393425238600213 0
1 0.0031813361611876994 0
END
$data_0_2 << END
0 0.0063626723223754005 0
1 0.008695652173913047 0
END
$data_0_3 << END
0 0.01399787910922586 0
1 0.026299045599151596 0
END
$data_0_4 << END
0 0.016542948038176013 0
1 0.018027571580063604 0
END
$data_0_5 << END
0 0.003393425238600213 0
1 0.10265111346765692 0
END
$data_0_6 << END
0 0.016542948038176013 0
1 0.07804878048780524 0
END
set ylabel 'P@5' noenhanced
plot 0.21845174973488762 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'as printed' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'hidden 128-256-512' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'hidden 512-1024-2048' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'hidden 400' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'D 125' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'hidden 400, D 125' noenhanced
unset multiplot
unset output
