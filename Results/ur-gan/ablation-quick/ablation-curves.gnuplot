set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'ablation-curves.svg'
set multiplot layout 1,1 title 'UR-GAN as printed, one assumption changed at a time (MovieLens-100K): ablation-curves' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.010604453870625669 0
1 0.01049840933191941 0
END
$data_0_1 << END
0 0.010763520678685056 0
1 0.01049840933191941 0
END
$data_0_2 << END
0 0.010763520678685056 0
1 0.01049840933191941 0
END
$data_0_3 << END
0 0.01049840933191941 0
1 0.01049840933191941 0
END
$data_0_4 << END
0 0.010551431601272539 0
1 0.01049840933191941 0
END
$data_0_5 << END
0 0.010604453870625669 0
1 0.01049840933191941 0
END
$data_0_6 << END
0 0.010604453870625669 0
1 0.028260869565217527 0
END
$data_0_7 << END
0 0.010657476139978793 0
1 0.04936373276776238 0
END
set ylabel 'P@20' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'as printed' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'condition: interactions' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'condition: both' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'years as well' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'genres alone' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'values weighted alike' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'linear output' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'leaky ReLU inside' noenhanced
unset multiplot
unset output
