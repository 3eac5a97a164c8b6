set encoding utf8
set terminal svg noenhanced size 960,380 font 'sans-serif,12' background '#ffffff'
set output 'figure5-positive-mixture.svg'
set multiplot layout 1,2 title 'UR-GAN, Figure 5: P@5 and NDCG@5 against t and α, on IRGAN, where they are defined (MovieLens-100K):'."\n".'figure5-positive-mixture' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'positiveMixture' noenhanced offset 0,0.4
$data_0_0 << END
0 0.381124072110285 0
0.1 0.381124072110285 0
0.2 0.3813361611876975 0
0.3 0.3809119830328724 0
0.5 0.3806998939554599 0
0.8 0.3809119830328724 0
END
set autoscale y
set yrange [0.3428844114528089:0.4191516436903484]
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
set xlabel 'positiveMixture' noenhanced offset 0,0.4
$data_1_0 << END
0 0.4139216034954551 0
0.1 0.41400725331352656 0
0.2 0.41401364900490856 0
0.3 0.41383584701349607 0
0.5 0.41347381780233783 0
0.8 0.41351742739072034 0
END
set autoscale y
set yrange [0.37234236850313235:0.45514509830411404]
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'NDCG@5' noenhanced
plot $data_1_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
unset multiplot
unset output
