set encoding utf8
set terminal svg noenhanced size 960,776 font 'sans-serif,12' background '#ffffff'
set output 'learning.svg'
set multiplot layout 2,2 title 'DeepFM/NeuMF, Table 2 on ratings of 4 and 5 (MovieLens-100K): learning' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.5 0
1 0.6985216637485673 0
2 0.7062433262917236 0
END
$data_0_1 << END
0 0.5009758807285907 0
1 0.7235570475866163 0
2 0.7354544550487137 0
END
$data_0_2 << END
0 0.480968065646688 0
1 0.6991123151828559 0
2 0.7094587603753248 0
END
$data_0_3 << END
0 0.4930251900782613 0
1 0.6287876276605683 0
2 0.6987225655969648 0
END
$data_0_4 << END
0 0.5073535099059678 0
1 0.6865499226025629 0
2 0.6998506294757165 0
END
$data_0_5 << END
0 0.4870794998749386 0
1 0.6889376410707667 0
2 0.7061770286817524 0
END
set ylabel 'AUC' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.6931471805599112 0
1 0.6895774970306536 0
2 0.6864752608770448 0
END
$data_1_1 << END
0 0.6931465741134432 0
1 0.6913668074567613 0
2 0.6896279287818643 0
END
$data_1_2 << END
0 0.6931570079356828 0
1 0.6888176067724429 0
2 0.6839284529145897 0
END
$data_1_3 << END
0 0.693297412573429 0
1 0.6902798502843578 0
2 0.6843612767356823 0
END
$data_1_4 << END
0 0.6931247002087976 0
1 0.6876524503750692 0
2 0.6817176474870554 0
END
$data_1_5 << END
0 0.693306963616385 0
1 0.6880944578413085 0
2 0.6782206459271238 0
END
set ylabel 'LogLoss' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_2_0 << END
0 0.5 0
1 0.7298829890764191 0
2 0.7390864365668416 0
END
$data_2_1 << END
0 0.49691710235463726 0
1 0.7904632777323608 0
2 0.8057822616874306 0
END
$data_2_2 << END
0 0.4893749341056156 0
1 0.7376965049774804 0
2 0.7516193312498091 0
END
$data_2_3 << END
0 0.49772880740018954 0
1 0.6542754426961804 0
2 0.7339113590085339 0
END
$data_2_4 << END
0 0.5032326051858782 0
1 0.718975367311692 0
2 0.7328581553027981 0
END
$data_2_5 << END
0 0.4930819976123057 0
1 0.7233586245664567 0
2 0.7393707052379737 0
END
set ylabel 'training AUC' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_3_0 << END
0 0.6931471805600826 0
1 0.688264400699208 0
2 0.6838994367971134 0
END
$data_3_1 << END
0 0.6931480722511113 0
1 0.6905998381323933 0
2 0.6880715807882037 0
END
$data_3_2 << END
0 0.6931432180525916 0
1 0.6871498143749741 0
2 0.6801535629344999 0
END
$data_3_3 << END
0 0.6933665591863407 0
1 0.6854323911533595 0
2 0.675846177507244 0
END
$data_3_4 << END
0 0.693185863130322 0
1 0.6849213376678321 0
2 0.6761634252562054 0
END
$data_3_5 << END
0 0.6933623051206541 0
1 0.6822250333869782 0
2 0.6692108725757564 0
END
set ylabel 'training LogLoss' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
unset multiplot
unset output
