"""What three systems measure on MovieLens-100K under every reading of its data, by two sets of seeds.

    readings.py REPRISE        writes readings.json.gz beside it; minutes

The numbers are those of `reprise explain --values`; of them the readings of the ranking as stated are kept. "search"
has means and deviations over four seeds, to five digits, "tables" the means over four others, as a paper prints them.
"""
import csv
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

COLUMNS = [f"{name}@{length}" for length in (5, 20) for name in ("precision", "recall", "ndcg", "mrr")]
SYSTEMS = ["item-pop", "item-knn", "ease"]
RANKINGS = ("ties ", "candidates ", "hits ")


def measured(reprise, seeds):
    """The rows of a run of these seeds, by reading, system and metric."""
    spec = {
        "title": "Lattice", "data": {"dataset": "ml-100k", "split": {"method": "random", "test": 0.2}}, "seeds": seeds,
        "metrics": COLUMNS, "systems": [{"label": name, "recommender": name} for name in SYSTEMS],
        "tables": [{"name": "lattice", "columns": COLUMNS,
                    "published": {name: {COLUMNS[0]: 0.5} for name in SYSTEMS}}]}
    values = {}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "lattice.json").write_text(json.dumps(spec))
        subprocess.run([reprise, "explain", "lattice.json", "--draws", "0", "--values", "values.csv"], cwd=folder,
                       check=True, stdout=subprocess.DEVNULL)
        with open(Path(folder, "values.csv"), newline="") as file:
            for row in csv.DictReader(file):
                if row["system"] in SYSTEMS and not any(word in f", {row['reading']}" for word in RANKINGS):
                    values.setdefault(row["reading"], {}).setdefault(row["system"], {})[row["metric"]] = row
    return values


def main():
    search, tables = measured(sys.argv[1], list(range(1, 5))), measured(sys.argv[1], list(range(11, 15)))
    metrics = sorted({metric for systems in search.values() for own in systems.values() for metric in own})

    def digits(text, form):
        return float(format(float(text), form)) if text else None

    def numbers(values, key, form):
        return [[[digits(own.get(metric, {}).get(key, ""), form) for metric in metrics]
                 for own in (systems[name] for name in SYSTEMS)] for systems in values.values()]

    assert search.keys() == tables.keys()
    golden = {
        "columns": COLUMNS, "systems": SYSTEMS, "metrics": metrics, "readings": list(search),
        "means": numbers(search, "mean", ".5g"), "deviations": numbers(search, "sd", ".3g"),
        "tables": numbers(tables, "mean", ".4f"),
    }
    with gzip.GzipFile(Path(__file__).with_suffix(".json.gz"), "wb", mtime=0) as file:
        file.write(json.dumps(golden, separators=(",", ":")).encode())


if __name__ == "__main__":
    main()
