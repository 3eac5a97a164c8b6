set encoding utf8
set terminal svg noenhanced size 960,840 font 'sans-serif,12' background '#ffffff'
set output 'figure2-all.svg'
set multiplot layout 2,2 title 'BiLSTM-Transformer, Figure 2 on MovieLens-1M: figure2-all' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.004318869320360522 0
10 0.005106112511845929 0
15 0.00511498215835732 0
20 0.0050748793961867995 0
25 0.005288155647301081 0
30 0.00524789017246925 0
END
$data_0_1 << END
5 0.0042739896641194874 0
10 0.004040890623438477 0
15 0.003708254481476826 0
20 0.0035536730264053335 0
25 0.003527196850008547 0
30 0.0035286890658877395 0
END
$data_0_2 << END
5 0.0044851998251938625 0
10 0.005616070183704731 0
15 0.005868024148354 0
20 0.005739392168041844 0
25 0.005830571493555257 0
30 0.005950302147055338 0
END
$data_0_3 << END
5 0.0009244613838882394 0
10 0.0011635188982895063 0
15 0.0013914366254472199 0
20 0.0015557647807103502 0
25 0.0016524082315862356 0
30 0.0016517552032706175 0
END
$data_0_4 << END
5 0.004150619569647308 0
10 0.004657237289594149 0
15 0.004879811814740727 0
20 0.005062783604531226 0
25 0.005183773994993678 0
30 0.005331964156003083 0
END
$data_0_5 << END
5 0.003974192954210851 0
10 0.0037213925302684568 0
15 0.004283987853033786 0
20 0.004513272472830949 0
25 0.0044200111579647304 0
30 0.004585554057718022 0
END
$data_0_6 << END
5 0.0044851998251938625 0
10 0.005616070183704731 0
15 0.005868024148354 0
20 0.005739392168041844 0
25 0.005830571493555257 0
30 0.005950302147055338 0
END
set yrange [0:*]
$data_0_bound << END
5 0.5404718580483966 0
10 0.3417826763667798 0
15 0.24765610757897144 0
20 0.19423102090435715 0
25 0.15985075323385936 0
30 0.13585966174053474 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_0_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_1_0 << END
5 0.0033402922755741103 0
10 0.0032508201610497995 0
15 0.0030022865095933947 0
20 0.0028780196838651953 0
25 0.0029227557411273405 0
30 0.0028531663187195476 0
END
$data_1_1 << END
5 0.0031167647832294923 0
10 0.00255984480962637 0
15 0.0021979832856180506 0
20 0.0020290059988705388 0
25 0.001968010620832507 0
30 0.0019414732752687633 0
END
$data_1_2 << END
5 0.0031911720847002663 0
10 0.0034496470822149242 0
15 0.003373430095768294 0
20 0.00320111343075853 0
25 0.003197136892335208 0
30 0.0032209961228750316 0
END
$data_1_3 << END
5 0.0008165922116581756 0
10 0.0008082426809507068 0
15 0.0008505413212864282 0
20 0.0009017988875766479 0
25 0.0009362480359119863 0
30 0.0009203702920604623 0
END
$data_1_4 << END
5 0.0030122278556516547 0
10 0.002897902375981703 0
15 0.0028399111906418756 0
20 0.0028407396361467344 0
25 0.0028511780495078967 0
30 0.0028912748119428637 0
END
$data_1_5 << END
5 0.00286310766477781 0
10 0.0023560990158067365 0
15 0.0025449845909136064 0
20 0.0025797793021175037 0
25 0.002469430360870862 0
30 0.002515160552738835 0
END
$data_1_6 << END
5 0.0031911720847002663 0
10 0.0034496470822149242 0
15 0.003373430095768294 0
20 0.00320111343075853 0
25 0.003197136892335208 0
30 0.0032209961228750316 0
END
set yrange [0:*]
set ylabel 'P@N' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_1_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_2_0 << END
5 0.008017932294699368 0
10 0.016861588059023196 0
15 0.024523880533424226 0
20 0.03061308410249657 0
25 0.03980421358142803 0
30 0.04711145798231991 0
END
$data_2_1 << END
5 0.009082185273214357 0
10 0.013921271186932909 0
15 0.016995798778686278 0
20 0.020626733465326914 0
25 0.02482788903351518 0
30 0.029110811190632205 0
END
$data_2_2 << END
5 0.009464753194249166 0
10 0.020380232816856744 0
15 0.030662819523541256 0
20 0.03862141934017866 0
25 0.04701851070028821 0
30 0.0561615742013893 0
END
$data_2_3 << END
5 0.0013688569141955779 0
10 0.002837894692280355 0
15 0.005698863854971527 0
20 0.008827142183762723 0
25 0.011728883982078095 0
30 0.013651934314328845 0
END
$data_2_4 << END
5 0.00859689735323496 0
10 0.01600000473397432 0
15 0.024205323511914633 0
20 0.03285283494051761 0
25 0.04063300337532368 0
30 0.049384432712795384 0
END
$data_2_5 << END
5 0.008043259057276354 0
10 0.011956362224778567 0
15 0.018901812638764632 0
20 0.02637853332007821 0
25 0.031344945772324245 0
30 0.038674203153773665 0
END
$data_2_6 << END
5 0.009464753194249166 0
10 0.020380232816856744 0
15 0.030662819523541256 0
20 0.03862141934017866 0
25 0.04701851070028821 0
30 0.0561615742013893 0
END
set yrange [0:*]
set ylabel 'R@N' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, $data_2_6 using 1:2 with lines linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
set yrange [0:*]
$data_3_bound << END
20 0.7275647382308723 0
40 nan 0
60 nan 0
80 nan 0
100 nan 0
120 nan 0
END
set ylabel 'F1@N(step=20)' noenhanced
plot 0.002150537634408602 with lines dashtype 2 linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, 0.0037861811391223157 with lines dashtype 2 linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, 0 with lines dashtype 2 linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, 0.00625 with lines dashtype 2 linewidth 2 linecolor rgb '#cc79a7' title 'Item-kNN' noenhanced, 0 with lines dashtype 2 linewidth 2 linecolor rgb '#e69f00' title 'Markov chain' noenhanced, 0.008749999999999999 with lines dashtype 2 linewidth 2 linecolor rgb '#56b4e9' title 'SASRec' noenhanced, 0 with lines dashtype 2 linewidth 2 linecolor rgb '#000000' title 'ItemPop' noenhanced, $data_3_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
