set encoding utf8
set terminal svg noenhanced size 960,456 font 'sans-serif,12' background '#ffffff'
set output 'port-curve.svg'
set multiplot layout 1,2 title 'UR-GAN''s row CFGAN-I, trained as a public port of CFGAN does: port-curve' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.023965141612200425 0
10 0.2962962962962963 0
20 0.2888888888888895 0
END
$data_0_1 << END
0 0.01081654294803817 0
10 0.20042417815482463 0
20 0.18960763520678656 0
END
$data_0_2 << END
0 0.023965141612200425 0
10 0.29455337690631817 0
20 0.2884531590413949 0
END
$data_0_3 << END
0 0.023965141612200425 0
10 0.03747276688453156 0
20 0.02047930283224401 0
END
$data_0_4 << END
0 0.023965141612200425 0
10 0.3320261437908492 0
20 0.32897603485838756 0
END
$data_0_5 << END
0 0.023965141612200425 0
10 0.3102396514161221 0
20 0.3023965141612202 0
END
$data_0_6 << END
0 0.018300653594771246 0
10 0.2997821350762531 0
20 0.2962962962962967 0
END
$data_0_7 << END
0 0.013071895424836607 0
10 0.29281045751634005 0
20 0.30326797385620946 0
END
$data_0_8 << END
0 0.023965141612200428 0
10 0.2980392156862746 0
20 0.28671023965141673 0
END
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'CFGAN-I' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'random split' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'with the adversary' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'zeros alone' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title '70 percent' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'shuffled batches' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'Glorot''s start' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'sigmoid layers' noenhanced, $data_0_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'no user features' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.004310603434143984 0
10 0.08362069601914009 0
20 0.09601153860521915 0
END
$data_1_1 << END
0 0.0034177511140346425 0
10 0.08455669837470418 0
20 0.09990236115921317 0
END
$data_1_2 << END
0 0.004310603434143984 0
10 0.08331005924005104 0
20 0.09555667361209749 0
END
$data_1_3 << END
0 0.004310603434143984 0
10 0.006892801088874886 0
20 0.0035825000549236873 0
END
$data_1_4 << END
0 0.004310603434143984 0
10 0.08964362072879244 0
20 0.09111815925132294 0
END
$data_1_5 << END
0 0.004310603434143984 0
10 0.08692288358561626 0
20 0.0951409142808262 0
END
$data_1_6 << END
0 0.004340910076491966 0
10 0.08345984993706927 0
20 0.09723540350597305 0
END
$data_1_7 << END
0 0.0020153911307122163 0
10 0.08263944259385944 0
20 0.08722736000614406 0
END
$data_1_8 << END
0 0.0042243043291729085 0
10 0.08457554824898364 0
20 0.09473934460619933 0
END
set ylabel 'NDCG@5(ideal=uncut)' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'CFGAN-I' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'random split' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'with the adversary' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'zeros alone' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title '70 percent' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'shuffled batches' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'Glorot''s start' noenhanced, $data_1_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'sigmoid layers' noenhanced, $data_1_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'no user features' noenhanced
unset multiplot
unset output
