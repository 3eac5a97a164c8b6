set encoding utf8
set terminal svg noenhanced size 1050,224 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-profiles.svg'
set title 'BiLSTM-Transformer, Figure 2 on Taobao''s log, items: seed 1' noenhanced
set xtics ('events' 0, 'count(fav)' 1, 'count(cart)' 2, 'count(buy)' 3, 'count(repurchase)' 4, 'categories' 5, 'recency' 6, 'span' 7, 'active-days' 8, 'active-hours' 9) noenhanced rotate by -30
set ytics ('cluster 1, users 26' 0, 'cluster 2, users 14' 1) noenhanced
set xrange [-0.5:10.0-0.5]
set yrange [2.0-0.5:-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0:1]
unset colorbox
$data << END
0 0 1 "0.2441"
1 0 1 "0.0705"
2 0 1 "0.2390"
3 0 1 "0.1453"
4 0 1 "0.0577"
5 0 1 "0.4615"
6 0 0 "0.1406"
7 0 1 "0.8445"
8 0 1 "0.7244"
9 0 1 "0.4706"
0 1 0 "0.0458"
1 1 0 "0.0079"
2 1 0 "0.0255"
3 1 0 "0.0635"
4 1 0 "0.0357"
5 1 0 "0.0893"
6 1 1 "0.5071"
7 1 0 "0.4510"
8 1 0 "0.3333"
9 1 0 "0.1176"
END
plot $data using 1:2:3 with image pixels notitle, $data using 1:2:4 with labels notitle
unset output
