#!/usr/bin/env python3
"""Disturbs a run of 24 trials in four ways, and compares what a second run makes of each with an undisturbed one.

  make chaos        (Linux, root: it mounts small file systems; about half an hour on two cores)

Workers are killed twenty times, the program itself three times, the disk fills up, the disk becomes
read-only; each in the middle of the run, with `kill -9` and a tmpfs. After each, the same command once
more has to end well, and every table, figure and curve, every trial's weights and values per user have to
be those of the undisturbed run, byte for byte. Only the manifest and the cost table may differ. Before that, one trial at a
time is compared with two at a time, and both are timed.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

SPEC = Path(__file__).parent / "trials.json"
KEPT = {"checkpoint.h5", "curve.csv", "users.h5"}


def outputs(results: Path) -> dict[str, bytes]:
    """What must not depend on how the run went: results without times, and what the trials learned."""
    files = {}
    for path in sorted(results.rglob("*")):
        if not path.is_file():
            continue
        name = str(path.relative_to(results))
        if name.startswith(".trials/"):
            if path.name in KEPT:
                files[name] = path.read_bytes()
        elif path.name != "manifest.json" and not path.name.startswith("cost."):
            files[name] = path.read_bytes()
    return files


class Chaos:
    def __init__(self, reprise: str, folder: Path, seed: int):
        self.reprise, self.folder, self.random = reprise, folder, random.Random(seed)
        self.undisturbed: dict[str, bytes] = {}
        self.seconds = 0.0
        self.failures = 0

    def command(self, results: Path, jobs: int) -> list[str]:
        return [self.reprise, "run", str(SPEC), "--results", str(results), "--jobs", str(jobs)]

    def start(self, results: Path, jobs: int = 2) -> subprocess.Popen:
        log = open(self.folder / f"{results.name}.log", "ab")
        return subprocess.Popen(self.command(results, jobs), stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def whole(self, results: Path, jobs: int = 2) -> int:
        return self.start(results, jobs).wait()

    def say(self, text: str) -> None:
        print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)

    def expect(self, holds: bool, text: str) -> None:
        self.failures += not holds
        self.say(("ok: " if holds else "FAILED: ") + text)

    def compare(self, results: Path, what: str) -> None:
        status = self.whole(results)
        self.expect(status == 0, f"{what}: the second run ends with {status}")
        now = outputs(results)
        differing = sorted(k for k in self.undisturbed.keys() | now.keys() if self.undisturbed.get(k) != now.get(k))
        self.expect(not differing, f"{what}: {len(now)} files equal to the undisturbed run's {differing[:5] or ''}")
        shutil.rmtree(results, ignore_errors=True)

    def moment(self, earliest: float, latest: float) -> None:
        """Sleeps until between these shares of an undisturbed run's time have passed."""
        time.sleep(self.seconds * self.random.uniform(earliest, latest))

    def jobs(self) -> None:
        took, found = {}, {}
        for count in (1, 2):
            results = self.folder / f"jobs-{count}"
            began = time.monotonic()
            status = self.whole(results, count)
            took[count], found[count] = time.monotonic() - began, outputs(results)
            self.expect(status == 0, f"--jobs {count}: {took[count]:.1f} s for 24 trials")
        self.expect(found[1] == found[2], f"--jobs 2 writes the {len(found[1])} files of --jobs 1")
        self.say(f"--jobs 2 takes {took[2] / took[1]:.3f} of the time of --jobs 1")
        self.undisturbed, self.seconds = found[2], took[2]
        self.size = sum(map(len, found[2].values()))
        for count in (1, 2):
            shutil.rmtree(self.folder / f"jobs-{count}")

    def workers(self, kills: int = 20) -> None:
        results = self.folder / "workers"
        run, done = self.start(results), 0
        while run.poll() is None and done < kills:
            self.moment(0.01, 0.05)
            children = subprocess.run(["pgrep", "-P", str(run.pid)], capture_output=True, text=True).stdout.split()
            if children:
                os.kill(int(self.random.choice(children)), signal.SIGKILL)
                done += 1
            if done == kills:
                break
            if run.poll() is not None:
                run = self.start(results)
        self.expect(done == kills, f"workers: {done} of {kills} killed")
        run.wait()
        self.compare(results, "workers killed")

    def coordinator(self, kills: int = 3) -> None:
        results = self.folder / "coordinator"
        for kill in range(kills):
            run = self.start(results)
            self.moment(0.1, 0.25)
            run.kill()
            status = run.wait()
            self.expect(status == -signal.SIGKILL, f"coordinator: kill {kill + 1} met it running")
        self.compare(results, "coordinator killed")

    def disk(self, what: str, size: int, disturb, repair) -> None:
        results = self.folder / what.replace(" ", "-")
        results.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(results)], check=True)
        try:
            run = self.start(results)
            disturb(results)
            status = run.wait()
            words = (self.folder / f"{results.name}.log").read_text().strip().splitlines()[-1]
            self.expect(status == 1 and words.startswith("error: "), f"{what}: status {status}, {words}")
            repair(results)
            self.compare(results, what)
        finally:
            subprocess.run(["umount", str(results)])

    def full_disk(self) -> None:
        def repair(results: Path) -> None:
            subprocess.run(["mount", "-o", f"remount,size={8 * self.size}", str(results)], check=True)

        self.disk("full disk", self.size // 2, lambda _: None, repair)

    def read_only(self) -> None:
        # A file system with files open for writing cannot be made read-only, so a read-only view of it is put
        # over it: what is open stays open, and nothing new can be written.
        def disturb(results: Path) -> None:
            self.moment(0.2, 0.5)
            subprocess.run(["mount", "--bind", str(results), str(results)], check=True)
            subprocess.run(["mount", "-o", "remount,bind,ro", str(results)], check=True)

        def repair(results: Path) -> None:
            subprocess.run(["umount", str(results)], check=True)

        self.disk("read-only disk", 8 * self.size, disturb, repair)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reprise", default=".build/release/reprise")
    parser.add_argument("--folder", type=Path, required=True, help="a new folder for the results, which are removed")
    parser.add_argument("--seed", type=int, default=20261125)
    options = parser.parse_args()
    options.folder.mkdir(parents=True)
    chaos = Chaos(options.reprise, options.folder.resolve(), options.seed)
    for disturbance in (chaos.jobs, chaos.workers, chaos.coordinator, chaos.full_disk, chaos.read_only):
        disturbance()
    print(f"{chaos.failures} failures", flush=True)
    return chaos.failures != 0


if __name__ == "__main__":
    sys.exit(main())
