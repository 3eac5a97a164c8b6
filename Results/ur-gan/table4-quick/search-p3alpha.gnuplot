set encoding utf8
set terminal svg noenhanced size 400,370 font 'sans-serif,12' background '#ffffff'
set output 'search-p3alpha.svg'
set multiplot layout 1,1 title 'P3alpha: ndcg@5' noenhanced
set xlabel 'neighbours' noenhanced
set ylabel 'alpha' noenhanced
set xtics ('20' 0, '50' 1, '100' 2) noenhanced
set ytics ('0.2' 0, '0.4' 1, '0.7' 2, '1' 3) noenhanced
set xrange [-0.5:3.0-0.5]
set yrange [-0.5:4.0-0.5]
set tics scale 0
set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
set cbrange [0.1511081330842591:0.15793138054873532]
set title '' noenhanced
$data_0 << END
0 0 0.1511081330842591
1 0 0.15529998671513667
2 0 0.1567996486298968
0 1 0.15401419318014745
1 1 0.15793138054873532
2 1 0.15601621828318352
0 2 0.15575371925309248
1 2 0.15762029075509928
2 2 0.1550821520635591
0 3 0.15764869311104476
1 3 0.15769958050368074
2 3 0.15355727862304064
END
plot $data_0 using 1:2:3 with image pixels notitle, $data_0 using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle
unset multiplot
unset output
