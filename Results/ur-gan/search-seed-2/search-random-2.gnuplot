set encoding utf8
set terminal svg noenhanced size 1680,810 font 'sans-serif,12' background '#ffffff'
set output 'search-random-2.svg'
set multiplot layout 2,3 title 'random 2: ndcg@5' noenhanced
set xlabel 'zeroReconstructionPercent' noenhanced
set ylabel 'partialMaskingPercent' noenhanced
set xtics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set ytics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set xrange [-0.5:5.0-0.5]
set yrange [-0.5:5.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.04231663338907822:0.15078398832208126]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 0.11824419222401752
1 0 NaN
2 0 NaN
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.14142994198237072
0 2 NaN
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
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.05' noenhanced
$data_1 << END
0 0 0.1503261516349632
1 0 NaN
2 0 NaN
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.15078398832208126
0 2 0.11062995697835441
1 2 0.13250730214531936
2 2 0.12683576395952464
3 2 NaN
4 2 0.1262990348037504
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 0.08678519251433708
1 4 NaN
2 4 0.11616100277092094
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
1 1 NaN
2 1 NaN
3 1 0.1429784845303725
4 1 NaN
0 2 NaN
1 2 0.13051789359834054
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 0.11315570871309397
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 0.10468250673654975
3 4 NaN
4 4 NaN
END
plot $data_2 using 1:2:3 with image pixels notitle, $data_2 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.25' noenhanced
$data_3 << END
0 0 NaN
1 0 NaN
2 0 0.06338722109619545
3 0 0.04337909034485495
4 0 0.04231663338907822
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 NaN
0 2 0.12229051292470013
1 2 NaN
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 0.08683417545801614
4 3 NaN
0 4 NaN
1 4 0.09757972421619679
2 4 NaN
3 4 0.08328244474908705
4 4 NaN
END
plot $data_3 using 1:2:3 with image pixels notitle, $data_3 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.5' noenhanced
$data_4 << END
0 0 NaN
1 0 NaN
2 0 NaN
3 0 NaN
4 0 NaN
0 1 0.1329744965164021
1 1 NaN
2 1 NaN
3 1 NaN
4 1 NaN
0 2 NaN
1 2 NaN
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 0.04569110682598717
0 4 NaN
1 4 NaN
2 4 NaN
3 4 NaN
4 4 NaN
END
plot $data_4 using 1:2:3 with image pixels notitle, $data_4 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
