set encoding utf8
set terminal svg noenhanced size 960,360 font 'sans-serif,12' background '#ffffff'
set output 'table5-curves.svg'
set multiplot layout 1,2 title 'UR-GAN, Table 5: recommenders on MovieLens-1M: table5-curves' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.0008639308855291575 0
2 0.003110151187904969 0
END
$data_0_1 << END
0 0.0008639308855291575 0
2 0.0038876889848812094 0
END
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'CFGAN-I' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.0003671706263498921 0
2 0.002764578833693298 0
END
$data_1_1 << END
0 0.0003671706263498921 0
2 0.002440604751619865 0
END
set ylabel 'P@20' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'CFGAN-I' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'UR-GAN' noenhanced
unset multiplot
unset output
