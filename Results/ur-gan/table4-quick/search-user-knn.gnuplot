set encoding utf8
set terminal svg noenhanced size 800,270 font 'sans-serif,12' background '#ffffff'
set output 'search-user-knn.svg'
set multiplot layout 1,2 title 'User-kNN: ndcg@5' noenhanced
set xlabel 'neighbours' noenhanced
set ylabel 'similarity' noenhanced
set xtics ('50' 0, '100' 1, '200' 2) noenhanced
set ytics ('"cosine"' 0, '"jaccard"' 1) noenhanced
set xrange [-0.5:3.0-0.5]
set yrange [-0.5:2.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.1659699693173775:0.17393902826381283]
set title 'shrink 0' noenhanced
$data_0 << END
0 0 0.17393902826381283
1 0 0.17243154230040125
2 0 0.16932469176742185
0 1 0.1712748811750215
1 1 0.17197109333868427
2 1 0.1694192275546413
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'shrink 10' noenhanced
$data_1 << END
0 0 0.16739066451211262
1 0 0.16953967319762742
2 0 0.1659699693173775
0 1 0.17121340195602008
1 1 0.1704820088920724
2 1 0.1671582246599624
END
plot $data_1 using 1:2:3 with image pixels notitle, $data_1 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
