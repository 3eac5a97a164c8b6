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
set cbrange [0.10964768461883924:0.12751574321764733]
set title '' noenhanced
$data_0 << END
0 0 0.12751574321764733
1 0 0.12172168424000591
2 0 0.11914552306467732
3 0 0.10997425338332649
0 1 0.12662429305054743
1 1 0.12497754000949701
2 1 0.11937841746651562
3 1 0.11120971069305931
0 2 0.12694685387828528
1 2 0.1253444321684963
2 2 0.11762908557207745
3 2 0.10964768461883924
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
