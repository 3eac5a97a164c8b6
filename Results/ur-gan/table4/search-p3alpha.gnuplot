set encoding utf8
set terminal svg noenhanced size 400,370 font 'sans-serif,12' background '#ffffff'
set output 'search-p3alpha.svg'
set multiplot layout 1,1 title 'P3alpha: ndcg@5' noenhanced
set xlabel 'neighbours' noenhanced
set ylabel 'alpha' noenhanced
set xtics ('20' 0, '50' 1, '100' 2) noenhanced
set ytics ('0.2' 0, '0.4' 1, '0.7' 2, '1' 3) noenhanced
set xrange [-0.5:3.0-0.5]
set yrange [-0.5:4.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.14784448738434722:0.1530324745564784]
set title '' noenhanced
$data_0 << END
0 0 0.14784448738434722
1 0 0.14869791021679732
2 0 0.14989939135793307
0 1 0.15071432887136493
1 1 0.15189843422158075
2 1 0.1508219483033504
0 2 0.1520848631783747
1 2 0.1530324745564784
2 2 0.15129366670709912
0 3 0.15219590118492624
1 3 0.15210269247572997
2 3 0.14998238320255763
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
