set encoding utf8
set terminal svg noenhanced size 960,904 font 'sans-serif,12' background '#ffffff'
set output 'figure2-all.svg'
set multiplot layout 2,2 title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log): figure2-all' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
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
$data_0_3 << END
5 0.09113721246074186 0
10 0.07750451795821492 0
15 0.06707940730634979 0
20 0.061772486805117544 0
25 0.06496208112910974 0
30 0.06583557810411429 0
END
$data_0_4 << END
5 0.015944104914693148 0
10 0.050465779743233755 0
15 0.042064965351934935 0
20 0.047002934490587706 0
25 0.047801608484867184 0
30 0.045044308580259616 0
END
$data_0_5 << END
5 0.10198003249473836 0
10 0.12586985522015573 0
15 0.1241554367752722 0
20 0.10901696647970568 0
25 0.09867338364825748 0
30 0.08894253439976352 0
END
$data_0_6 << END
5 0.10468583703877819 0
10 0.08678775859503414 0
15 0.08710402299432374 0
20 0.07782924131926103 0
25 0.07208658166630179 0
30 0.0700349765967863 0
END
$data_0_7 << END
5 0.056906927495162796 0
10 0.043975528988504764 0
15 0.038525116290882205 0
20 0.03532615470617058 0
25 0.03327293920356442 0
30 0.03114779106954352 0
END
$data_0_8 << END
5 0.10466535098888037 0
10 0.09100400973750546 0
15 0.07591329829696167 0
20 0.07193424382182945 0
25 0.07235275929969298 0
30 0.066762951004803 0
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
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Items alone' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Gates of equation 5' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'Item-kNN' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'Markov chain' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'SASRec' noenhanced, $data_0_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_1_0 << END
5 0.08235294117647063 0
10 0.051470588235294136 0
15 0.040196078431372566 0
20 0.03897058823529412 0
25 0.03823529411764708 0
30 0.03480392156862748 0
END
$data_1_1 << END
5 0.10039215686274516 0
10 0.09377450980392155 0
15 0.07098039215686278 0
20 0.05774509803921569 0
25 0.05103641456582636 0
30 0.04761437908496732 0
END
$data_1_2 << END
5 0.10588235294117648 0
10 0.07610294117647058 0
15 0.060294117647058845 0
20 0.04901960784313725 0
25 0.04475256769374417 0
30 0.04020288671023966 0
END
$data_1_3 << END
5 0.08529411764705885 0
10 0.0558823529411765 0
15 0.04411764705882354 0
20 0.03823529411764706 0
25 0.03882352941176472 0
30 0.03823529411764708 0
END
$data_1_4 << END
5 0.014705882352941176 0
10 0.03676470588235295 0
15 0.02745098039215686 0
20 0.028676470588235307 0
25 0.02823529411764707 0
30 0.025980392156862757 0
END
$data_1_5 << END
5 0.09450980392156867 0
10 0.09009803921568627 0
15 0.08100217864923752 0
20 0.06693627450980391 0
25 0.058496732026143826 0
30 0.051372549019607854 0
END
$data_1_6 << END
5 0.0970588235294118 0
10 0.06250000000000003 0
15 0.057026143790849686 0
20 0.048039215686274506 0
25 0.04284313725490198 0
30 0.04060457516339871 0
END
$data_1_7 << END
5 0.05039215686274511 0
10 0.031274509803921574 0
15 0.02490196078431372 0
20 0.02171568627450981 0
25 0.019803921568627456 0
30 0.018039215686274514 0
END
$data_1_8 << END
5 0.09705882352941178 0
10 0.06654411764705881 0
15 0.05000000000000002 0
20 0.04460784313725489 0
25 0.04320261437908497 0
30 0.03877995642701526 0
END
set yrange [0:*]
set ylabel 'P@N' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Items alone' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Gates of equation 5' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'Item-kNN' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'Markov chain' noenhanced, $data_1_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'SASRec' noenhanced, $data_1_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_2_0 << END
5 0.11525443510737628 0
10 0.14564659197012136 0
15 0.1700338468720822 0
20 0.2167133520074697 0
25 0.26090686274509806 0
30 0.28302404295051353 0
END
$data_2_1 << END
5 0.1454073295985061 0
10 0.28372432306255835 0
15 0.31984710550887024 0
20 0.3498891223155929 0
25 0.3768557422969187 0
30 0.40700280112044823 0
END
$data_2_2 << END
5 0.15016923436041082 0
10 0.209016106442577 0
15 0.2546626984126984 0
20 0.27230975723622786 0
25 0.30775094760126265 0
30 0.3367559523809524 0
END
$data_2_3 << END
5 0.11770541549953316 0
10 0.15820494864612514 0
15 0.1778711484593838 0
20 0.2038865546218488 0
25 0.2511612978524744 0
30 0.31598389355742296 0
END
$data_2_4 << END
5 0.019747899159663865 0
10 0.10383986928104574 0
15 0.11609477124183006 0
20 0.17313842203548083 0
25 0.21094187675070034 0
30 0.22885154061624657 0
END
$data_2_5 << END
5 0.14641106442577032 0
10 0.27784197012138195 0
15 0.3535364145658263 0
20 0.3902602707749766 0
25 0.42032563025210085 0
30 0.44467203548085904 0
END
$data_2_6 << END
5 0.14985410830999069 0
10 0.19020191409897294 0
15 0.24779995331465918 0
20 0.2811741363211951 0
25 0.3111869747899159 0
30 0.34781940553999363 0
END
$data_2_7 << END
5 0.08720238095238095 0
10 0.10253851540616246 0
15 0.1182247899159664 0
20 0.1397467320261438 0
25 0.1523050887021475 0
30 0.16717436974789915 0
END
$data_2_8 << END
5 0.14338235294117646 0
10 0.18848476890756305 0
15 0.20702030812324934 0
20 0.24494242141300962 0
25 0.29548254486979975 0
30 0.32527103433966176 0
END
set yrange [0:*]
set ylabel 'R@N' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Items alone' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Gates of equation 5' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'Item-kNN' noenhanced, $data_2_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'Markov chain' noenhanced, $data_2_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'SASRec' noenhanced, $data_2_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_3_0 << END
2 0.06770833333333333 0
4 0.08705357142857142 0
6 0.10606060606060605 0
8 0.15238095238095237 0
10 0.05263157894736842 0
END
$data_3_1 << END
2 0.05256944444444444 0
4 0.14145833333333332 0
6 0.13774104683195593 0
8 0.2273809523809524 0
10 0.21052631578947367 0
END
$data_3_2 << END
2 0.05208333333333333 0
4 0.125 0
6 0.1694214876033058 0
8 0.18928571428571428 0
10 0.15789473684210525 0
END
$data_3_3 << END
2 0.05208333333333333 0
4 0.12276785714285712 0
6 0.1212121212121212 0
8 0.15238095238095237 0
10 0.10526315789473684 0
END
$data_3_4 << END
2 0.015625 0
4 0.017857142857142856 0
6 0.0771349862258953 0
8 0.09523809523809523 0
10 0.05263157894736842 0
END
$data_3_5 << END
2 0.0629861111111111 0
4 0.0544047619047619 0
6 0.17548209366391185 0
8 0.20833333333333331 0
10 0.21052631578947367 0
END
$data_3_6 << END
2 0.10937499999999999 0
4 0.08482142857142858 0
6 0.12258953168044076 0
8 0.17023809523809522 0
10 0.15789473684210525 0
END
$data_3_7 << END
2 0.08902777777777778 0
4 0.06779761904761905 0
6 0.045454545454545456 0
8 0.11309523809523807 0
10 0 0
END
$data_3_8 << END
2 0.05208333333333333 0
4 0.09709821428571427 0
6 0.12947658402203857 0
8 0.1619047619047619 0
10 0.3157894736842105 0
END
set yrange [0:*]
$data_3_bound << END
2 0.854166666666667 0
4 0.8839285714285714 0
6 0.9504132231404959 0
8 0.942857142857143 0
10 0.9473684210526315 0
12 nan 0
END
set ylabel 'F1@N(step=2)' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Items alone' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Gates of equation 5' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'Item-kNN' noenhanced, $data_3_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'Markov chain' noenhanced, $data_3_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'SASRec' noenhanced, $data_3_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_3_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
