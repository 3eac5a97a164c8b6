set encoding utf8
set terminal svg noenhanced size 960,360 font 'sans-serif,12' background '#ffffff'
set output 'figure5-temperature.svg'
set multiplot layout 1,2 title 'UR-GAN, Figure 5: P@5 and NDCG@5 against t and α, on IRGAN, where they are defined (MovieLens-100K): figure5-temperature' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'temperature' noenhanced offset 0,0.4
$data_0_0 << END
0.05 0.38048780487804734 0
0.1 0.38112407211028493 0
0.2 0.3813361611876975 0
0.4 0.38154825026510997 0
0.6 0.3826086956521726 0
0.8 0.3826086956521726 0
1 0.3826086956521726 0
END
set logscale x
set autoscale y
set yrange [0.34328738069989273:0.4198091198303272]
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
set xlabel 'temperature' noenhanced offset 0,0.4
$data_1_0 << END
0.05 0.41330736624876496 0
0.1 0.4138457080737999 0
0.2 0.41401364900490856 0
0.4 0.41456240144304074 0
0.6 0.4151175109419843 0
0.8 0.41546548573325603 0
1 0.4156280694507582 0
END
set logscale x
set autoscale y
set yrange [0.37290491090468575:0.45603052479483736]
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'NDCG@5' noenhanced
plot $data_1_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
unset multiplot
unset output
