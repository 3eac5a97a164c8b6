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
set cbrange [0.16027823476735567:0.1675550410711857]
set title 'shrink 0' noenhanced
$data_0 << END
0 0 0.1673854170604768
1 0 0.1675550410711857
2 0 0.16196356138316179
0 1 0.16614027613352858
1 1 0.1652628945228681
2 1 0.16091752949654645
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'shrink 10' noenhanced
$data_1 << END
0 0 0.16408270951152318
1 0 0.1653112216458059
2 0 0.16027823476735567
0 1 0.16621277721237107
1 1 0.1642098200024944
2 1 0.16069262990641228
END
plot $data_1 using 1:2:3 with image pixels notitle, $data_1 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
