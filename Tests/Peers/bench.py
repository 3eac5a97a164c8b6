"""Measures Reprise against its peers, alternately, in one run, each on one thread.

Each repetition runs our program and then each peer, so that a slow minute of the machine strikes both. The table gives
medians over the repetitions, the ratio of the medians (peer / ours, higher is better for us), the lowest and highest
ratio within one repetition, and the ratio we aim at.

    bench.py --ours .build/release/Benchmarks [--repetitions 3] [--only cfgan-user mf-bpr]
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ONE_THREAD = {
    f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMBA", "VECLIB_MAXIMUM")
}


@dataclass(frozen=True)
class Peer:
    """A script of this folder that writes `--out`, a JSON object with our seconds under `key`."""

    name: str
    command: str
    key: str
    target: float


@dataclass(frozen=True)
class Benchmark:
    name: str
    title: str
    peers: tuple[Peer, ...]
    least_product_share: float = 0.0
    most_seconds: float = float("inf")
    most_megabytes: float = float("inf")


CFGAN = "cfgan_torch.py --threads 1 --zr .7 --pm .7 --alpha .03"
BENCHMARKS = (
    Benchmark(
        "cfgan-user",
        "CFGAN, user-based, G 256-512-1024, D 1024-128-16, batch 32, ZP 70/70; an epoch",
        (Peer("PyTorch", f"{CFGAN} --epochs 3", "epoch_s_median", 3.5),),
        least_product_share=0.75,
    ),
    Benchmark(
        "cfgan-item",
        "CFGAN, item-based, G 400, D 125, batch 32/64, ZP 70/70; 4 G and 2 D passes",
        (
            Peer(
                "PyTorch",
                f"{CFGAN} --mode item --g 400 --d 125 --gout linear --bg 32 --bd 64"
                " --gstep 4 --dstep 2 --regg 1e-3 --epochs 3",
                "epoch_s_median",
                4,
            ),
        ),
    ),
    Benchmark(
        "mf-bpr",
        "MF-BPR, 64 factors; 80,000 steps",
        (
            Peer("implicit", "implicit_bench.py --threads 1 --seeds 1", "bpr64_epoch_s", 1.5),
            Peer(
                "Numba",
                "bpr_ref.py --k 64 --lr .02 --reg .02 --epochs 60 --seeds 1",
                "epoch_s_median",
                1,
            ),
        ),
    ),
    Benchmark(
        "irgan-discriminator",
        "IRGAN, 5 factors, batch 16; a discriminator epoch, its negatives already drawn",
        (
            Peer(
                "PyTorch",
                "irgan_torch.py --threads 1 --pre 1 --outer 1 --dep 2 --gep 1",
                "D_epoch_s",
                30,
            ),
        ),
    ),
    Benchmark(
        "gru",
        "GRU over 256 sequences of 50 items, width 64, the next item of 1683; a training step",
        (Peer("PyTorch", "gru_torch.py --threads 1", "step_s_median", 2),),
    ),
    Benchmark(
        "bilstm-transformer",
        "LSTM and two blocks over 256 sequences of 50 items, width 64, the next of 3416 at every place; a training step",
        (Peer("PyTorch", "transformer_torch.py bilstm --threads 1", "seconds_median", 2),),
    ),
    Benchmark(
        "sasrec",
        "SASRec, two blocks, width 64, 6040 sequences as long as MovieLens-1M's, 200 items at most, softmax; an epoch",
        (Peer("PyTorch", "transformer_torch.py sasrec --threads 1", "seconds_median", 1.5),),
    ),
    Benchmark(
        "fm",
        "FM, k 10, batch 2048, 7 fields; an epoch of 80,000 records",
        (Peer("RecBole", "recbole_bench.py FM --epochs 4 --threads 1", "train_epoch_s_median", 8),),
    ),
    Benchmark(
        "deep-fm",
        "DeepFM, k 10, layers 128-128-128, batch 2048, 7 fields; an epoch of 80,000 records",
        (Peer("RecBole", "recbole_bench.py DeepFM --epochs 4 --threads 1", "train_epoch_s_median", 3),),
    ),
    Benchmark(
        "neumf",
        "NeuMF, 64 factors, layers 128-64, batch 2048; an epoch of 80,000 pairs and as many negatives",
        (Peer("RecBole", "recbole_bench.py NeuMF --epochs 3 --threads 1", "train_epoch_s_median", 2.5),),
    ),
    Benchmark(
        "behaviour-log",
        "The simulated log, 3,000,000 records of 14 fields: generated and encoded",
        (),
        most_seconds=20,
    ),
    Benchmark(
        "csv",
        "CSV, a million ratings of 6040 users and 3706 items: read, ids to numbers, repeats merged, split",
        (Peer("pandas", "csv_pandas.py", "seconds_median", 1),),
        most_seconds=2,
        most_megabytes=150,
    ),
    Benchmark(
        "evaluation",
        "Full ranking of 943 x 1682 scores: P, R, NDCG, MRR and hit rate at 5 and 20",
        (Peer("NumPy", "evaluation_numpy.py --repetitions 5", "evaluation_s_median", 5),),
    ),
    Benchmark(
        "ease",
        "EASE on 6040 x 3706, 0.7 million pairs: Gram matrix, inverse, weights",
        (Peer("NumPy", "large_numpy.py ease", "seconds_median", 0.67),),
    ),
    Benchmark(
        "ranking",
        "64 factors score and rank 6040 x 3706: P, R, NDCG and MRR at 5 and 20",
        (Peer("NumPy", "large_numpy.py ranking", "seconds_median", 2),),
        most_seconds=0.5,
    ),
)


def run(command, environment):
    """The standard output of `command`; ends this program with the command's own words if it fails."""
    done = subprocess.run(command, env=environment, text=True, capture_output=True)
    if done.returncode != 0:
        words = " ".join(map(str, command))
        sys.exit(f"bench: {words} ended with {done.returncode}:\n{done.stderr.strip()}")
    return done.stdout


def ours(program, benchmark, environment):
    output = run([program, benchmark.name, "--repetitions", "3"], environment)
    record = json.loads(output.strip().splitlines()[-1])
    return (
        median(record["secondsPerEpoch"]),
        record.get("productShare"),
        record.get("kernels"),
        record.get("peakMemory", 0) / 1e6,
    )


def theirs(peer, environment):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.json")
        script, *options = peer.command.split()
        run([sys.executable, HERE / script, *options, "--out", out], environment)
        return json.loads(out.read_text())[peer.key]


PEERS_KERNELS = """
import importlib, json
modules = {}
for name in ("numpy", "scipy.linalg", "torch"):
    try:
        modules[name] = importlib.import_module(name)
    except ImportError:
        pass
try:
    from threadpoolctl import threadpool_info
except ImportError:
    threadpool_info = lambda: []
texts = []
for pool in threadpool_info():
    if pool["user_api"] == "blas":
        kernels = pool.get("architecture") or "kernels it does not name"
        texts.append(f"{pool['internal_api']} {pool.get('version') or ''} {kernels}".replace("  ", " "))
if "torch" in modules:
    torch = modules["torch"]
    texts.append(f"torch {torch.__version__} {torch.backends.cpu.get_cpu_capability()}"
                 + (" with MKL" if torch.backends.mkl.is_available() else ""))
print(json.dumps(sorted(set(texts))))
"""


def peers_kernels(environment):
    """What the peers multiply by, as far as their libraries tell (`threadpoolctl` names OpenBLAS's)."""
    return json.loads(run([sys.executable, "-c", PEERS_KERNELS], environment).strip().splitlines()[-1])


def human(seconds):
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.3f} s"


def measure(benchmark, program, repetitions, environment):
    mine, shares, kernels, memory, peers = [], [], set(), [], {peer: [] for peer in benchmark.peers}
    for repetition in range(repetitions):
        print(f"  {benchmark.name}, {repetition + 1} of {repetitions}", file=sys.stderr, flush=True)
        seconds, share, used, megabytes = ours(program, benchmark, environment)
        mine.append(seconds)
        memory.append(megabytes)
        kernels |= {used} if used else set()
        shares += [share] if share is not None else []
        for peer, measured in peers.items():
            measured.append(theirs(peer, environment))
    return mine, shares, kernels, memory, peers


def report(benchmark, mine, shares, kernels, memory, peers):
    print(f"\n{benchmark.title}")
    for text in sorted(kernels):
        print(f"  kernels: {text}")
    print(f"  {'Reprise':<10}{human(median(mine)):>12}", end="")
    if shares:
        share, least = median(shares), benchmark.least_product_share
        wanted = f", wanted {least:.0%}: {'yes' if share >= least else 'NO'}" if least else ""
        print(f"   {share:.0%} of it in matrix products{wanted}", end="")
    if benchmark.most_seconds < float("inf"):
        verdict = "yes" if median(mine) <= benchmark.most_seconds else "NO"
        print(f"   wanted at most {human(benchmark.most_seconds)}: {verdict}", end="")
    if benchmark.most_megabytes < float("inf"):
        verdict = "yes" if max(memory) <= benchmark.most_megabytes else "NO"
        print(f"   {max(memory):.0f} MB, wanted at most {benchmark.most_megabytes:g}: {verdict}", end="")
    print()
    for peer, measured in peers.items():
        ratio = median(measured) / median(mine)
        pairs = [their_s / our_s for their_s, our_s in zip(measured, mine)]
        verdict = "yes" if ratio >= peer.target else "NO"
        print(
            f"  {peer.name:<10}{human(median(measured)):>12}   {ratio:.2f} times as long"
            f" ({min(pairs):.2f} to {max(pairs):.2f}), wanted {peer.target:g}: {verdict}",
            flush=True,
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ours", required=True, help="the Benchmarks program")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=[b.name for b in BENCHMARKS], metavar="NAME")
    arguments = parser.parse_args()
    if arguments.repetitions < 1:
        parser.error("--repetitions must be at least 1")
    environment = os.environ | ONE_THREAD | {"PYTHONDONTWRITEBYTECODE": "1"}

    load, cores = os.getloadavg()[0], os.cpu_count()
    print(f"One thread each, {arguments.repetitions} alternating repetitions, medians; {cores} cores.")
    print(f"The peers' kernels: {'; '.join(peers_kernels(environment)) or 'not told'}.")
    if load > cores / 2:
        print(f"The load is {load:.1f} already: other work will disturb these times.")
    for benchmark in BENCHMARKS:
        if not arguments.only or benchmark.name in arguments.only:
            measured = measure(benchmark, arguments.ours, arguments.repetitions, environment)
            report(benchmark, *measured)


if __name__ == "__main__":
    main()
