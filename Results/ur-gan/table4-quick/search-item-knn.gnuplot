set encoding utf8
set terminal svg noenhanced size 480,320 font 'sans-serif,12' background '#ffffff'
set output 'search-item-knn.svg'
set multiplot layout 1,1 title 'Item-kNN: ndcg@5' noenhanced
set xlabel 'neighbours' noenhanced
set ylabel 'shrink' noenhanced
set xtics ('100' 0, '200' 1, '400' 2, '800' 3) noenhanced
set ytics ('0' 0, '10' 1, '100' 2) noenhanced
set xrange [-0.5:4.0-0.5]
set yrange [-0.5:3.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.15292504293807832:0.16563140568021303]
set title '' noenhanced
$data_0 << END
0 0 0.15857802709312113
1 0 0.1637890771614802
2 0 0.1607858600594128
3 0 0.15292504293807832
0 1 0.1580088514709751
1 1 0.16555268184824987
2 1 0.1632515183024824
3 1 0.15367187880567112
0 2 0.16483618474786557
1 2 0.16563140568021303
2 2 0.16174341681098892
3 2 0.15608322916114356
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
