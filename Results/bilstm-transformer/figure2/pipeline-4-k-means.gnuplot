set encoding utf8
set terminal svg noenhanced size 640,400 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-k-means.svg'
set title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log)' noenhanced
set xlabel 'k' noenhanced
set ylabel 'DB' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set xtics 1
set key rmargin center vertical reverse Left noenhanced
set xrange [1.5:10.5]
$data_0 << END
2 1.34432114068647
3 1.2439501780760585
4 1.351260405337248
5 1.4582442950303478
6 1.427255109965239
7 1.5649588767805984
8 1.6334354657858277
9 1.868102492199777
10 1.6665059895394339
END
$data_1 << END
2 1.34432114068647
3 1.2439501780760585
4 1.3512604053372481
5 1.4560376347450756
6 1.5865823415250269
7 1.6171047658712665
8 1.6102210910401364
9 1.8202956567292203
10 2.0126333177754474
END
$data_2 << END
2 1.34432114068647
3 1.2467680806453278
4 1.351260405337248
5 1.4560376347450756
6 1.539234818164107
7 1.617104765871267
8 1.6522263632405052
9 1.8216949464104326
10 1.7990597837463653
END
plot $data_0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#0072b2' title 'seed 1' noenhanced, $data_1 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#d55e00' title 'seed 2' noenhanced, $data_2 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '#009e73' title 'seed 3' noenhanced
unset output
