set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'reliability.svg'
set multiplot layout 1,1 title 'DeepFM/NeuMF, Table 2 on ratings of 4 and 5 (MovieLens-100K): reliability' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'mean predicted probability' noenhanced offset 0,0.4
$data_0_0 << END
0.4988268795202891 0.125
0.5191358864651883 0.535140562248996
END
$data_0_1 << END
0.4989714081200588 0.168141592920354
0.5063469199275058 0.5553789083200847
END
$data_0_2 << END
0.4983269957471297 0.09090909090909091
0.5248490431593672 0.5359477124183006
END
$data_0_3 << END
0.547221698260712 0.15873015873015872
0.5738036269009448 0.5255354200988468
0.6053085489038768 0.8620689655172413
END
$data_0_4 << END
0.49899868568155126 0
0.5352964877087998 0.4417910447761194
0.5579791987145198 0.7207890743550834
END
$data_0_5 << END
0.5410367265520639 0.28255528255528256
0.5731370547665487 0.5575352635486266
0.6107745964175462 0.8170731707317073
END
set xrange [0:1]
set yrange [0:1]
set ylabel 'share of clicks' noenhanced
plot $data_0_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_0_1 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_0_2 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_0_3 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_0_4 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_0_5 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced, x with lines dashtype 2 linewidth 1.5 linecolor rgb '#666666' title 'calibrated' noenhanced
unset multiplot
unset output
