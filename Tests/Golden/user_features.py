"""Reference values of the features of users, counted by Python's own sets and calendar.

Usage: python user_features.py > user_features.json
"""
import json
import random
import sys
from datetime import datetime, timezone

random.seed(3)
BEHAVIOURS = ["pv", "fav", "cart", "buy"]
ITEMS = {item: sorted(random.sample("abcde", random.randint(0, 3))) for item in range(12)}
events = [
    {
        "user": random.choice([0, 1, 2, 4, 5]), "item": random.randrange(12),
        "time": random.randint(-3_000_000, 3_000_000), "behaviour": random.choice(BEHAVIOURS + [None]),
    }
    for _ in range(120)
]
train = sorted(random.sample(range(120), 80))
end = max(events[i]["time"] for i in train)
features = {}
users = sorted({events[i]["user"] for i in train})
for user in users:
    own = [events[i] for i in train if events[i]["user"] == user]
    times = [datetime.fromtimestamp(e["time"], timezone.utc) for e in own]
    row = {
        "events": len(own),
        **{f"count({b})": sum(e["behaviour"] == b for e in own) for b in BEHAVIOURS},
        "items": len({e["item"] for e in own}),
        "categories": len({c for e in own for c in ITEMS[e["item"]]}),
        "recency": (end - max(e["time"] for e in own)) / 86400,
        "span": (max(times) - min(times)).total_seconds() / 86400,
        "active-days": len({t.date() for t in times}),
        "active-hours": len({t.hour for t in times}),
    }
    for name, value in row.items():
        features.setdefault(name, []).append(value)

json.dump({
    "events": [[e["user"], e["item"], e["time"], e["behaviour"]] for e in events],
    "categories": list(ITEMS.values()), "train": train, "users": users, "features": features,
}, sys.stdout)
print()
