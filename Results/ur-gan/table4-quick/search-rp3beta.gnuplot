set encoding utf8
set terminal svg noenhanced size 480,320 font 'sans-serif,12' background '#ffffff'
set output 'search-rp3beta.svg'
set multiplot layout 1,1 title 'RP3beta: ndcg@5' noenhanced
set xlabel 'alpha' noenhanced
set ylabel 'beta' noenhanced
set xtics ('0.4' 0, '0.6' 1, '0.8' 2, '1' 3) noenhanced
set ytics ('0.2' 0, '0.4' 1, '0.6' 2) noenhanced
set xrange [-0.5:4.0-0.5]
set yrange [-0.5:3.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.15584459531802444:0.16517027875414572]
set title '' noenhanced
$data_0 << END
0 0 0.15822816434836448
1 0 0.16122819451105933
2 0 0.16160622582773732
3 0 0.15980943994437627
0 1 0.16306668528317755
1 1 0.16517027875414572
2 1 0.16498269332223398
3 1 0.1606238467965288
0 2 0.15584459531802444
1 2 0.1634261123625381
2 2 0.16376843545021977
3 2 0.1586686346209353
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
