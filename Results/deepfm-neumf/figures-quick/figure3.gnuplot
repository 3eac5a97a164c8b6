set encoding utf8
set terminal svg noenhanced size 960,392 font 'sans-serif,12' background '#ffffff'
set output 'figure3.svg'
set multiplot layout 1,2 title 'DeepFM/NeuMF, Figures 2 and 3: LogLoss and AUC against epochs (simulated log): figure3' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.4902357619656299 0
1 0.4929676600081873 0
2 0.5029713916528122 0
END
$data_0_1 << END
0 0.5254489808989922 0
1 0.5101182569320869 0
2 0.4941337989534686 0
END
$data_0_2 << END
0 0.5254489808989922 0
1 0.4980262663224642 0
2 0.4903200024506323 0
END
$data_0_3 << END
0 0.5194317039413407 0
1 0.5034086067319983 0
2 0.494856805099543 0
END
set ylabel 'AUC' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'FM' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'DNN' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Wide&Deep' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DeepFM' noenhanced, 0.7974016335692067 with lines dashtype 2 linewidth 2 linecolor rgb '#e69f00' title 'oracle' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.48349900578411703 0
1 0.5471351117708302 0
2 0.5734530447335676 0
END
$data_1_1 << END
0 0.5318475850551203 0
1 0.5187920454964576 0
2 0.5230294045898932 0
END
$data_1_2 << END
0 0.5318475850551203 0
1 0.5257887111688005 0
2 0.5352576064147468 0
END
$data_1_3 << END
0 0.5239232218159371 0
1 0.5237586472193337 0
2 0.5363094499362318 0
END
set ylabel 'training AUC' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'FM' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'DNN' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Wide&Deep' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DeepFM' noenhanced, 0.8114237313798862 with lines dashtype 2 linewidth 2 linecolor rgb '#e69f00' title 'oracle' noenhanced
unset multiplot
unset output
