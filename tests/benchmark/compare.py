#!/usr/bin/env python3
"""Whole-process ratios of a scan against the yardsticks, in one run and interleaved.

Every program reads the same generated dossiers; the findings of both checkers are compared, line by
line, with those that the generator planted. Uses only the standard library.

    tests/benchmark/compare.py --build build [--runs 9] [--schools 200] [--pupils 300]
                               [--data DIR] [--linear]
"""
import argparse
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

OUTCOMES = {"overtreding", "onbekend"}
SOURCE = pathlib.Path(__file__).resolve().parents[2]
PEILDATUM = "2026-11-01"


def rule_paths(rules):
    shipped = SOURCE / "rules"
    return [shipped / "begrippen", shipped / "module.regels", shipped / "bronnen.regels",
            shipped / "parameters.regels", rules]


class Programs:
    """The command of each program that is measured."""

    def __init__(self, build, data, use_toets):
        made = build / "tests" / "benchmark"
        self.toets = build / "checker" / "cli" / "toets"
        self.use_toets = use_toets
        ten, hundred = SOURCE / "tests" / "benchmark" / "rules", data / "rules100"
        self.commands = {
            "alleen parsen": [made / "toets_parse_only", data],
            "met de hand": [made / "toets_handwritten", data],
            "10 regels": self.scan(made, data, ten, 1),
            "100 regels": self.scan(made, data, hundred, 1),
            "10 regels, 2 threads": self.scan(made, data, ten, 2),
        }

    def scan(self, made, data, rules, threads):
        if not self.use_toets:
            return [made / "toets_scan_bench", data, "--rules", rules, "--threads", str(threads)]
        command = [self.toets, "scan", data, "--peildatum", PEILDATUM, "--format", "json",
                   "--no-documents", "--threads", str(threads)]
        for path in rule_paths(rules):
            command += ["--rules", path]
        return command


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command):
    """Seconds on the clock, seconds of processor, and output of one run."""
    with tempfile.TemporaryFile() as out:
        cpu, begin = cpu_seconds(), time.perf_counter()
        status = subprocess.run([str(each) for each in command], stdout=out, check=False).returncode
        seconds, cpu = time.perf_counter() - begin, cpu_seconds() - cpu
        if status not in (0, 1):
            sys.exit(f"{command[0]}: exit status {status}")
        out.seek(0)
        return seconds, cpu, out.read().decode()


def peak_memory(command):
    """Peak memory in MB. By time(1), since a child of Python starts with Python's own peak."""
    with tempfile.NamedTemporaryFile("r") as out:
        subprocess.run(["/usr/bin/time", "-f", "%M", "-o", out.name, "-q"]
                       + [str(each) for each in command], stdout=subprocess.DEVNULL, check=False)
        return int(out.read().split()[-1]) / 1024


def measure(commands, runs):
    """The medians of each program; one run of all comes before the next run of any."""
    seconds = {name: [] for name in commands}
    cpu = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            took = run(command)
            seconds[name].append(took[0])
            cpu[name].append(took[1])
    return ({name: statistics.median(each) for name, each in seconds.items()},
            {name: statistics.median(each) for name, each in cpu.items()},
            {name: peak_memory(command) for name, command in commands.items()})


def last_word(text):
    return text.split()[-1]


def lines_of_json(text):
    """The findings of `toets scan` as lines of expected.txt."""
    lines = []
    for school in json.loads(text)["dossiers"]:
        for finding in school["bevindingen"]:
            if finding["uitkomst"] not in OUTCOMES:
                continue
            rule = finding["regel"] + ("/" + finding["onderdeel"] if "onderdeel" in finding else "")
            pupil, own = last_word(finding["voor"]), last_word(finding["onderwerp"])
            subject = pupil if pupil == own else f"{pupil}/{own}"
            lines.append(";".join([last_word(school["dossier"]), rule, subject,
                                   finding["uitkomst"]]))
    return lines


def without_middle(line):
    """L1/H1/T1 as L1/T1: `toets scan` names the pupil and the subject, not what lies between."""
    school, rule, subject, outcome = line.split(";")
    keys = subject.split("/")
    return ";".join([school, rule, "/".join(dict.fromkeys([keys[0], keys[-1]])), outcome])


def check(name, lines, expected, base_only=False):
    """Stops unless the findings are exactly the planted ones."""
    if base_only:
        rules = {line.split(";")[1].split("/")[0] for line in expected}
        lines = [line for line in lines if line.split(";")[1].split("/")[0] in rules]
    found = sorted(lines)
    if found == expected:
        print(f"{name}: {len(found)} bevindingen, precies de geplante")
        return
    missed, extra = set(expected) - set(found), set(found) - set(expected)
    for line in sorted(missed)[:5]:
        print(f"  gemist: {line}")
    for line in sorted(extra)[:5]:
        print(f"  te veel: {line}")
    sys.exit(f"{name}: {len(missed)} gemist, {len(extra)} te veel")


def check_findings(programs, data):
    expected = sorted((data / "expected.txt").read_text().splitlines())
    for name, command in programs.commands.items():
        if name == "alleen parsen":
            continue
        output = run(command)[2]
        as_json = programs.use_toets and name != "met de hand"
        lines = lines_of_json(output) if as_json else output.splitlines()
        wanted = sorted(map(without_middle, expected)) if as_json else expected
        check(name, lines, wanted, base_only=name == "100 regels")


def generate(build, data, schools, pupils):
    if not (data / "expected.txt").exists():
        subprocess.run([str(build / "tests" / "benchmark" / "toets_generate"), "--schools",
                        str(schools), "--pupils", str(pupils), "--seed", "1", "--out", str(data)],
                       check=True)


def report(seconds, cpu, memory, pupils):
    """The ratios of processor time hold up best when the machine has other work too."""
    parse, hand = "alleen parsen", "met de hand"
    print(f"\n{'':22}{'s':>7}{'x parsen':>9}{'x hand':>8}  {'cpu-s':>7}{'x parsen':>9}{'x hand':>8}{'MB':>7}")
    for name in seconds:
        line = f"{name:22}"
        for times in (seconds, cpu):
            line += (f"{times[name]:7.3f}{times[name] / times[parse]:9.2f}"
                     f"{times[name] / times[hand]:8.2f}  ")
        print(line + f"{memory[name]:5.1f}")
    one, two = seconds["10 regels"], seconds["10 regels, 2 threads"]
    bound = 12 + 90 * pupils / 1e6
    print(f"2 threads tegen 1: {one / two:.2f}x; geheugen {memory['10 regels']:.1f} MB,"
          f" grens {bound:.1f} MB")


def linear(build, folder, use_toets, runs):
    """Seconds per pupil from ten thousand to a million pupils."""
    print(f"\n{'leerlingen':>12}{'s':>9}{'us/leerling':>13}{'MB':>7}")
    for schools in (33, 333, 3333):
        data = folder / f"s{schools}"
        generate(build, data, schools, 300)
        command = Programs(build, data, use_toets).commands["10 regels"]
        seconds, _, memory = measure({"scan": command}, runs)
        pupils = schools * 300
        print(f"{pupils:12}{seconds['scan']:9.3f}{seconds['scan'] / pupils * 1e6:13.2f}"
              f"{memory['scan']:7.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=SOURCE / "build")
    parser.add_argument("--data", type=pathlib.Path,
                        default=pathlib.Path(tempfile.gettempdir()) / "toets-benchmark")
    parser.add_argument("--schools", type=int, default=200)
    parser.add_argument("--pupils", type=int, default=300)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--linear", action="store_true", help="also 10.000 to 1.000.000 pupils")
    parser.add_argument("--bare", action="store_true",
                        help="measure toets_scan_bench even when `toets scan` is there")
    wanted = parser.parse_args()
    toets = wanted.build / "checker" / "cli" / "toets"
    has_scan = toets.exists() and subprocess.run(
        [str(toets), "scan", "--help"], capture_output=True, check=False).returncode == 0
    use_toets = has_scan and not wanted.bare
    data = wanted.data / f"s{wanted.schools}x{wanted.pupils}"
    generate(wanted.build, data, wanted.schools, wanted.pupils)
    programs = Programs(wanted.build, data, use_toets)
    print("gemeten: " + ("toets scan" if use_toets else "toets_scan_bench"))
    check_findings(programs, data)
    report(*measure(programs.commands, wanted.runs), wanted.schools * wanted.pupils)
    if wanted.linear:
        linear(wanted.build, wanted.data, use_toets, max(1, wanted.runs // 3))


if __name__ == "__main__":
    main()
