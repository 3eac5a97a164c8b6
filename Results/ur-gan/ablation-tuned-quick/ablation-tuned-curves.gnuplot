set encoding utf8
set terminal svg noenhanced size 960,600 font 'sans-serif,12' background '#ffffff'
set output 'ablation-tuned-curves.svg'
set multiplot layout 1,2 title 'UR-GAN at tuned settings, one changed at a time (MovieLens-100K): ablation-tuned-curves' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_1 << END
0 0.017391304347826066 0
1 0.08207847295864298 0
END
$data_0_2 << END
0 0.011028632025450687 0
1 0.06914103923647955 0
END
$data_0_3 << END
0 0.010604453870625662 0
1 0.06723223753976695 0
END
$data_0_4 << END
0 0.016542948038176013 0
1 0.09289501590668128 0
END
$data_0_5 << END
0 0.015482502651113448 0
1 0.08038176033934288 0
END
$data_0_6 << END
0 0.017391304347826066 0
1 0.1032873806998945 0
END
$data_0_7 << END
0 0.01548250265111345 0
1 0.06299045599151663 0
END
$data_0_8 << END
0 0.003393425238600213 0
1 0.025662778366914055 0
END
$data_0_9 << END
0 0.017391304347826066 0
1 0.08674443266171836 0
END
$data_0_10 << END
0 0.017391304347826066 0
1 0.0761399787910926 0
END
$data_0_11 << END
0 0.017391304347826066 0
1 0.1594909862142102 0
END
$data_0_12 << END
0 0.017391304347826066 0
1 0.07465535524920495 0
END
$data_0_13 << END
0 0.017391304347826066 0
1 0.01081654294803817 0
END
$data_0_14 << END
0 0.017391304347826066 0
1 0.08589607635206828 0
END
$data_0_15 << END
0 0.017391304347826066 0
1 0.056203605514316204 0
END
$data_0_16 << END
0 0.017391304347826066 0
1 0.1107104984093325 0
END
$data_0_17 << END
0 0.017391304347826066 0
1 0.015270413573700936 0
END
set ylabel 'P@5' noenhanced
plot 0.21845174973488762 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'tuned' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'condition: interactions' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'condition: both' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'without years' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'values weighted alike' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'sigmoid output' noenhanced, $data_0_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'leaky ReLU inside' noenhanced, $data_0_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'printed layers' noenhanced, $data_0_9 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#d55e00' title 'S^ZR 10' noenhanced, $data_0_10 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#009e73' title 'S^ZR 90' noenhanced, $data_0_11 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#cc79a7' title 'S^PM 10' noenhanced, $data_0_12 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#e69f00' title 'S^PM 90' noenhanced, $data_0_13 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#56b4e9' title 'α 0.5' noenhanced, $data_0_14 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#000000' title 'α 0.01' noenhanced, $data_0_15 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#b3a200' title 'rate of G 1e-4' noenhanced, $data_0_16 using 1:2 with lines linewidth 2 dashtype 5 linecolor rgb '#0072b2' title 'saturating loss' noenhanced, $data_0_17 using 1:2 with lines linewidth 2 dashtype 5 linecolor rgb '#d55e00' title 'no adversary' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_1 << END
0 0.012146664728414632 0
1 0.08836061813949676 0
END
$data_1_2 << END
0 0.011595740713403366 0
1 0.0637114344344603 0
END
$data_1_3 << END
0 0.011501099721448256 0
1 0.06105243775513034 0
END
$data_1_4 << END
0 0.012230974976201169 0
1 0.0785826664133309 0
END
$data_1_5 << END
0 0.012533647269376806 0
1 0.0788814584322728 0
END
$data_1_6 << END
0 0.012146664728414632 0
1 0.10846795801538198 0
END
$data_1_7 << END
0 0.016055828201534957 0
1 0.057540460322300216 0
END
$data_1_8 << END
0 0.009523891345639525 0
1 0.027592777035852875 0
END
$data_1_9 << END
0 0.012146664728414632 0
1 0.07770872947493136 0
END
$data_1_10 << END
0 0.012146664728414632 0
1 0.07429427538017674 0
END
$data_1_11 << END
0 0.012146664728414632 0
1 0.1398176600556607 0
END
$data_1_12 << END
0 0.012146664728414632 0
1 0.06113405135724358 0
END
$data_1_13 << END
0 0.012146664728414632 0
1 0.014791186956241842 0
END
$data_1_14 << END
0 0.012146664728414632 0
1 0.080450648811516 0
END
$data_1_15 << END
0 0.012146664728414632 0
1 0.0487091649684374 0
END
$data_1_16 << END
0 0.012146664728414632 0
1 0.08711372158774636 0
END
$data_1_17 << END
0 0.012146664728414632 0
1 0.012346884729967103 0
END
set ylabel 'NDCG@20' noenhanced
plot 0.21088124742187164 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'ItemPop' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'tuned' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'condition: interactions' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'condition: both' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'without years' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'values weighted alike' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'sigmoid output' noenhanced, $data_1_7 using 1:2 with lines linewidth 2 linecolor rgb '#b3a200' title 'leaky ReLU inside' noenhanced, $data_1_8 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#0072b2' title 'printed layers' noenhanced, $data_1_9 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#d55e00' title 'S^ZR 10' noenhanced, $data_1_10 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#009e73' title 'S^ZR 90' noenhanced, $data_1_11 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#cc79a7' title 'S^PM 10' noenhanced, $data_1_12 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#e69f00' title 'S^PM 90' noenhanced, $data_1_13 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#56b4e9' title 'α 0.5' noenhanced, $data_1_14 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#000000' title 'α 0.01' noenhanced, $data_1_15 using 1:2 with lines linewidth 2 dashtype 4 linecolor rgb '#b3a200' title 'rate of G 1e-4' noenhanced, $data_1_16 using 1:2 with lines linewidth 2 dashtype 5 linecolor rgb '#0072b2' title 'saturating loss' noenhanced, $data_1_17 using 1:2 with lines linewidth 2 dashtype 5 linecolor rgb '#d55e00' title 'no adversary' noenhanced
unset multiplot
unset output
