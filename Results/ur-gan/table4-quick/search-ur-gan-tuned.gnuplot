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
set cbrange [0.08111309101854164:0.10134818970876062]
set title '' noenhanced
$data_0 << END
0 0 0.08942253408897861
1 0 0.10134818970876062
0 1 0.08878271550843155
1 1 0.08111309101854164
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
