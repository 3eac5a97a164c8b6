"""RecBole's models of clicks on parts that Reprise wrote, with RecBole's own settings but for those said here.

    reprise data split --spec Experiments/deepfm-neumf/ml-100k.json --seed 1 --output parts
    recbole_clicks.py parts --model FM DeepFM WideDeep LR --scratch folder

The fields are tokens (genres: a sequence of them); 10 numbers a value, batch 2048, Adam with rate .001, at most 300
epochs, stopped after 10 without a better validation LogLoss, and the best epoch's weights tested: AUC and LogLoss of test
and, beside, seconds of the median epoch. RecBole writes its folders into the scratch folder. Needs RecBole 1.2.1.
"""
import argparse
import csv
import json
import os
import statistics
import time
from pathlib import Path

os.environ.setdefault("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")

parser = argparse.ArgumentParser()
parser.add_argument("parts", type=Path)
parser.add_argument("--model", nargs="+", default=["LR", "FM", "WideDeep", "DeepFM"])
parser.add_argument("--scratch", type=Path, required=True)
parser.add_argument("--epochs", type=int, default=300)
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--seed", type=int, default=2020)
options = parser.parse_args()
os.environ["OMP_NUM_THREADS"] = str(options.threads)

import torch  # noqa: E402
from recbole.config import Config  # noqa: E402
from recbole.data import create_dataset, data_preparation  # noqa: E402
from recbole.utils import get_model, get_trainer, init_seed  # noqa: E402

torch.set_num_threads(options.threads)


def write_atomic_files(folder):
    """<name>.<part>.inter, tab-separated, with RecBole's types in the header."""
    folder.mkdir(parents=True, exist_ok=True)
    for part, name in (("train", "train"), ("validation", "valid"), ("test", "test")):
        with open(options.parts / f"{part}.csv", newline="") as source:
            rows = list(csv.reader(source))
        header, rows = rows[0], rows[1:]
        names = {"user": "user_id:token", "item": "item_id:token", "label": "label:float", "genre": "genre:token_seq"}
        with open(folder / f"parts.{name}.inter", "w") as target:
            target.write("\t".join(names.get(field, f"{field}:token") for field in header) + "\n")
            for row in rows:
                cells = [cell.replace(" ", "_").replace("|", " ") if field == "genre" else cell
                         for field, cell in zip(header, row)]
                target.write("\t".join(cells) + "\n")
    return [names.get(field, f"{field}:token").split(":")[0] for field in header]


def main():
    options.scratch.mkdir(parents=True, exist_ok=True)
    parts = options.parts.resolve()
    options.parts = parts
    os.chdir(options.scratch)
    columns = write_atomic_files(Path("data/parts"))
    for model_name in options.model:
        config = Config(model=model_name, dataset="parts", config_dict=dict(
            data_path="data", benchmark_filename=["train", "valid", "test"], load_col={"inter": columns},
            epochs=options.epochs, stopping_step=10, use_gpu=False, show_progress=False, state="ERROR",
            reproducibility=True, seed=options.seed, checkpoint_dir="saved", train_neg_sample_args=None,
            eval_args={"group_by": None, "order": "RO", "mode": "labeled"}, metrics=["AUC", "LogLoss"],
            valid_metric="LogLoss", valid_metric_bigger=False))
        init_seed(config["seed"], config["reproducibility"])
        train, valid, test = data_preparation(config, create_dataset(config))
        init_seed(config["seed"], config["reproducibility"])
        model = get_model(config["model"])(config, train._dataset)
        trainer = get_trainer(config["MODEL_TYPE"], config["model"])(config, model)
        epochs, step = [], trainer._train_epoch

        def timed(*arguments, **named):
            start = time.perf_counter()
            result = step(*arguments, **named)
            epochs.append(time.perf_counter() - start)
            return result

        trainer._train_epoch = timed
        trainer.fit(train, valid, saved=True, show_progress=False)
        found = trainer.evaluate(test, load_best_model=True, show_progress=False)
        print(json.dumps({
            "model": model_name, "auc": float(found["auc"]), "log-loss": float(found["logloss"]), "epochs": len(epochs),
            "epoch, s": statistics.median(epochs), "parameters": sum(p.numel() for p in model.parameters())}), flush=True)


if __name__ == "__main__":
    main()
