set encoding utf8
set terminal svg noenhanced size 480,320 font 'sans-serif,12' background '#ffffff'
set output 'search-ials.svg'
set multiplot layout 1,1 title 'iALS: ndcg@5' noenhanced
set xlabel 'confidence' noenhanced
set ylabel 'l2' noenhanced
set xtics ('1' 0, '2' 1, '3' 2, '5' 3) noenhanced
set ytics ('0.01' 0, '0.02' 1, '0.03' 2) noenhanced
set xrange [-0.5:4.0-0.5]
set yrange [-0.5:3.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.16094673613526858:0.18489940719811915]
set title '' noenhanced
$data_0 << END
0 0 0.1820095203493194
1 0 0.17975781467316795
2 0 0.17613407773807244
3 0 0.17012265298901286
0 1 0.17897335520264054
1 1 0.18489940719811915
2 1 0.18384298865283247
3 1 0.1788045675059131
0 2 0.16094673613526858
1 2 0.17062586770671417
2 2 0.17464641679974077
3 2 0.17898226087768573
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
