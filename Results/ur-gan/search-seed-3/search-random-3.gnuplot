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
set cbrange [0.03437469619859092:0.17172901762034254]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 NaN
1 0 0.14744508134521395
2 0 NaN
3 0 NaN
4 0 NaN
0 1 0.09394021849303388
1 1 NaN
2 1 NaN
3 1 0.12449193095359395
4 1 NaN
0 2 NaN
1 2 0.11102637487464395
2 2 NaN
3 2 0.1204021854748592
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
2 0 0.17172901762034254
3 0 NaN
4 0 NaN
0 1 0.12243886539356834
1 1 NaN
2 1 0.13921086584946119
3 1 NaN
4 1 0.14801145012425276
0 2 NaN
1 2 0.1102449270821296
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 0.10672349125897554
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
1 1 0.14237060181308966
2 1 0.14172307179849214
3 1 NaN
4 1 NaN
0 2 0.110494014151562
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
0 1 0.1274739242421171
1 1 NaN
2 1 NaN
3 1 0.06590071709770404
4 1 NaN
0 2 NaN
1 2 NaN
2 2 0.09781987353692197
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 0.08855517592299673
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
3 0 0.03437469619859092
4 0 NaN
0 1 NaN
1 1 0.0839163066708257
2 1 NaN
3 1 NaN
4 1 NaN
0 2 NaN
1 2 NaN
2 2 NaN
3 2 0.04650582443670097
4 2 NaN
0 3 NaN
1 3 NaN
2 3 0.06994510757560585
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 NaN
3 4 0.06508023244273589
4 4 NaN
END
plot $data_4 using 1:2:3 with image pixels notitle, $data_4 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
