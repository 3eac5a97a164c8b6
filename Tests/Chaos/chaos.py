#!/usr/bin/env python3
"""Disturbs a run of 24 trials in many ways, and compares what a second run makes of each with an undisturbed one.

  make chaos        (Linux, root: it mounts small file systems; about an hour on two cores)

Workers are killed twenty times, told to stop by somebody else, and replaced by a program that dies at once; the
program itself is killed three times, hung up on, warned as a batch system does, and loses the reader of its
output; records, checkpoints and curves are damaged under it; the disk fills up, the disk becomes read-only; each in
the middle of the run, with signals and a tmpfs. After each, the same command once
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
KEPT = {"checkpoint.h5", "curve.csv"}


def outputs(results: Path) -> dict[str, bytes]:
    """What must not depend on how the run went: results without times, and what the trials learned."""
    files = {}
    for path in sorted(results.rglob("*")):
        if not path.is_file():
            continue
        name = str(path.relative_to(results))
        if name.startswith(".trials/"):
            if path.name in KEPT or path.name.startswith("users-"):
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

    def progress(self, run: subprocess.Popen, results: Path, fewest: int, most: int) -> None:
        """Sleeps until so many trials of a run have finished, and a little longer, whatever else the machine does."""
        wanted = self.random.randint(fewest, most)
        while run.poll() is None and len(list(results.glob(".trials/*/trial.json"))) < wanted:
            time.sleep(0.05)
        time.sleep(self.random.uniform(0, 1))

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

    def told(self) -> None:
        """A worker that somebody else tells to stop goes on in the same run."""
        results = self.folder / "told"
        run, told = self.start(results), 0
        while run.poll() is None and told < 6:
            self.moment(0.02, 0.1)
            children = subprocess.run(["pgrep", "-P", str(run.pid)], capture_output=True, text=True).stdout.split()
            if children and run.poll() is None:
                os.kill(int(self.random.choice(children)), signal.SIGTERM)
                told += 1
        status = run.wait()
        self.expect(told == 6 and status == 0, f"workers told to stop: {told} times, status {status}")
        self.compare(results, "workers told to stop")

    def dying(self) -> None:
        """Workers that die before they have read what to do: their trials fail, the run ends well-behaved."""
        # Beside the program, so that both find the revision of the sources that trials keep.
        results, program = self.folder / "dying", Path(self.reprise).with_name("reprise-that-dies")
        shutil.copy2(self.reprise, program)
        log = open(self.folder / "dying.log", "ab")
        command = [str(program)] + self.command(results, 2)[1:]
        run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.moment(0.2, 0.4)
        program.unlink()  # running processes keep it
        program.write_text("#!/bin/sh\nkill -9 $$\n")
        program.chmod(0o755)
        status = run.wait()
        program.unlink()
        words = (self.folder / "dying.log").read_text()
        self.expect(status == 1 and "trials failed: " in words, f"workers that die at once: status {status}")
        self.compare(results, "workers that die at once")

    def asked(self, number: signal.Signals) -> None:
        results = self.folder / number.name
        run = self.start(results)
        self.progress(run, results, 4, 12)
        run.send_signal(number)
        status = run.wait()
        self.expect(status == 1, f"{number.name}: status {status}")
        self.compare(results, number.name)

    def reader(self) -> None:
        """What is printed has no reader any more."""
        results = self.folder / "reader"
        run = subprocess.Popen(self.command(results, 2), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
        self.moment(0.1, 0.2)
        run.stdout.close()
        run.stderr.close()
        status = run.wait()
        self.expect(status == 1, f"vanished reader: status {status}")
        self.compare(results, "vanished reader")

    def damage(self) -> None:
        """Damaged files cost their trials; `--again damaged` mends all."""
        results = self.folder / "damage"
        self.whole(results)
        names = ["trial.json", "curve.csv", "checkpoint.h5", "users-"]
        trials = sorted(path.parent for path in results.glob(".trials/*/trial.json"))
        for place, trial in enumerate(self.random.sample(trials, 8)):
            path = next(trial.glob(names[place % 4] + "*"))
            data = bytearray(path.read_bytes())
            data[self.random.randrange(len(data))] ^= 1 << self.random.randrange(8)
            path.write_bytes(data)
            if names[place % 4] == "checkpoint.h5":
                (trial / "trial.json").unlink()
                (trial / "checkpoint.h5.previous").write_bytes(b"")
        status = self.whole(results)
        self.expect(status == 1, f"damaged files: status {status}")
        status = subprocess.run(self.command(results, 2) + ["--again", "damaged"], stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        self.expect(status == 0, f"--again damaged: status {status}")
        self.compare(results, "damaged files")

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
    # Under nohup a run would rightly go on when it is hung up on.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    chaos = Chaos(options.reprise, options.folder.resolve(), options.seed)
    chaos.jobs()
    chaos.workers()
    chaos.told()
    chaos.dying()
    chaos.coordinator()
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGUSR1):
        chaos.asked(number)
    chaos.reader()
    chaos.damage()
    chaos.full_disk()
    chaos.read_only()
    print(f"{chaos.failures} failures", flush=True)
    return chaos.failures != 0


if __name__ == "__main__":
    sys.exit(main())
