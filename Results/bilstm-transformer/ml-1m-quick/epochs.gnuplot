set encoding utf8
set terminal svg noenhanced size 960,392 font 'sans-serif,12' background '#ffffff'
set output 'epochs.svg'
set multiplot layout 1,2 title 'The BiLSTM-Transformer beside systems with published numbers: the next item on MovieLens-1M: epochs' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.0034296913277804997 0
1 0.014943655071043607 0
END
$data_0_1 << END
0 0.0034296913277804997 0
1 0.011268985791278784 0
END
$data_0_2 << END
0 0.0031847133757961785 0
1 0.01910828025477707 0
END
$data_0_3 << END
0 0.0026947574718275357 0
1 0.018128368446839783 0
END
$data_0_4 << END
0 0.002449779519843214 0
1 0.022048015678588925 0
END
set ylabel 'R@10' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'SASRec' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'SASRec, BCE' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'BERT4Rec' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'BiLSTM-Transformer' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'BiLSTM-Transformer, causal' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.0016390012673482316 0
1 0.006922186608145497 0
END
$data_1_1 << END
0 0.0016390012673482316 0
1 0.0049645185451016975 0
END
$data_1_2 << END
0 0.001797809800538507 0
1 0.008794546272271116 0
END
$data_1_3 << END
0 0.0010118054600126644 0
1 0.008276837273941245 0
END
$data_1_4 << END
0 0.0011968978116923244 0
1 0.010156197031933462 0
END
set ylabel 'NDCG@10' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'SASRec' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'SASRec, BCE' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'BERT4Rec' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'BiLSTM-Transformer' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'BiLSTM-Transformer, causal' noenhanced
unset multiplot
unset output
