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
set cbrange [0.16130641505270452:0.18457035416690304]
set title '' noenhanced
$data_0 << END
0 0 0.18457035416690304
1 0 0.17911782138407784
2 0 0.1726312314960799
3 0 0.1643937742855299
0 1 0.1761823152282355
1 1 0.18387330307929925
2 1 0.18352724257733155
3 1 0.1781767639152918
0 2 0.16130641505270452
1 2 0.1690478072811929
2 2 0.17462677206378194
3 2 0.1768433763567576
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
