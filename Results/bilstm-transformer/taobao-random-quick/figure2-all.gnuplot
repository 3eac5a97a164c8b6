set encoding utf8
set terminal svg noenhanced size 960,840 font 'sans-serif,12' background '#ffffff'
set output 'figure2-all.svg'
set multiplot layout 2,2 title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, categories, divided at random: figure2-all' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.06792717086834733 0
10 0.07835579008498329 0
15 0.07165724416782573 0
20 0.06985830315917003 0
25 0.06008426822992507 0
30 0.057891977544003444 0
END
$data_0_1 << END
5 0.13962077654028118 0
10 0.10275932772381506 0
15 0.09841449356706299 0
20 0.08406924767325881 0
25 0.07747182434760616 0
30 0.07201381543314235 0
END
$data_0_2 << END
5 0.10469154168844572 0
10 0.11156141567815214 0
15 0.09425525411370589 0
20 0.07856504599258654 0
25 0.07383002505827366 0
30 0.06656435367438268 0
END
$data_0_3 << END
5 0.1315127793875275 0
10 0.1527850402606206 0
15 0.15614043044767023 0
20 0.14953307931675233 0
25 0.1394366926094317 0
30 0.12815590398513374 0
END
$data_0_4 << END
5 0.16195759005356525 0
10 0.12998846506495387 0
15 0.10266729094269773 0
20 0.08725775963459025 0
25 0.07700775708247967 0
30 0.06862960592869065 0
END
$data_0_5 << END
5 0.04446778711484594 0
10 0.03536664573816277 0
15 0.025600730488273743 0
20 0.021767107279057184 0
25 0.023737453754754792 0
30 0.02027715458692688 0
END
$data_0_6 << END
5 0.11567398889380313 0
10 0.10131757455195807 0
15 0.08367835932895373 0
20 0.07374505779663927 0
25 0.06447269758890994 0
30 0.05988366563340054 0
END
set yrange [0:*]
$data_0_bound << END
5 0.6093280214797244 0
10 0.4300910480886806 0
15 0.3371900035284162 0
20 0.26998139213294603 0
25 0.22547633512322743 0
30 0.19373048320196437 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_1_0 << END
5 0.0588235294117647 0
10 0.05588235294117649 0
15 0.047058823529411764 0
20 0.044117647058823546 0
25 0.03647058823529412 0
30 0.03431372549019608 0
END
$data_1_1 << END
5 0.12941176470588237 0
10 0.07647058823529414 0
15 0.06666666666666668 0
20 0.05330882352941178 0
25 0.04691176470588237 0
30 0.042156862745098056 0
END
$data_1_2 << END
5 0.10000000000000003 0
10 0.08333333333333336 0
15 0.06405228758169935 0
20 0.05000000000000001 0
25 0.04494117647058825 0
30 0.03921568627450982 0
END
$data_1_3 << END
5 0.1077061255582854 0
10 0.10255906673475601 0
15 0.09806650047748389 0
20 0.09203036053130924 0
25 0.08379506641366226 0
30 0.07539409362144463 0
END
$data_1_4 << END
5 0.14117647058823532 0
10 0.09411764705882354 0
15 0.06862745098039218 0
20 0.05588235294117648 0
25 0.0473529411764706 0
30 0.041176470588235314 0
END
$data_1_5 << END
5 0.03529411764705882 0
10 0.023529411764705882 0
15 0.01568627450980392 0
20 0.013235294117647059 0
25 0.014117647058823526 0
30 0.011764705882352941 0
END
$data_1_6 << END
5 0.10980392156862748 0
10 0.07647058823529414 0
15 0.05661764705882352 0
20 0.04705882352941177 0
25 0.03932773109243698 0
30 0.03539215686274511 0
END
set yrange [0:*]
set ylabel 'P@N' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_2_0 << END
5 0.12903828197945846 0
10 0.23202614379084968 0
15 0.26304855275443506 0
20 0.3000233426704015 0
25 0.305905695611578 0
30 0.33088235294117646 0
END
$data_2_1 << END
5 0.22922502334267036 0
10 0.2519140989729225 0
15 0.30128384687208215 0
20 0.32187208216619984 0
25 0.36574463118580763 0
30 0.40373482726423904 0
END
$data_2_2 << END
5 0.17287581699346408 0
10 0.2666199813258637 0
15 0.29007936507936505 0
20 0.30128384687208215 0
25 0.33146591970121386 0
30 0.3540149393090569 0
END
$data_2_3 << END
5 0.23427596613987392 0
10 0.461444089142493 0
15 0.6012320677796734 0
20 0.6649686756422999 0
25 0.705866540164453 0
30 0.7312073291432103 0
END
$data_2_4 << END
5 0.2696311858076564 0
10 0.33046218487394957 0
15 0.34054621848739497 0
20 0.34866946778711483 0
25 0.36488095238095236 0
30 0.3723389355742298 0
END
$data_2_5 << END
5 0.07679738562091502 0
10 0.09248366013071896 0
15 0.09248366013071896 0
20 0.09444444444444444 0
25 0.13183940242763773 0
30 0.13183940242763773 0
END
$data_2_6 << END
5 0.17952069716775595 0
10 0.24841269841269842 0
15 0.2688521241830065 0
20 0.28657796451914097 0
25 0.30233426704014943 0
30 0.32489729225023345 0
END
set yrange [0:*]
set ylabel 'R@N' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_2_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_3_0 << END
2 0.0392156862745098 0
4 0.03571428571428571 0
6 0.07272727272727272 0
8 0.26666666666666666 0
10 0.21052631578947367 0
END
$data_3_1 << END
2 0.06862745098039215 0
4 0.14285714285714285 0
6 0.14242424242424243 0
8 0.4 0
10 0.21052631578947367 0
END
$data_3_2 << END
2 0.0392156862745098 0
4 0.14285714285714285 0
6 0.10606060606060605 0
8 0.4 0
10 0.21052631578947367 0
END
$data_3_3 << END
2 0.121760861207228 0
4 0.12465659340659341 0
6 0.12672033848504438 0
8 0.08205128205128205 0
10 0.16194331983805668 0
END
$data_3_4 << END
2 0.06862745098039215 0
4 0.3169642857142857 0
6 0.07272727272727272 0
8 0.4 0
10 0.3157894736842105 0
END
$data_3_5 << END
2 0.06862745098039215 0
4 0.10714285714285714 0
6 0.03636363636363636 0
8 0 0
10 0.10526315789473684 0
END
$data_3_6 << END
2 0.0392156862745098 0
4 0.14285714285714285 0
6 0.13333333333333333 0
8 0.4666666666666667 0
10 0.21052631578947367 0
END
set yrange [0:*]
$data_3_bound << END
2 0.784313725490196 0
4 0.8749999999999999 0
6 0.9272727272727274 0
8 0.9333333333333333 0
10 0.9473684210526315 0
12 nan 0
END
set ylabel 'F1@N(step=2)' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_3_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_3_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
