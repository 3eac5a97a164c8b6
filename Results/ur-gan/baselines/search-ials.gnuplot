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
set cbrange [0.15995607627176864:0.18317239543343336]
set title '' noenhanced
$data_0 << END
0 0 0.17945809214559957
1 0 0.17837608430467422
2 0 0.1735957299013021
3 0 0.16973561286266903
0 1 0.1764420168980748
1 1 0.18317239543343336
2 1 0.1828301486884368
3 1 0.17769407296121717
0 2 0.15995607627176864
1 2 0.16830656892258963
2 2 0.1741596335154693
3 2 0.1786472384036828
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
