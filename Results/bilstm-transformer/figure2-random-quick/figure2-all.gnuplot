set encoding utf8
set terminal svg noenhanced size 960,840 font 'sans-serif,12' background '#ffffff'
set output 'figure2-all.svg'
set multiplot layout 2,2 title 'BiLSTM-Transformer, Figure 2 on the simulated log divided at random: figure2-all' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.08897802833561348 0
10 0.11279957493396471 0
15 0.11097689747331137 0
20 0.1132232656699933 0
25 0.10971128523967294 0
30 0.10213564543724662 0
END
$data_0_1 << END
5 0.260498295134518 0
10 0.2350762237463802 0
15 0.21544981970693183 0
20 0.18830054737232937 0
25 0.1676507124036091 0
30 0.15163840510158208 0
END
$data_0_2 << END
5 0.16024995816017484 0
10 0.17206457780537138 0
15 0.15152197984874913 0
20 0.13144289182583707 0
25 0.12035831602690746 0
30 0.10838446660327831 0
END
$data_0_3 << END
5 0.2511982749792347 0
10 0.3132273918936785 0
15 0.2823441207137081 0
20 0.2594666714918002 0
25 0.22724935594891232 0
30 0.20213470271155196 0
END
$data_0_4 << END
5 0.2169820268310981 0
10 0.1709266413885935 0
15 0.14750592595106965 0
20 0.1372260915691079 0
25 0.12885622433178545 0
30 0.12045947954574855 0
END
$data_0_5 << END
5 0.14160610201631874 0
10 0.09542929324581602 0
15 0.08222549444612275 0
20 0.0694690332680007 0
25 0.06312101266140069 0
30 0.056951142663901166 0
END
$data_0_6 << END
5 0.1131844763423711 0
10 0.12187228625573908 0
15 0.11743343948189029 0
20 0.11031877298042601 0
25 0.10245959963726257 0
30 0.09740622482371562 0
END
set yrange [0:*]
$data_0_bound << END
5 0.6964841251799453 0
10 0.5154511121290491 0
15 0.392768181875733 0
20 0.3154892168919005 0
25 0.2635017634489279 0
30 0.22633865911261805 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_1_0 << END
5 0.08684210526315794 0
10 0.08947368421052633 0
15 0.07719298245614038 0
20 0.07302631578947368 0
25 0.06736842105263162 0
30 0.06096491228070177 0
END
$data_1_1 << END
5 0.23421052631578929 0
10 0.17105263157894732 0
15 0.14385964912280708 0
20 0.11907894736842109 0
25 0.10228070175438604 0
30 0.08991228070175439 0
END
$data_1_2 << END
5 0.16184210526315787 0
10 0.13210526315789473 0
15 0.10399122807017547 0
20 0.08421052631578946 0
25 0.07363157894736845 0
30 0.06452729044834309 0
END
$data_1_3 << END
5 0.2364035087719298 0
10 0.23355263157894737 0
15 0.19210526315789472 0
20 0.16710526315789473 0
25 0.1405263157894737 0
30 0.12149122807017543 0
END
$data_1_4 << END
5 0.20526315789473681 0
10 0.12763157894736835 0
15 0.09897660818713454 0
20 0.08695175438596488 0
25 0.07842105263157899 0
30 0.07141812865497077 0
END
$data_1_5 << END
5 0.12631578947368421 0
10 0.06842105263157892 0
15 0.0535087719298246 0
20 0.04276315789473682 0
25 0.0373684210526316 0
30 0.03289473684210528 0
END
$data_1_6 << END
5 0.10789473684210528 0
10 0.09105263157894736 0
15 0.07947368421052632 0
20 0.07006578947368419 0
25 0.06252631578947371 0
30 0.05780701754385966 0
END
set yrange [0:*]
set ylabel 'P@N' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_2_0 << END
5 0.10405440685045947 0
10 0.18807530189109137 0
15 0.25528499278499267 0
20 0.32673444976076554 0
25 0.39393939393939403 0
30 0.41797913343965976 0
END
$data_2_1 << END
5 0.37062708855472004 0
10 0.4982669742538164 0
15 0.5954948925343663 0
20 0.6357809770638717 0
25 0.6634365269233691 0
30 0.6984312106022632 0
END
$data_2_2 << END
5 0.18429667919799503 0
10 0.31336200349358245 0
15 0.3678027929672666 0
20 0.4100633923824713 0
25 0.45977538543328017 0
30 0.4840765898331688 0
END
$data_2_3 << END
5 0.3368791296422876 0
10 0.5994061859193436 0
15 0.6940238854712539 0
20 0.772307425761373 0
25 0.7996523031062504 0
30 0.8199430868838763 0
END
$data_2_4 << END
5 0.29691202437912956 0
10 0.3587441615402142 0
15 0.40818982430824535 0
20 0.4657904230272651 0
25 0.5186830713146502 0
30 0.5564202488544594 0
END
$data_2_5 << END
5 0.2164212614870509 0
10 0.22782477025898074 0
15 0.2597226968937495 0
20 0.2743425799346852 0
25 0.3029510328852434 0
30 0.3225782258676995 0
END
$data_2_6 << END
5 0.1351582080200501 0
10 0.23033768132452342 0
15 0.2965172400698717 0
20 0.35680050030378985 0
25 0.4032507404875826 0
30 0.4496767012227539 0
END
set yrange [0:*]
set ylabel 'R@N' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_2_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_3_0 << END
2 0.034482758620689655 0
4 0.14464285714285713 0
6 0.0975378787878788 0
8 0.225 0
10 0.2868421052631579 0
12 0.21195652173913043 0
END
$data_3_1 << END
2 0.3137931034482758 0
4 0.2946428571428571 0
6 0.31912878787878785 0
8 0.12916666666666665 0
10 0.34078947368421053 0
12 0.25181159420289856 0
END
$data_3_2 << END
2 0.09195402298850575 0
4 0.18392857142857139 0
6 0.30587121212121204 0
8 0.12916666666666665 0
10 0.3894736842105263 0
12 0.16847826086956522 0
END
$data_3_3 << END
2 0.10919540229885057 0
4 0.3035714285714285 0
6 0.3314393939393939 0
8 0.4145833333333333 0
10 0.3907894736842105 0
12 0.46557971014492755 0
END
$data_3_4 << END
2 0.2873563218390805 0
4 0.28928571428571426 0
6 0.20928030303030307 0
8 0.19375 0
10 0.3157894736842105 0
12 0.2536231884057971 0
END
$data_3_5 << END
2 0.27011494252873564 0
4 0.15892857142857142 0
6 0.09943181818181819 0
8 0.1625 0
10 0.15526315789473683 0
12 0.12681159420289856 0
END
$data_3_6 << END
2 0.017241379310344827 0
4 0.1857142857142857 0
6 0.16382575757575757 0
8 0.06666666666666667 0
10 0.2678947368421053 0
12 0.10289855072463769 0
END
set yrange [0:*]
$data_3_bound << END
2 0.8505747126436782 0
4 0.9285714285714286 0
6 0.9488636363636361 0
8 0.9666666666666667 0
10 0.9605263157894736 0
12 0.9782608695652174 0
END
set ylabel 'F1@N(step=2)' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_3_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_3_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
