set encoding utf8
set terminal svg noenhanced size 640,270 font 'sans-serif,12' background '#ffffff'
set output 'search-ur-gan-tuned.svg'
set multiplot layout 1,2 title 'UR-GAN (tuned): ndcg@5' noenhanced
set xlabel 'zeroReconstructionPercent' noenhanced
set ylabel 'partialMaskingPercent' noenhanced
set xtics ('10' 0, '90' 1) noenhanced
set ytics ('10' 0, '90' 1) noenhanced
set xrange [-0.5:2.0-0.5]
set yrange [-0.5:2.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.011700408299324788:0.08652930640422807]
set title 'zeroReconstructionWeight 0.01' noenhanced
$data_0 << END
0 0 0.0705676770525586
1 0 0.08652930640422807
0 1 0.022573072689404425
1 1 0.08056279434358726
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
set title 'zeroReconstructionWeight 0.5' noenhanced
$data_1 << END
0 0 0.021957085261922228
1 0 0.013515671506871238
0 1 0.0568317402348662
1 1 0.011700408299324788
END
plot $data_1 using 1:2:3 with image pixels notitle, $data_1 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
