set encoding utf8
set terminal svg noenhanced size 320,270 font 'sans-serif,12' background '#ffffff'
set output 'search-ur-gan-tuned.svg'
set multiplot layout 1,1 title 'UR-GAN (tuned): ndcg@5' noenhanced
set xlabel 'generatorLearningRate' noenhanced
set ylabel 'valueWeighting' noenhanced
set xtics ('0.0003' 0, '0.001' 1) noenhanced
set ytics ('"dense"' 0, '"softmax"' 1) noenhanced
set xrange [-0.5:2.0-0.5]
set yrange [-0.5:2.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.023030063472108918:0.04999322363583972]
set title '' noenhanced
$data_0 << END
0 0 0.023030063472108918
1 0 0.04999322363583972
0 1 0.027050916059763494
1 1 0.04904610840991205
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
