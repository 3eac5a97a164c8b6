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
set cbrange [0.04109633190583203:0.17210471539437414]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 NaN
1 0 NaN
2 0 NaN
3 0 0.1593986370429481
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 0.12758384524141153
4 1 NaN
0 2 0.09012704114274665
1 2 NaN
2 2 NaN
3 2 NaN
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 0.12089489133342898
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
2 0 0.16761606764026743
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.15402588367814277
0 2 NaN
1 2 NaN
2 2 NaN
3 2 NaN
4 2 0.12582002515822766
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 0.12177513424843618
3 4 0.10434895513477188
4 4 NaN
END
plot $data_1 using 1:2:3 with image pixels notitle, $data_1 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.1' noenhanced
$data_2 << END
0 0 NaN
1 0 0.17210471539437414
2 0 NaN
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.12554035326204968
0 2 NaN
1 2 NaN
2 2 0.12820229517939735
3 2 NaN
4 2 NaN
0 3 NaN
1 3 0.11270427699526987
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
2 0 0.06257340689135564
3 0 NaN
4 0 NaN
0 1 NaN
1 1 NaN
2 1 NaN
3 1 NaN
4 1 0.0557887055375044
0 2 NaN
1 2 NaN
2 2 0.10575197864806023
3 2 NaN
4 2 0.05888117841659206
0 3 NaN
1 3 NaN
2 3 NaN
3 3 0.08726228168486508
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
0 1 0.13731413201885534
1 1 0.07173232624874014
2 1 NaN
3 1 NaN
4 1 NaN
0 2 0.11233534206776351
1 2 NaN
2 2 NaN
3 2 0.04109633190583203
4 2 NaN
0 3 NaN
1 3 NaN
2 3 NaN
3 3 NaN
4 3 NaN
0 4 NaN
1 4 NaN
2 4 NaN
3 4 0.04735466111891391
4 4 NaN
END
plot $data_4 using 1:2:3 with image pixels notitle, $data_4 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
