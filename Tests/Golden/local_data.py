"""What data sets hold that cannot be fetched, and how they divide, by the Python library and nothing of Reprise.

    local_data.py FOLDER > local_data.json

FOLDER holds `ml-1m`, `taobao-userbehavior` and `groceries`. Events are pairs of dense indices: ids ascend as numbers, or as bytes where they are
words. A split's digest is the SHA-256 of its three parts, one after the other: `users items pairs` and a line feed, then
the distinct pairs ascending, two little-endian 32-bit numbers each.
"""
import gzip
import hashlib
import json
import struct
import sys
from pathlib import Path

folder = Path(sys.argv[1])


def digest(users, items, *parts):
    whole = hashlib.sha256()
    for part in parts:
        pairs = sorted(set(part))
        whole.update(f"{users} {items} {len(pairs)}\n".encode())
        whole.update(b"".join(struct.pack("<ii", *pair) for pair in pairs))
    return whole.hexdigest()


def ml_1m():
    """Every user's films in order; the last is held out, the last but one is for validation."""
    lines = gzip.open(folder / "ml-1m" / "ml-1m.sasrec-order.tsv.gz", "rt").read().splitlines()[1:]
    orders = {int(user): [int(item) for item in items.split()] for user, _, items in (l.split("\t") for l in lines)}
    place = {item: at for at, item in enumerate(sorted({item for items in orders.values() for item in items}))}
    parts = [[], [], []]
    for user, items in orders.items():
        cut = [items[:-2], items[-2:-1], items[-1:]]
        for part, own in zip(parts, cut):
            part += [(user - 1, place[item]) for item in own]
    return {
        "users": len(orders),
        "items": len(place),
        "events": sum(map(len, orders.values())),
        "last": [orders[user][-1] for user in range(1, 21)],
        "before": [orders[user][-2] for user in range(1, 21)],
        "leaveOneOut": digest(len(orders), len(place), *parts),
    }


def dense(values):
    return {value: at for at, value in enumerate(sorted(set(values)))}


def taobao(unit, rows=50_000):
    """The first lines. The last 40% in time are tested on, of equal times those later in the file."""
    lines = (folder / "taobao-userbehavior" / "UserBehavior.head.csv").read_text().splitlines()
    whole = [(int(u), int(i), int(c), b, int(t)) for u, i, c, b, t in (l.split(",") for l in lines if l.count(",") == 4)]
    events = whole[:rows]
    things = [event[1 if unit == "items" else 2] for event in events]
    in_time = sorted(range(len(events)), key=lambda at: events[at][4])  # a stable sort
    kinds, bought = [event[3] for event in events], set()
    for at in in_time:
        if kinds[at] == "buy":
            pair = (events[at][0], things[at])
            kinds[at] = "repurchase" if pair in bought else "buy"
            bought.add(pair)
    user, item = dense(event[0] for event in events), dense(things)
    pairs = [(user[event[0]], item[thing]) for event, thing in zip(events, things)]
    cut = len(events) - round(0.4 * len(events))
    train, test = in_time[:cut], in_time[cut:]
    learned = {pairs[at] for at in train}
    tests = {
        "keep": [pairs[at] for at in test if pairs[at] not in learned],
        "revisit": [pairs[at] for at in test],
        "liked": [pairs[at] for at in test if kinds[at] in ("buy", "repurchase")],
        "other": [pairs[at] for at in test if kinds[at] != "pv"],
    }
    size = len(user), len(item)
    digests = {name: digest(*size, [pairs[at] for at in train], [], part) for name, part in tests.items()}
    # What is liked is said of the validation part as well, which is empty.
    for name in ("liked", "other"):
        digests[name] = digest(*size, [pairs[at] for at in train], [], tests[name], [])
    known = {item for _, item in learned}
    return {
        "lines": len(whole),
        "users": size[0],
        "items": size[1],
        "categories": len({event[2] for event in events}),
        "kinds": {kind: kinds.count(kind) for kind in ("pv", "fav", "cart", "buy", "repurchase")},
        "tested": {name: len(set(part)) for name, part in tests.items()},
        "testedOfKnown": {name: sum(item in known for _, item in set(part)) for name, part in tests.items()},
        "timesAtTheCut": sum(events[at][4] == events[test[0]][4] for at in in_time),
        "byTime": digests,
    }


def groceries():
    lines = (folder / "groceries" / "baskets.csv").read_text().splitlines()[1:]
    pairs = [line.split(",", 1) for line in lines]
    basket, good = dense(int(b) for b, _ in pairs), dense(g.encode() for _, g in pairs)
    events = [(basket[int(b)], good[g.encode()]) for b, g in pairs]
    sizes = [0] * len(basket)
    for at, _ in events:
        sizes[at] += 1
    return {
        "baskets": len(basket),
        "items": len(good),
        "pairs": len(set(events)),
        "first": next(iter(good)).decode(),
        "largest": max(sizes),
        "wholeMilk": sum(g == "whole milk" for _, g in pairs),
        "pairsDigest": digest(len(basket), len(good), events),
    }


golden = {"ml-1m": ml_1m(), "taobao": {unit: taobao(unit) for unit in ("items", "categories")}, "groceries": groceries()}
print(json.dumps(golden, indent=1))
