set encoding utf8
set terminal svg noenhanced size 960,392 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,2 title 'DeepFM/NeuMF, Figures 2 and 3: LogLoss and AUC against epochs (simulated log): figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.6932870501468403 0
1 0.6365480254069318 0
2 0.5845844428654612 0
END
$data_0_1 << END
0 0.6923524286347301 0
1 0.6161562878613412 0
2 0.4811812676300331 0
END
$data_0_2 << END
0 0.6923524286347301 0
1 0.5662607366716851 0
2 0.41027581995165285 0
END
$data_0_3 << END
0 0.6924922755687777 0
1 0.5655655133873411 0
2 0.40859629300214706 0
END
set ylabel 'LogLoss' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'FM' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'DNN' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Wide&Deep' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DeepFM' noenhanced, 0.1917336635373511 with lines dashtype 2 linewidth 2 linecolor rgb '#e69f00' title 'oracle' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.6930795062397952 0
1 0.6361960707768138 0
2 0.5840379356743775 0
END
$data_1_1 << END
0 0.6922765742703285 0
1 0.6156540282175417 0
2 0.4805109372214601 0
END
$data_1_2 << END
0 0.6922765742703285 0
1 0.5658594611024973 0
2 0.4106468735879084 0
END
$data_1_3 << END
0 0.6922089801220661 0
1 0.56521348716012 0
2 0.40920773627220675 0
END
set ylabel 'training LogLoss' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'FM' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'DNN' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Wide&Deep' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DeepFM' noenhanced, 0.19896233838042549 with lines dashtype 2 linewidth 2 linecolor rgb '#e69f00' title 'oracle' noenhanced
unset multiplot
unset output
