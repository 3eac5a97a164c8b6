"""What data sets hold that cannot be fetched, and how they divide, by the Python library and nothing of Reprise.

    local_data.py FOLDER > local_data.json

FOLDER holds `ml-1m`. Events are pairs of dense indices: ids ascend as numbers, or as bytes where they are
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


print(json.dumps({"ml-1m": ml_1m()}, indent=1))
