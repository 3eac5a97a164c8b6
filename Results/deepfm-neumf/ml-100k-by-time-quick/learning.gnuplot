set encoding utf8
set terminal svg noenhanced size 960,776 font 'sans-serif,12' background '#ffffff'
set output 'learning.svg'
set multiplot layout 2,2 title 'DeepFM/NeuMF, Table 2 on ratings of 4 and 5, divided by time (MovieLens-100K): learning' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key bmargin center horizontal noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_0_0 << END
0 0.5 0
1 0.6495937090432503 0
2 0.6494253452969049 0
END
$data_0_1 << END
0 0.48714638572436736 0
1 0.6526479483818933 0
2 0.6599258997882851 0
END
$data_0_2 << END
0 0.4791692710958766 0
1 0.643712067748765 0
2 0.6457677185200121 0
END
$data_0_3 << END
0 0.5283980239943543 0
1 0.6136485532815809 0
2 0.6329781227946366 0
END
$data_0_4 << END
0 0.5350791410424438 0
1 0.6396602480088719 0
2 0.6421221897368686 0
END
$data_0_5 << END
0 0.5115949188426253 0
1 0.6315666901905435 0
2 0.6351335820143159 0
END
set ylabel 'AUC' noenhanced
plot $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_0_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_0_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_0_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_1_0 << END
0 0.6931471805599112 0
1 0.6894522757568445 0
2 0.6866892095227144 0
END
$data_1_1 << END
0 0.6931530628149035 0
1 0.6919918523606454 0
2 0.6908696209506359 0
END
$data_1_2 << END
0 0.6931834087462165 0
1 0.6888567578600188 0
2 0.6844784234145178 0
END
$data_1_3 << END
0 0.6932158760822887 0
1 0.6876744352740013 0
2 0.6818138960024209 0
END
$data_1_4 << END
0 0.6930530676679174 0
1 0.6874468190360781 0
2 0.684044096807154 0
END
$data_1_5 << END
0 0.6932524992212605 0
1 0.6866503915958609 0
2 0.6790137702222317 0
END
set ylabel 'LogLoss' noenhanced
plot $data_1_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_1_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_1_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_1_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_1_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_1_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_2_0 << END
0 0.5 0
1 0.7340075208157403 0
2 0.7400660667846999 0
END
$data_2_1 << END
0 0.49210521390112405 0
1 0.7926921597510108 0
2 0.8054088637628589 0
END
$data_2_2 << END
0 0.4831192920149285 0
1 0.7393963762678969 0
2 0.7472311674227666 0
END
$data_2_3 << END
0 0.5121263320214539 0
1 0.6574185488198283 0
2 0.7113172118303457 0
END
$data_2_4 << END
0 0.5073366763068414 0
1 0.7171709328238555 0
2 0.7303607116196293 0
END
$data_2_5 << END
0 0.5030797467065069 0
1 0.7105766057028571 0
2 0.7290217241798455 0
END
set ylabel 'training AUC' noenhanced
plot $data_2_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_2_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_2_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_2_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_2_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_2_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
set xlabel 'epoch' noenhanced offset 0,0.4
$data_3_0 << END
0 0.6931471805600826 0
1 0.6875526116191015 0
2 0.6828311158331609 0
END
$data_3_1 << END
0 0.6931489570160451 0
1 0.6905869242342317 0
2 0.6880649570056081 0
END
$data_3_2 << END
0 0.6931669646677188 0
1 0.6861657969331825 0
2 0.6778513367660658 0
END
$data_3_3 << END
0 0.6933081984848981 0
1 0.6843488592265449 0
2 0.6712614892222536 0
END
$data_3_4 << END
0 0.6932300949160122 0
1 0.6847550873458842 0
2 0.6772298312506849 0
END
$data_3_5 << END
0 0.6933280824866448 0
1 0.6810971363287436 0
2 0.6647318453622489 0
END
set ylabel 'training LogLoss' noenhanced
plot $data_3_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'LR' noenhanced, $data_3_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'LFM' noenhanced, $data_3_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'FM' noenhanced, $data_3_3 using 1:2 with lines linewidth 2 linecolor rgb '#cc79a7' title 'DNN' noenhanced, $data_3_4 using 1:2 with lines linewidth 2 linecolor rgb '#e69f00' title 'Wide&Deep' noenhanced, $data_3_5 using 1:2 with lines linewidth 2 linecolor rgb '#56b4e9' title 'DeepFM' noenhanced
unset multiplot
unset output
