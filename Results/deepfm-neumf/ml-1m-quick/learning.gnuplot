set encoding utf8
set terminal svg noenhanced size 960,776 font 'sans-serif,12' background '#ffffff'
set output 'learning.svg'
set multiplot layout 2,2 title 'DeepFM/NeuMF, Table 2 on ratings of 4 and 5 (MovieLens-1M): learning' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.5 0
1 0.6797032517959759 0
2 0.6836509788668482 0
END
$data_0_1 << END
0 0.5020070420018968 0
1 0.6921931578856027 0
2 0.7030338389731622 0
END
$data_0_2 << END
0 0.520224061840578 0
1 0.6792065956749572 0
2 0.6828975724592186 0
END
$data_0_3 << END
0 0.5106329328437212 0
1 0.5780015537731062 0
2 0.6528297148387373 0
END
$data_0_4 << END
0 0.4987713758650647 0
1 0.6487839836823197 0
2 0.6681448949569752 0
END
$data_0_5 << END
0 0.5199698637436948 0
1 0.6436015072211656 0
2 0.6674006764323654 0
END
set ylabel 'AUC' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.6931471805599112 0
1 0.6887257342735341 0
2 0.6850513435111497 0
END
$data_1_1 << END
0 0.6931489351277016 0
1 0.6914274711491366 0
2 0.6897406359028001 0
END
$data_1_2 << END
0 0.6931387301759296 0
1 0.6879121526107529 0
2 0.6822403629914919 0
END
$data_1_3 << END
0 0.693370870997243 0
1 0.6821959044906672 0
2 0.6781868810837083 0
END
$data_1_4 << END
0 0.6930718629583482 0
1 0.684963976249889 0
2 0.6786004277352726 0
END
$data_1_5 << END
0 0.693362619600399 0
1 0.6804871539597668 0
2 0.6750905607922356 0
END
set ylabel 'LogLoss' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_2_0 << END
0 0.5 0
1 0.7910676571888021 0
2 0.8111763925830744 0
END
$data_2_1 << END
0 0.4984187774935361 0
1 0.8508938222741724 0
2 0.8789324331255121 0
END
$data_2_2 << END
0 0.5113307793931514 0
1 0.7986034176988518 0
2 0.8208017704544284 0
END
$data_2_3 << END
0 0.487014239299315 0
1 0.6055023064920501 0
2 0.7134117047933886 0
END
$data_2_4 << END
0 0.5000354860520688 0
1 0.7333090185581476 0
2 0.7630032250570262 0
END
$data_2_5 << END
0 0.4929542421450392 0
1 0.7156568451771098 0
2 0.7478917339361584 0
END
set ylabel 'training AUC' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_3_0 << END
0 0.6931471805600826 0
1 0.6873632908906576 0
2 0.6822019654679332 0
END
$data_3_1 << END
0 0.6931479174753477 0
1 0.6902850789914541 0
2 0.687328688318084 0
END
$data_3_2 << END
0 0.6931495696385783 0
1 0.6860955492835674 0
2 0.6776125370800795 0
END
$data_3_3 << END
0 0.693453694782147 0
1 0.6798741452502549 0
2 0.6717615305791614 0
END
$data_3_4 << END
0 0.6930799323536735 0
1 0.6829243799452387 0
2 0.6737636069216841 0
END
$data_3_5 << END
0 0.6934562587538181 0
1 0.6767661174236683 0
2 0.6664577117981001 0
END
set ylabel 'training LogLoss' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
unset multiplot
unset output
