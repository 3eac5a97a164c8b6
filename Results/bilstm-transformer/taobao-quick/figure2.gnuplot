set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, items: figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
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
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
