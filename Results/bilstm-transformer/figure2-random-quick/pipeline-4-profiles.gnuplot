set encoding utf8
set terminal svg noenhanced size 825,256 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-profiles.svg'
set title 'BiLSTM-Transformer, Figure 2 on the simulated log divided at random: seed 1' noenhanced
set xtics ('events' 0, 'count(favourite)' 1, 'count(repurchase)' 2, 'count(comment)' 3, 'categories' 4, 'recency' 5, 'span' 6) noenhanced rotate by -30
set ytics ('cluster 1, users 47' 0, 'cluster 2, users 21' 1, 'cluster 3, users 12' 2) noenhanced
set xrange [-0.5:7.0-0.5]
set yrange [3.0-0.5:-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0:1]
unset colorbox
$data << END
0 0 0.22510899651923924 "0.1476"
1 0 0.3400489549990584 "0.1830"
2 0 0.19063829787234055 "0.0979"
3 0 0.16217494089834528 "0.1362"
4 0 0.3138526161994337 "0.2574"
5 0 0.22919136120695363 "0.1653"
6 0 0.7425032265925745 "0.6801"
0 1 1 "0.5505"
1 1 1 "0.5381"
2 1 1 "0.4190"
3 1 1 "0.4952"
4 1 1 "0.6381"
5 1 0 "0.0498"
6 1 1 "0.8873"
0 2 0 "0.0305"
1 2 0 "0"
2 2 0 "0.0222"
3 2 0 "0.0667"
4 2 0 "0.0833"
5 2 1 "0.5537"
6 2 0 "0.0824"
END
plot $data using 1:2:3 with image pixels notitle, $data using 1:2:4 with labels notitle
unset output
