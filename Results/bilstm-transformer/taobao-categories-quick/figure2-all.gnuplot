set encoding utf8
set terminal svg noenhanced size 960,840 font 'sans-serif,12' background '#ffffff'
set output 'figure2-all.svg'
set multiplot layout 2,2 title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, categories: figure2-all' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.028863193336877545 0
10 0.03861542497906135 0
15 0.03766429145152322 0
20 0.031591311289506 0
25 0.0304250453675741 0
30 0.031531150421861345 0
END
$data_0_1 << END
5 0.04889409824834179 0
10 0.06430026978500644 0
15 0.06975239802405576 0
20 0.06513406430340235 0
25 0.056079048249383735 0
30 0.047967033236753207 0
END
$data_0_2 << END
5 0.05116642616642616 0
10 0.047273433637070005 0
15 0.05312913345901495 0
20 0.05913402622352529 0
25 0.05363058255778562 0
30 0.04892830856531066 0
END
$data_0_3 << END
5 0.058627507920618674 0
10 0.07012299452755674 0
15 0.06298603207961186 0
20 0.06158987311289834 0
25 0.05419557907112558 0
30 0.0536099970299082 0
END
$data_0_4 << END
5 0.08627060074428497 0
10 0.07536453445544354 0
15 0.061224454485370464 0
20 0.05243138908610555 0
25 0.047960766351570955 0
30 0.04431957335346178 0
END
$data_0_5 << END
5 0.062109187109187114 0
10 0.03979606252333525 0
15 0.03464373500991415 0
20 0.03010485205136112 0
25 0.02486832027061912 0
30 0.023091365550301415 0
END
$data_0_6 << END
5 0.048641173641173645 0
10 0.0668705032341396 0
15 0.056886000373776606 0
20 0.05986598347722166 0
25 0.05492618062757725 0
30 0.05141129135132376 0
END
set yrange [0:*]
$data_0_bound << END
5 0.6321816363682392 0
10 0.44384655748292107 0
15 0.3398434365179321 0
20 0.27135660238689535 0
25 0.22613882773319177 0
30 0.19396867158061967 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_1_0 << END
5 0.030303030303030304 0
10 0.02727272727272727 0
15 0.02424242424242424 0
20 0.019696969696969702 0
25 0.018181818181818184 0
30 0.01818181818181818 0
END
$data_1_1 << END
5 0.04259197137425919 0
10 0.04562227440456223 0
15 0.04461217339446122 0
20 0.03956166834395618 0
25 0.032895001677289495 0
30 0.027470165075982305 0
END
$data_1_2 << END
5 0.04242424242424242 0
10 0.033333333333333326 0
15 0.03434343434343434 0
20 0.03585858585858587 0
25 0.031313131313131314 0
30 0.027873977873977874 0
END
$data_1_3 << END
5 0.045692627380819265 0
10 0.04594515263334453 0
15 0.038874445562637444 0
20 0.03723303142122331 0
25 0.03170914852445905 0
30 0.030568932807972148 0
END
$data_1_4 << END
5 0.07272727272727272 0
10 0.05151515151515153 0
15 0.03838383838383838 0
20 0.03181818181818183 0
25 0.028080808080808085 0
30 0.02525252525252525 0
END
$data_1_5 << END
5 0.04848484848484848 0
10 0.02727272727272727 0
15 0.02222222222222222 0
20 0.01818181818181818 0
25 0.014545454545454544 0
30 0.013131313131313131 0
END
$data_1_6 << END
5 0.04242424242424242 0
10 0.048484848484848485 0
15 0.0367003367003367 0
20 0.03636363636363637 0
25 0.03212121212121212 0
30 0.02929292929292929 0
END
set yrange [0:*]
set ylabel 'P@N' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_2_0 << END
5 0.03269710087891906 0
10 0.09582841401023218 0
15 0.1170405352223534 0
20 0.11920503738685556 0
25 0.13536665354847172 0
30 0.16566968385150205 0
END
$data_2_1 << END
5 0.06391997804275563 0
10 0.1393708494345864 0
15 0.21886212486682127 0
20 0.2477040496497055 0
25 0.255838903725519 0
30 0.2566208166248619 0
END
$data_2_2 << END
5 0.08356290174471992 0
10 0.11097992916174733 0
15 0.17324544142725962 0
20 0.2308211990030172 0
25 0.25986160304342126 0
30 0.2839958021776203 0
END
$data_2_3 << END
5 0.10991158288206258 0
10 0.20340902434998376 0
15 0.23275357325592147 0
20 0.26005496330051847 0
25 0.2706966070821335 0
30 0.30545655252442305 0
END
$data_2_4 << END
5 0.1549193231011413 0
10 0.20138396956578777 0
15 0.21754558572740393 0
20 0.22577069395251215 0
25 0.2520333202151384 0
30 0.27981109799291615 0
END
$data_2_5 << END
5 0.11639118457300275 0
10 0.11855568673750493 0
15 0.13168699986881807 0
20 0.14683851502033324 0
25 0.14683851502033324 0
30 0.16199003017184835 0
END
$data_2_6 << END
5 0.06336088154269973 0
10 0.14294241112422928 0
15 0.18284140102321922 0
20 0.2308211990030172 0
25 0.2628077309895492 0
30 0.29479426297608113 0
END
set yrange [0:*]
set ylabel 'R@N' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_2_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_3_0 << END
2 0 0
4 0.07467532467532467 0
6 0 0
10 0 0
12 0.08695652173913043 0
END
$data_3_1 << END
2 0.0004100041000410004 0
4 0.12337662337662338 0
6 0 0
10 0 0
12 0.08695652173913043 0
END
$data_3_2 << END
2 0.016666666666666666 0
4 0.0974025974025974 0
6 0 0
10 0 0
12 0.08695652173913043 0
END
$data_3_3 << END
2 0.07617192838595052 0
4 0.022727272727272728 0
6 0.07556818181818181 0
10 0 0
12 0 0
END
$data_3_4 << END
2 0.08888888888888888 0
4 0.1461038961038961 0
6 0.045454545454545456 0
10 0 0
12 0.08695652173913043 0
END
$data_3_5 << END
2 0.1222222222222222 0
4 0.10064935064935066 0
6 0 0
10 0 0
12 0.08695652173913043 0
END
$data_3_6 << END
2 0 0
4 0.08766233766233765 0
6 0.022727272727272728 0
10 0 0
12 0.08695652173913043 0
END
set yrange [0:*]
$data_3_bound << END
2 0.7777777777777776 0
4 0.922077922077922 0
6 0.9318181818181819 0
8 nan 0
10 1 0
12 0.9565217391304348 0
END
set ylabel 'F1@N(step=2)' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_3_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_3_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
