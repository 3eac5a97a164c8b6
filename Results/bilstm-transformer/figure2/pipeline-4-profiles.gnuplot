set encoding utf8
set terminal svg noenhanced size 750,256 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-profiles.svg'
set title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log): seed 1' noenhanced
set xtics ('events' 0, 'count(comment)' 1, 'items' 2, 'recency' 3, 'span' 4, 'active-hours' 5) noenhanced rotate by -30
set ytics ('cluster 1, users 197' 0, 'cluster 2, users 149' 1, 'cluster 3, users 52' 2) noenhanced
set xrange [-0.5:6.0-0.5]
set yrange [3.0-0.5:-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0:1]
unset colorbox
$data << END
0 0 0.20861715882753942 "0.0536"
1 0 0.2146435940605336 "0.0701"
2 0 0.2562026823349517 "0.1295"
3 0 0.1614577446751572 "0.1139"
4 0 0.7919139774374581 "0.8033"
5 0 0.31722151989987407 "0.2693"
0 1 1 "0.1655"
1 1 1 "0.1959"
2 1 1 "0.3426"
3 1 0 "0.0526"
4 1 1 "0.9195"
5 1 1 "0.6005"
0 2 0 "0.0241"
1 2 0 "0.0357"
2 2 0 "0.0561"
3 2 1 "0.4322"
4 2 0 "0.3610"
5 2 0 "0.1154"
END
plot $data using 1:2:3 with image pixels notitle, $data using 1:2:4 with labels notitle
unset output
