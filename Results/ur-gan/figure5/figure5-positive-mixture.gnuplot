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
0 0.27803619288996834 0.004356658526424405
0.1 0.27810779271695424 0.004857228216531157
0.2 0.27824963668858543 0.004917987754861819
0.3 0.27824783071402465 0.0037205505273518826
0.5 0.2780367942407313 0.004799747057484309
0.8 0.2773999256577308 0.005429749722506511
END
set autoscale y
set yrange [0.24925213774499105:0.3058856626336805]
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'P@5' noenhanced
plot $data_0_0 using 1:($2-$3):(0):(2*$3) with vectors heads size screen 0.006,90 fixed linecolor rgb '#0072b2' notitle, $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
set xlabel 'positiveMixture' noenhanced offset 0,0.4
$data_1_0 << END
0 0.29238716211546584 0.003014218210698039
0.1 0.29232192082007286 0.003233541422120708
0.2 0.2925469051801089 0.0031393635699273927
0.3 0.29242031677214214 0.0028345988477705914
0.5 0.2921596777466627 0.0024372148226153812
0.8 0.2919219552852283 0.0034794773754001076
END
set autoscale y
set yrange [0.2624957464549286:0.32163300020493585]
unset arrow
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead dashtype 2 linewidth 2 linecolor rgb '#666666'
set ylabel 'NDCG@5' noenhanced
plot $data_1_0 using 1:($2-$3):(0):(2*$3) with vectors heads size screen 0.006,90 fixed linecolor rgb '#0072b2' notitle, $data_1_0 using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb '#0072b2' title 'irgan' noenhanced, NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666' title 'best by the paper' noenhanced
unset multiplot
unset output
