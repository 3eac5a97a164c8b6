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
0.05 0.2543726649651188 0.009645593437480183
0.1 0.2584105603313195 0.00853106374610705
0.2 0.27824963668858543 0.004917987754861819
0.4 0.30772877898394646 0.003171623612446321
0.6 0.3415302637260283 0.0013253484280156891
0.8 0.3634331582007353 0.002011238010354048
1 0.3767580182391082 0.0044859469065851925
END
set logscale x
set autoscale y
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:($2-$3):(0):(2*$3) with vectors heads size screen 0.006,90 fixed linecolor rgb '#0072b2' notitle, $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
set xlabel 'temperature' noenhanced offset 0,0.4
$data_1_0 << END
0.05 0.26528329353501423 0.009094690265415834
0.1 0.2710758006308402 0.007244281805804925
0.2 0.2925469051801089 0.0031393635699273927
0.4 0.32326999128794104 0.0006312049803882812
0.6 0.3605643629270088 0.0038919734478336135
0.8 0.38536391286321625 0.0030704664293383587
1 0.40142304219875574 0.0049365623034046055
END
set logscale x
set autoscale y
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'NDCG@5' noenhanced
plot $data_1_0 using 1:($2-$3):(0):(2*$3) with vectors heads size screen 0.006,90 fixed linecolor rgb '#0072b2' notitle, $data_1_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
unset multiplot
unset output
