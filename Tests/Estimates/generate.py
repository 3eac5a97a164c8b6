"""Writes interactions of a shop's size, one `user item rating time` a line, popular items first among equals.

Beside FILE.tsv come FILE.csv, the same with a header, and FILE-goods.csv, a genre or two of each item.

Every user and every item occurs, numbers are drawn from a seed, and popularity falls as a power of the
rank. Usage: generate.py FILE [--users N] [--items N] [--interactions N] [--seed N]
"""

import argparse
import bisect
import itertools
import random


def pairs(users, items, count, chance):
    """As many distinct pairs as asked for, with each user and each item in one of them."""
    found = {(n % users, n % items) for n in range(max(users, items))}
    if count < len(found) or count > users * items // 2:
        raise SystemExit(f"expected {len(found)} to {users * items // 2} interactions, not {count}")

    def shares(size, exponent):
        return list(itertools.accumulate((rank + 10) ** -exponent for rank in range(size)))

    active, popular = shares(users, 0.6), shares(items, 0.8)
    order = list(range(users)), list(range(items))
    for part in order:
        chance.shuffle(part)
    while len(found) < count:
        user = bisect.bisect(active, chance.random() * active[-1])
        item = bisect.bisect(popular, chance.random() * popular[-1])
        found.add((order[0][min(user, users - 1)], order[1][min(item, items - 1)]))
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--users", type=int, default=40_226)
    parser.add_argument("--items", type=int, default=54_542)
    parser.add_argument("--interactions", type=int, default=354_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    stem = options.file.removesuffix(".tsv")
    with open(options.file, "w", encoding="utf-8") as file, open(f"{stem}.csv", "w", encoding="utf-8") as csv:
        csv.write("user,item,rating,time\n")
        for user, item in pairs(options.users, options.items, options.interactions, chance):
            time = 1_500_000_000 + chance.randrange(100_000_000)
            cells = [f"u{user}", f"i{item}", str(chance.randint(1, 5)), str(time)]
            file.write("\t".join(cells) + "\n")
            csv.write(",".join(cells) + "\n")
    with open(f"{stem}-goods.csv", "w", encoding="utf-8") as goods:
        goods.write("id,genre\n")
        for item in range(options.items):
            genres = sorted({chance.randrange(18) for _ in range(2)})
            goods.write(f"i{item},{'|'.join(f'g{genre}' for genre in genres)}\n")


if __name__ == "__main__":
    main()
