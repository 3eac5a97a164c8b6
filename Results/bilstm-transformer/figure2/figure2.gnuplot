set encoding utf8
set terminal svg noenhanced size 820,440 font 'sans-serif,12' background '#ffffff'
set output 'figure2.svg'
set multiplot layout 1,1 title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log): figure2' noenhanced
set border 3 linecolor rgb '#666666'
set tics nomirror
set grid linecolor rgb '#dddddd' linetype 1
set style fill transparent solid 0.2 noborder
set key rmargin center vertical reverse Left noenhanced
set xlabel 'N, length of the list' noenhanced offset 0,0.4
$data_0_0 << END
5 0.11507278012690085 0.0007991734927728092
10 0.11072399929888632 0.0015012577317299043
15 0.10477919835234088 0.001521144920652349
20 0.09779775214055368 0.0012241106189954693
25 0.09098538384737309 0.0017529848054766563
30 0.08620635561476575 0.0027425724991292765
END
$data_0_1 << END
5 0.08774036149125301 0
10 0.09428596472076815 0
15 0.0942295328306622 0
20 0.09428609511156717 0
25 0.09060211310231851 1.6996749443881478e-17
30 0.08637068822011217 0
END
$data_0_2 << END
5 0.06682560614998267 0
10 0.0886744235803611 0
15 0.09227693684131284 1.6996749443881478e-17
20 0.08822805836620735 0
25 0.08484832149740273 0
30 0.08058762342592743 0
END
set yrange [0:*]
$data_0_bound << END
5 0.7463625601093359 1.3597399555105182e-16
10 0.6823055070331666 0
15 0.5625043888375296 0
20 0.4694444858125941 0
25 0.4004017812762654 0
30 0.34855016747837486 0
END
set ylabel 'F1@N' noenhanced
plot $data_0_0 using 1:($2-$3):($2+$3) with filledcurves fillcolor rgb '#0072b2' notitle, $data_0_1 using 1:($2-$3):($2+$3) with filledcurves fillcolor rgb '#d55e00' notitle, $data_0_2 using 1:($2-$3):($2+$3) with filledcurves fillcolor rgb '#009e73' notitle, $data_0_0 using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'BiLSTM-Transformer' noenhanced, $data_0_1 using 1:2 with lines linewidth 2 linecolor rgb '#d55e00' title 'Collaborative filtering' noenhanced, $data_0_2 using 1:2 with lines linewidth 2 linecolor rgb '#009e73' title 'Association rules' noenhanced, $data_0_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333' title 'bound' noenhanced
unset multiplot
unset output
