set encoding utf8
set terminal svg noenhanced size 960,360 font 'sans-serif,12' background '#ffffff'
set output 'cfgan-ml-1m-curve.svg'
set multiplot layout 1,2 title 'CFGAN with its authors'' settings for MovieLens-1M, item-based: cfgan-ml-1m-curve' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_1 << END
0 0.0033693304535637168 0
2 0.003628509719222463 0
END
set ylabel 'P@5' noenhanced
plot 0.0037149028077753787 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'iCFGAN (authors)' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_1 << END
0 0.015102170417618995 0
2 0.014398687687599606 0
END
set ylabel 'NDCG@20' noenhanced
plot 0.023700487775431614 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'iCFGAN (authors)' noenhanced
unset multiplot
unset output
