set encoding utf8
set terminal svg noenhanced size 1680,810 font 'sans-serif,12' background '#ffffff'
set output 'search-random-1.svg'
set multiplot layout 2,3 title 'random 1: ndcg@5' noenhanced
set xlabel 'zeroReconstructionPercent' noenhanced
set ylabel 'partialMaskingPercent' noenhanced
set xtics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set ytics ('10' 0, '30' 1, '50' 2, '70' 3, '90' 4) noenhanced
set xrange [-0.5:5.0-0.5]
set yrange [-0.5:5.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.040924172022463935:0.16330615389785497]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 NaN
1 0 NaN
2 0 NaN
3 0 0.1545273630856691
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 0.13223614944275106
4 1 NaN
0 2 0.07391535419358809
1 2 NaN
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 0.1157376741327757
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
2 0 0.16330615389785497
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.1493305837878782
0 2 NaN
1 2 NaN
2 2 NaN
3 2 NaN
4 2 0.1270793727777271
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 0.10764712803372088
3 4 0.1110911775459952
4 4 NaN
END
plot $data_1 using 1:2:3 with image pixels notitle, $data_1 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.1' noenhanced
$data_2 << END
0 0 NaN
1 0 0.15977033332173887
2 0 NaN
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.1114243347289949
0 2 NaN
1 2 NaN
2 2 0.12128340572170175
3 2 NaN
4 2 NaN
0 3 NaN
1 3 0.11742418667166683
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
2 0 0.06429446066302122
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.05214865005159301
0 2 NaN
1 2 NaN
2 2 0.08866388076221109
3 2 NaN
4 2 0.06278649595822239
0 3 NaN
1 3 NaN
2 3 NaN
3 3 0.07670255478536371
4 3 NaN
0 4 NaN
1 4 NaN
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
3 0 NaN
4 0 NaN
0 1 0.12829061760165042
1 1 0.07136168566736478
2 1 NaN
3 1 NaN
4 1 NaN
0 2 0.1151101893561646
1 2 NaN
2 2 NaN
3 2 0.04397019367805433
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 NaN
3 4 0.040924172022463935
4 4 NaN
END
plot $data_4 using 1:2:3 with image pixels notitle, $data_4 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
