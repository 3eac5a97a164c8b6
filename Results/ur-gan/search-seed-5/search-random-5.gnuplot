set encoding utf8
set terminal svg noenhanced size 1680,810 font 'sans-serif,12' background '#ffffff'
set output 'search-random-5.svg'
set multiplot layout 2,3 title 'random 5: ndcg@5' noenhanced
set xlabel 'zeroReconstructionPercent' noenhanced
set ylabel 'partialMaskingPercent' noenhanced
set xtics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set ytics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set xrange [-0.5:5.0-0.5]
set yrange [-0.5:5.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.03129514844285636:0.15977033332173887]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 NaN
1 0 NaN
2 0 0.1471170016098952
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 NaN
0 2 0.07391535419358809
1 2 0.11600103167986212
2 2 NaN
3 2 NaN
4 2 0.12292720665753455
0 3 0.06828796724068013
1 3 0.0945928092341793
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
2 0 NaN
3 0 NaN
4 0 NaN
0 1 0.1289627468837249
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
4 3 NaN
0 4 NaN
1 4 NaN
2 4 0.10764712803372088
3 4 NaN
4 4 NaN
END
plot $data_1 using 1:2:3 with image pixels notitle, $data_1 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.1' noenhanced
$data_2 << END
0 0 NaN
1 0 0.15977033332173887
2 0 0.15598916259820192
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 NaN
0 2 0.11971128245335301
1 2 0.12604614987382737
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 0.11098411491075398
3 3 0.11161416038442036
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
0 1 NaN
1 1 0.11655229246908
2 1 NaN
3 1 NaN
4 1 NaN
0 2 NaN
1 2 NaN
2 2 0.08866388076221109
3 2 NaN
4 2 0.06278649595822239
0 3 NaN
1 3 0.1021396733363967
2 3 NaN
3 3 NaN
4 3 NaN
0 4 0.11229416901209899
1 4 NaN
2 4 NaN
3 4 0.07459443129620436
4 4 NaN
END
plot $data_3 using 1:2:3 with image pixels notitle, $data_3 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.5' noenhanced
$data_4 << END
0 0 NaN
1 0 NaN
2 0 NaN
3 0 0.03129514844285636
4 0 NaN
0 1 NaN
1 1 0.07136168566736478
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
4 3 NaN
0 4 NaN
1 4 0.07326776210309797
2 4 NaN
3 4 NaN
4 4 NaN
END
plot $data_4 using 1:2:3 with image pixels notitle, $data_4 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
