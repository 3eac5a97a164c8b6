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
set cbrange [0.037443422988037905:0.15402588367814277]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 0.10856498722095304
1 0 NaN
2 0 NaN
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.1332509024290559
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
0 0 0.1519610914751683
1 0 NaN
2 0 NaN
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.15402588367814277
0 2 0.12719065371037466
1 2 0.11648781065124943
2 2 0.1174557036088384
3 2 NaN
4 2 0.12582002515822766
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 0.11859741935078914
1 4 NaN
2 4 0.12177513424843618
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
3 1 0.14622186274553106
4 1 NaN
0 2 NaN
1 2 0.1127495759710793
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 0.10481987296527215
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 0.09565909702124663
3 4 NaN
4 4 NaN
END
plot $data_2 using 1:2:3 with image pixels notitle, $data_2 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.25' noenhanced
$data_3 << END
0 0 NaN
1 0 NaN
2 0 0.06257340689135564
3 0 0.05245561316584718
4 0 0.037778168994411825
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 NaN
0 2 0.11665944104663399
1 2 NaN
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 0.08726228168486508
4 3 NaN
0 4 NaN
1 4 0.09764135975563715
2 4 NaN
3 4 0.09002962795289889
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
0 1 0.13731413201885534
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
4 3 0.037443422988037905
0 4 NaN
1 4 NaN
2 4 NaN
3 4 NaN
4 4 NaN
END
plot $data_4 using 1:2:3 with image pixels notitle, $data_4 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
