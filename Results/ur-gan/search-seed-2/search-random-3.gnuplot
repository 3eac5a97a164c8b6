set encoding utf8
set terminal svg noenhanced size 1680,810 font 'sans-serif,12' background '#ffffff'
set output 'search-random-3.svg'
set multiplot layout 2,3 title 'random 3: ndcg@5' noenhanced
set xlabel 'zeroReconstructionPercent' noenhanced
set ylabel 'partialMaskingPercent' noenhanced
set xtics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set ytics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set xrange [-0.5:5.0-0.5]
set yrange [-0.5:5.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.04231663338907822:0.17304681079930923]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 NaN
1 0 0.14597628634430093
2 0 NaN
3 0 NaN
4 0 NaN
0 1 0.09347735867467881
1 1 NaN
2 1 NaN
3 1 0.13140693211670929
4 1 NaN
0 2 NaN
1 2 0.09976262254065936
2 2 NaN
3 2 0.12320386669550407
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 NaN
3 4 NaN
4 4 NaN
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.05' noenhanced
$data_1 << END
0 0 NaN
1 0 NaN
2 0 0.17304681079930923
3 0 NaN
4 0 NaN
0 1 0.12918554450397876
1 1 NaN
2 1 0.14523519946213925
3 1 NaN
4 1 0.15078398832208126
0 2 NaN
1 2 0.13250730214531936
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 0.11740913080705437
2 4 NaN
3 4 NaN
4 4 NaN
END
plot $data_1 using 1:2:3 with image pixels notitle, $data_1 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.1' noenhanced
$data_2 << END
0 0 NaN
1 0 NaN
2 0 NaN
3 0 NaN
4 0 NaN
0 1 NaN
1 1 0.14483980377538905
2 1 0.14369857182285886
3 1 NaN
4 1 NaN
0 2 0.11710311430925947
1 2 NaN
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 NaN
3 4 NaN
4 4 NaN
END
plot $data_2 using 1:2:3 with image pixels notitle, $data_2 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.25' noenhanced
$data_3 << END
0 0 NaN
1 0 NaN
2 0 NaN
3 0 NaN
4 0 NaN
0 1 0.13874744284641394
1 1 NaN
2 1 NaN
3 1 0.06471002486286685
4 1 NaN
0 2 NaN
1 2 NaN
2 2 0.10088816469702627
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 0.09757972421619679
2 4 NaN
3 4 NaN
4 4 NaN
END
plot $data_3 using 1:2:3 with image pixels notitle, $data_3 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.5' noenhanced
$data_4 << END
0 0 NaN
1 0 NaN
2 0 NaN
3 0 0.04231663338907822
4 0 NaN
0 1 NaN
1 1 0.07497885479954329
2 1 NaN
3 1 NaN
4 1 NaN
0 2 NaN
1 2 NaN
2 2 NaN
3 2 0.04647474030501053
4 2 NaN
0 3 NaN
1 3 NaN
2 3 0.06528980364104654
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 NaN
3 4 0.056727693157100086
4 4 NaN
END
plot $data_4 using 1:2:3 with image pixels notitle, $data_4 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
