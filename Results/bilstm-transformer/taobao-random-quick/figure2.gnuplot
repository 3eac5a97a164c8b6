set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, categories, divided at random: figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
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
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
