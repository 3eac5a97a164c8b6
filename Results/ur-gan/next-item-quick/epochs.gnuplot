set encoding utf8
set terminal svg noenhanced size 960,424 font 'sans-serif,12' background '#ffffff'
set output 'epochs.svg'
set multiplot layout 1,2 title 'UR-GAN, next item: sequential systems on MovieLens-1M: epochs' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_2 << END
0 0.0028159681961239026 0
1 0.03594500579758158 0
END
$data_0_3 << END
0 0.002650323008116614 0
1 0.11810501904919662 0
END
$data_0_4 << END
0 0.002650323008116614 0
1 0.14493953950637734 0
END
$data_0_5 << END
0 0.002981613384131191 0
1 0.03693887692562531 0
END
$data_0_6 << END
0 0.0019877422560874605 0
1 0.0498592015901938 0
END
set ylabel 'HR@10' noenhanced
plot 0.04041742587377837 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, 0.17376180221964552 with lines dashtype 2 linewidth 2 linecolor rgb '#d55e00' title 'Markov chain' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'MF-BPR' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'GRU-NR' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'GRU-NR, BPR-max' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'Preference graph' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'without the graph' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_2 << END
0 0.0013395390488885298 0
1 0.01712372647954004 0
END
$data_1_3 << END
0 0.001270336526792321 0
1 0.06056556375581883 0
END
$data_1_4 << END
0 0.001270336526792321 0
1 0.07708275492641375 0
END
$data_1_5 << END
0 0.001460375939119204 0
1 0.018782310452630437 0
END
$data_1_6 << END
0 0.0007459154620763598 0
1 0.023982743429802254 0
END
set ylabel 'NDCG@10' noenhanced
plot 0.01928935378474197 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, 0.1015183495645466 with lines dashtype 2 linewidth 2 linecolor rgb '#d55e00' title 'Markov chain' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'MF-BPR' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'GRU-NR' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'GRU-NR, BPR-max' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'Preference graph' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'without the graph' noenhanced
unset multiplot
unset output
