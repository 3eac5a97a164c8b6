"""Compares what `reprise check` estimates of trials with what they took: peak memory and processor seconds.

Every recommender runs with few epochs on ml-100k, on ml-1m and on a generated shop of 40,226 users, 54,542
items and 354,000 interactions. What was measured is kept in a file, so that estimates can be compared again
after a formula has changed. Usage: estimates.py --reprise PROGRAM --folder DIR [--only NAME …] [--data NAME …]
"""

import argparse
import glob
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = {
    "ml-100k": {"dataset": "ml-100k"},
    "ml-1m": {"dataset": "ml-1m"},
    "shop": {"dataset": "files", "files": ["shop.tsv"]},
}
# What looks at the order of a user's items, or at attributes, needs data that tell them.
SEQUENTIAL = ["markov-chain", "sequential-rules", "item-rules", "session-knn", "gru-nr", "preference-graph",
              "sasrec", "bert4rec", "bilstm-transformer"]
ORDERED = {"dataset": "ml-1m", "ml-1m": {"order": "sasrec"}}
WITH_GENRES = ["ur-gan", "drmud", "pd-gan", "diversity-switch"]
GOODS = {"dataset": "csv", "csv": {
    "files": ["shop.csv"], "columns": {"user": "user", "item": "item", "rating": "rating", "time": "time"},
    "items": {"files": ["shop-goods.csv"], "columns": {"id": "id", "genre": {"kind": "set", "separator": "|"}}}}}
GAN = {"generatorSteps": 1, "discriminatorSteps": 1}
PRETRAINED = {"pretrainingEpochs": 2}
# Of each system: settings, and those of the shop where the usual ones would take an hour.
RANKINGS = {
    "random": {}, "item-pop": {}, "user-knn": {}, "item-knn": {}, "p3alpha": {}, "rp3beta": {},
    "association-rules": {}, "sequential-rules": {}, "item-rules": {}, "session-knn": {},
    "ease": {}, "pure-svd": {}, "ials": {}, "mf-bpr": {}, "gmf": {}, "mlp": {}, "neumf": {},
    "irgan": {**PRETRAINED, "discriminatorEpochs": 4, "generatorEpochs": 2},
    "cfgan": {}, "ur-gan": {}, "gan": {"noiseDraws": 4}, "cgan": {"noiseDraws": 4}, "drmud": {},
    "pd-gan": {**PRETRAINED, "category": "genre", "kernelSteps": 200},
    "markov-chain": {}, "gru-nr": {}, "preference-graph": {}, "diversity-switch": {},
    "sasrec": {}, "bert4rec": {}, "bilstm-transformer": {},
}
CLICKS = {name: {} for name in ["click-share", "lr", "fm", "lfm", "dnn", "wide-and-deep", "deep-fm"]}
SMALL_GAN = {**GAN, "generatorHidden": [32], "discriminatorHidden": [16], "generatorBatch": 512,
             "discriminatorBatch": 512}
SMALL_GRU = {"width": 32, "batch": 256, "maxLength": 20}
SHOP = {
    "pure-svd": {"factors": 10},
    "gmf": {"batch": 4096, "factors": 16}, "mlp": {"batch": 4096, "layers": [16, 8]},
    "neumf": {"batch": 4096, "factors": 8, "layers": [16, 8]},
    "irgan": {"pretrainingBatch": 8192, "pretrainingEpochs": 1, "discriminatorEpochs": 1},
    "cfgan": {**SMALL_GAN, "rows": "users"}, "ur-gan": {**SMALL_GAN, "attributes": ["genre"]},
    "drmud": {"attributes": ["genre"]},
    "pd-gan": {"pretrainingEpochs": 1, "kernelSteps": 20, "kernelWidth": 8, "factors": 4, "setSize": 2,
               "samples": 1, "listLength": 10},
    "diversity-switch": {"gruNR": SMALL_GRU, "urGAN": {**SMALL_GAN, "attributes": ["genre"]}},
    "gan": {"generatorHidden": [32], "discriminatorHidden": [16], "generatorBatch": 512,
            "discriminatorBatch": 512},
    "cgan": {"generatorHidden": [32], "discriminatorHidden": [16], "generatorBatch": 512,
             "discriminatorBatch": 512, "noiseDraws": 1},
    "gru-nr": SMALL_GRU,
    "preference-graph": {"width": 16, "hidden": 16, "batch": 256, "examplesPerUser": 1,
                         "maxLength": 20},
}


def source(name, data):
    """The data set of a spec, in a form that tells what the system asks for."""
    if data == "ml-1m" and name in [*SEQUENTIAL, "diversity-switch"]:
        return ORDERED
    return GOODS if data == "shop" and name in WITH_GENRES else DATA[data]


def spec(name, data):
    """The spec of one trial."""
    settings = dict((RANKINGS | CLICKS)[name])
    if data == "shop":
        settings |= SHOP.get(name, {})
    content = {
        "title": name, "seeds": [1],
        "data": {**source(name, data), "split": {"method": "random", "test": 0.2}},
        "metrics": ["precision@5", "ndcg@10"],
        "training": {"epochs": 2, "evaluateEvery": 2, "checkpointEvery": 2},
        "systems": [{"label": name, "recommender": name, "settings": settings}],
    }
    if name in CLICKS:
        fields = {"ml-100k": ["user", "item", "genre", "hour", {"field": "year", "minimumCount": 5}],
                  "ml-1m": ["user", "item", "genre"], "shop": ["user", "item", "hour"]}[data]
        content["data"]["clicks"] = {"label": {"ratingAtLeast": 4}, "fields": fields}
        content["metrics"] = ["roc-auc", "log-loss"]
    return content


def run(command, folder, timeout):
    """Status and output of a command; processor seconds of all that it started, peak bytes of the largest."""
    output = os.path.join(folder, "output")
    with open(output, "w", encoding="utf-8") as file:
        started = subprocess.Popen(
            ["timeout", "--signal=INT", str(timeout), *command], cwd=folder, stdout=file, stderr=file)
        _, status, usage = os.wait4(started.pid, 0)
    with open(output, encoding="utf-8") as file:
        text = file.read()
    seconds = usage.ru_utime + usage.ru_stime
    return os.waitstatus_to_exitcode(status), text, seconds, usage.ru_maxrss * 1024


def measure(reprise, path, folder, timeout):
    """Peak bytes and processor seconds of the trial of a spec; a text where it has none."""
    first = measure_once(reprise, path, folder, timeout)
    if isinstance(first, str) or first["seconds"] >= 1:
        return first
    # The difference of two short times says little of one trial: that of twenty.
    many = measure_once(reprise, path, folder, timeout, seeds=20)
    return first | {"seconds": many["seconds"] / 20} if isinstance(many, dict) else first


def measure_once(reprise, path, folder, timeout, seeds=1):
    """The same of one go, of so many seeds together."""
    results = os.path.splitext(path)[0]
    subprocess.run(["rm", "-rf", results], check=True)
    command = [reprise, "run", path, "--results", results, "--seeds", str(seeds)]
    status, text, seconds, peak = run(command, folder, timeout)
    if status == 124:
        return f"more than {timeout} s"
    if status != 0:
        return [line for line in text.splitlines() if line.startswith("error:")][-1][7:]
    # The same again trains nothing: what is left is the trial's own.
    again = run(command, folder, timeout)[2]
    with open(min(glob.glob(f"{results}/.trials/*/trial.json")), encoding="utf-8") as file:
        record = json.load(file)
    subprocess.run(["rm", "-rf", results], check=True)
    durations = {part["name"]: part["value"] for part in record["durations"]}
    return {"bytes": peak, "recorded": record["peakMemory"], "seconds": seconds - again, **durations}


UNITS = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40, "PiB": 2**50}
TIMES = {"s": 1, "min": 60, "h": 3600, "days": 86400}


def estimate(reprise, path, folder):
    """The estimated bytes and seconds of the trial, as `reprise check` prints them; a text without."""
    text = run([reprise, "check", path], folder, 600)[1]
    found = re.search(r": ([\d.e+]+) (\w+) and ([\d.e+]+) (\w+) a trial", text)
    if not found:
        return text.strip().splitlines()[-1]
    bytes_, unit, seconds, time = found.groups()
    return {"bytes": float(bytes_.replace(",", "")) * UNITS[unit],
            "seconds": float(seconds.replace(",", "")) * TIMES[time]}


def factor(a, b):
    """How many times the larger is the smaller, with the sign of the estimate's error."""
    return f"{a / b:.2f}" if a >= b else f"1/{b / a:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reprise", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--only", nargs="*", default=[*RANKINGS, *CLICKS])
    parser.add_argument("--data", nargs="*", default=list(DATA))
    parser.add_argument("--timeout", type=int, default=400)
    parser.add_argument("--again", action="store_true", help="measure what was measured before, too")
    parser.add_argument("--measure-only", action="store_true")
    options = parser.parse_args()
    reprise, folder = os.path.abspath(options.reprise), os.path.abspath(options.folder)
    os.makedirs(folder, exist_ok=True)
    if "shop" in options.data and not os.path.exists(f"{folder}/shop-goods.csv"):
        subprocess.run([sys.executable, f"{HERE}/generate.py", f"{folder}/shop.tsv"], check=True)
    kept = f"{folder}/measured.json"
    measured = {}
    if os.path.exists(kept):
        with open(kept, encoding="utf-8") as file:
            measured = json.load(file)
    row = "{:18} {:8} {:>10} {:>10} {:>7} {:>10} {:>10} {:>7}"
    print(row.format("system", "data", "est. MiB", "MiB", "factor", "est. s", "s", "factor"))
    for data in options.data:
        for name in options.only:
            path = f"{folder}/{name}-{data}.json"
            with open(path, "w", encoding="utf-8") as file:
                json.dump(spec(name, data), file)
            key = f"{name} {data}"
            if options.again or key not in measured:
                measured[key] = measure(reprise, path, folder, options.timeout)
                with open(kept, "w", encoding="utf-8") as file:
                    json.dump(measured, file, indent=1)
            took = measured[key]
            if options.measure_only:
                print(name, data, took, flush=True)
                continue
            expected = estimate(reprise, path, folder)
            if isinstance(expected, str):
                print(f"{name:18} {data:8} {expected}", flush=True)
                continue
            size, time = expected["bytes"] / 2**20, expected["seconds"]
            if isinstance(took, str):
                print(row.format(name, data, f"{size:.0f}", "", "", f"{time:.3g}", "", ""), took, flush=True)
                continue
            # What users alone take is measured by forgetting the peak, of which the record tells.
            own = max(took["bytes"], took["recorded"]) / 2**20
            print(row.format(
                name, data, f"{size:.0f}", f"{own:.0f}", factor(size, own), f"{time:.3g}",
                f"{took['seconds']:.3g}", factor(time, max(took["seconds"], 0.01))), flush=True)


if __name__ == "__main__":
    main()
