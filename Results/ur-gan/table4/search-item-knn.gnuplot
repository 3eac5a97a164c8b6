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
set cbrange [0.14972741411754484:0.16477190700268354]
set title '' noenhanced
$data_0 << END
0 0 0.1555022651501001
1 0 0.16239586797433858
2 0 0.16383395483610305
3 0 0.15607867460865257
0 1 0.15588375699110563
1 1 0.16143750144211186
2 1 0.16477190700268354
3 1 0.155086539245017
0 2 0.16240301963004714
1 2 0.16083648622433552
2 2 0.15708988292783174
3 2 0.14972741411754484
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
