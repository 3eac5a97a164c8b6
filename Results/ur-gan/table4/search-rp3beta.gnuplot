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
set cbrange [0.15289283570589515:0.16162783778669398]
set title '' noenhanced
$data_0 << END
0 0 0.15289283570589515
1 0 0.1557057428708398
2 0 0.15573411517966942
3 0 0.15476158581464125
0 1 0.15852838050051937
1 1 0.16067017201146808
2 1 0.16162783778669398
3 1 0.1600042060665989
0 2 0.1543447093016629
1 2 0.15994803629744656
2 2 0.16115358719475167
3 2 0.15536772932251688
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
