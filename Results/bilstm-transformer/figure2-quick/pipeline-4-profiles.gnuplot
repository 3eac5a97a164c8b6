set encoding utf8
set terminal svg noenhanced size 825,256 font 'sans-serif,12' background '#ffffff'
set output 'pipeline-4-profiles.svg'
set title 'BiLSTM-Transformer, Figure 2: F1 against the length of the list (simulated log): seed 1' noenhanced
set xtics ('events' 0, 'count(favourite)' 1, 'count(repurchase)' 2, 'count(comment)' 3, 'categories' 4, 'recency' 5, 'span' 6) noenhanced rotate by -30
set ytics ('cluster 1, users 32' 0, 'cluster 2, users 30' 1, 'cluster 3, users 14' 2) noenhanced
set xrange [-0.5:7.0-0.5]
set yrange [3.0-0.5:-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0:1]
unset colorbox
$data << END
0 0 0.1977551403784411 "0.2091"
1 0 0.1919543429844099 "0.2109"
2 0 0.15960586443259722 "0.1354"
3 0 0.2907072368421052 "0.2578"
4 0 0.3572598253275109 "0.2917"
5 0 0.10193345942803461 "0.0968"
6 0 0.7578020098762105 "0.7020"
0 1 0 "0.0970"
1 1 0 "0.1083"
2 1 0 "0.0689"
3 1 0 "0.1000"
4 1 0 "0.1185"
5 1 1 "0.5681"
6 1 0 "0.1373"
0 2 1 "0.6638"
1 2 1 "0.6429"
2 2 1 "0.4857"
3 2 1 "0.6429"
4 2 1 "0.6032"
5 2 0 "0.0434"
6 2 1 "0.8824"
END
plot $data using 1:2:3 with image pixels notitle, $data using 1:2:4 with labels notitle
unset output
