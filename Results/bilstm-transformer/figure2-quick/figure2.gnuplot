set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log): figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.08798595195654017 0
10 0.07136066484659638 0
15 0.0620530752979206 0
20 0.06313874856757827 0
25 0.06424370111884785 0
30 0.06005231438678985 0
END
$data_0_1 << END
5 0.10933987036928212 0
10 0.1304041689456459 0
15 0.10889793776209192 0
20 0.09418515364917163 0
25 0.0860391450955521 0
30 0.0820240382073969 0
END
$data_0_2 << END
5 0.11513380410439233 0
10 0.1049234723622358 0
15 0.09258858460437325 0
20 0.0794249333776629 0
25 0.07510843273975536 0
30 0.06928182270259628 0
END
set yrange [0:*]
$data_0_bound << END
5 0.6634162406221231 0
10 0.46668444796062725 0
15 0.344893561690514 0
20 0.2739555331538751 0
25 0.227368325315126 0
30 0.19438377542511287 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
