set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2 on MovieLens-1M: figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.004318869320360522 0
10 0.005106112511845929 0
15 0.00511498215835732 0
20 0.0050748793961867995 0
25 0.005288155647301081 0
30 0.00524789017246925 0
END
$data_0_1 << END
5 0.0042739896641194874 0
10 0.004040890623438477 0
15 0.003708254481476826 0
20 0.0035536730264053335 0
25 0.003527196850008547 0
30 0.0035286890658877395 0
END
$data_0_2 << END
5 0.0044851998251938625 0
10 0.005616070183704731 0
15 0.005868024148354 0
20 0.005739392168041844 0
25 0.005830571493555257 0
30 0.005950302147055338 0
END
set yrange [0:*]
$data_0_bound << END
5 0.5404718580483966 0
10 0.3417826763667798 0
15 0.24765610757897144 0
20 0.19423102090435715 0
25 0.15985075323385936 0
30 0.13585966174053474 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
