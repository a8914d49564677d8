#!/usr/bin/env python3
"""How long `toets check` takes on a PDF, against what pdftotext takes to get its text:
    tests/benchmark/pdf_time.py --toets build/checker/cli/toets --runs 15 GIDS.pdf
The two run by turns, so that a busy machine slows both. Prints medians of the time on the clock."""
import argparse
import statistics
import subprocess
import time


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--toets", default="build/checker/cli/toets")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("pdf")
    given = parser.parse_args()
    commands = {"pdftotext": ["pdftotext", given.pdf, "/dev/null"], "toets": [given.toets, "check", given.pdf]}
    taken = {name: [] for name in commands}
    for _ in range(given.runs):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    for name, each in taken.items():
        print(f"{name:10} median {statistics.median(each):.3f} s, least {min(each):.3f} s")
    print(f"ratio      median {statistics.median(taken['toets']) / statistics.median(taken['pdftotext']):.2f}, "
          f"least {min(taken['toets']) / min(taken['pdftotext']):.2f}")


main()
