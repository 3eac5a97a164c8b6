set encoding utf8
set terminal svg noenhanced size 960,840 font 'sans-serif,12' background '#ffffff'
set output 'figure2-all.svg'
set multiplot layout 2,2 title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, items: figure2-all' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0 0
30 0 0
END
$data_0_1 << END
5 0.0007308672457181355 0
10 0.000927411867166557 0
15 0.0010244473032877868 0
20 0.0010828378040875688 0
25 0.0011219683286358391 0
30 0.0011500624149459345 0
END
$data_0_2 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 3.6392664706788275e-05 0
30 6.973742474215556e-05 0
END
$data_0_3 << END
5 0.011615792591985408 0
10 0.013734072465780733 0
15 0.014732971133470399 0
20 0.013424653080987262 0
25 0.012149055487102154 0
30 0.01087388332408166 0
END
$data_0_4 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0 0
30 0 0
END
$data_0_5 << END
5 0.026936026936026935 0
10 0.015348288075560804 0
15 0.01076555023923445 0
20 0.008297258297258296 0
25 0.006751868820834338 0
30 0.007287495952231796 0
END
$data_0_6 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 3.6392664706788275e-05 0
30 6.973742474215556e-05 0
END
set yrange [0:*]
$data_0_bound << END
5 0.6382736305916213 0
10 0.4824797422068305 0
15 0.3900431676748809 0
20 0.3341097835099638 0
25 0.28859005961423095 0
30 0.2517814716756417 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_1_0 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0 0
30 0 0
END
$data_1_1 << END
5 0.0006613756613756613 0
10 0.0006613756613756613 0
15 0.0006613756613756613 0
20 0.0006613756613756613 0
25 0.0006613756613756613 0
30 0.0006613756613756613 0
END
$data_1_2 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 2.1276949417377284e-05 0
30 3.98942801575824e-05 0
END
$data_1_3 << END
5 0.008633975906566975 0
10 0.00870319836645535 0
15 0.008742363076300379 0
20 0.007733928138411899 0
25 0.006857541141325882 0
30 0.0060488162521349816 0
END
$data_1_4 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0 0
30 0 0
END
$data_1_5 << END
5 0.018181818181818184 0
10 0.009090909090909092 0
15 0.006060606060606061 0
20 0.004545454545454546 0
25 0.0036363636363636364 0
30 0.00404040404040404 0
END
$data_1_6 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 2.1276949417377284e-05 0
30 3.98942801575824e-05 0
END
set yrange [0:*]
set ylabel 'P@N' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_2_0 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0 0
30 0 0
END
$data_2_1 << END
5 0.0010521885521885522 0
10 0.0021043771043771043 0
15 0.003156565656565655 0
20 0.004208754208754209 0
25 0.0052609427609427595 0
30 0.00631313131313131 0
END
$data_2_2 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0.0002736135484352709 0
30 0.0006156304839793595 0
END
$data_2_3 << END
5 0.02528924000489409 0
10 0.05072900177351866 0
15 0.0763095141756891 0
20 0.08732559689842928 0
25 0.09622029444761027 0
30 0.10118682140195398 0
END
$data_2_4 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0 0
30 0 0
END
$data_2_5 << END
5 0.06818181818181818 0
10 0.06818181818181818 0
15 0.06818181818181818 0
20 0.06818181818181818 0
25 0.06818181818181818 0
30 0.07196969696969698 0
END
$data_2_6 << END
5 0 0
10 0 0
15 0 0
20 0 0
25 0.0002736135484352709 0
30 0.0006156304839793595 0
END
set yrange [0:*]
set ylabel 'R@N' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_2_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_3_0 << END
2 0 0
4 0 0
6 0 0
8 0 0
10 0 0
END
$data_3_1 << END
2 0.00042517006802721087 0
4 0.0009178274484396932 0
6 0.0012325637325637324 0
8 0 0
10 0.0033068783068783067 0
END
$data_3_2 << END
2 0 0
4 0 0
6 0 0
8 0 0
10 0 0
END
$data_3_3 << END
2 0.015364894464356831 0
4 0.007983795967907189 0
6 0.006323301424261372 0
8 0 0
10 0.0026472534745201853 0
END
$data_3_4 << END
2 0 0
4 0 0
6 0 0
8 0 0
10 0 0
END
$data_3_5 << END
2 0.09523809523809523 0
4 0.03571428571428571 0
6 0 0
8 0 0
10 0 0
END
$data_3_6 << END
2 0 0
4 0 0
6 0 0
8 0 0
10 0 0
END
set yrange [0:*]
$data_3_bound << END
2 0.7857142857142856 0
4 0.9591836734693878 0
6 0.9393939393939393 0
8 0.9666666666666667 0
10 1 0
12 nan 0
END
set ylabel 'F1@N(step=2)' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_3_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_3_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
