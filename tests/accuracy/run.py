#!/usr/bin/env python3
"""Measures Dixit's accuracy on the development sets and writes the tables of docs/accuracy.md.

  tests/accuracy/run.py [--binary PATH] [--eval DIR] [--only quotes,threats,articles] [--write]

The sets are not part of the project: they are looked for in ../shared/eval beside the checkout.
Their own scorers run; this script only calls them, reads their figures and lays them out. Without
--write the tables go to standard output. Standard library only.
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "accuracy.md"
MARKER = re.compile(r"(<!-- figures:(\w+) -->\n).*?(<!-- /figures -->)", re.DOTALL)


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}\n{done.stderr}")
    return done.stdout


def figure(value):
    return "–" if value is None else f"{value:.3f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def quotes(folder, command):
    """One row a set: spans, speakers and both together, as the set's own scorer defines them."""
    rows = []
    for gold in sorted((folder / "quotes").glob("*.jsonl")):
        printed = run([sys.executable, folder / "quotes" / "run.py", "--cmd", command, "--json", gold])
        scores = json.loads(printed.splitlines()[-1])
        direct, verbatim, indirect = scores["direct"], scores["verbatim"], scores["indirect"]
        rows.append([gold.stem, figure(direct["span"][2]), figure(verbatim["span"][2]),
                     figure(verbatim["speaker_any"]), figure((verbatim["e2e"] or [None] * 3)[2]),
                     figure(indirect["span"][2])])
    return table(["set", "direct span F1", "verbatim span F1", "speaker", "end to end", "indirect span F1"], rows)


THREAT_PARTS = ["found", "threat", "violent", "speaker", "target", "conditional", "evidential", "hops", "chain"]


def threats(folder, command):
    rows = []
    for gold in sorted((folder / "threats").glob("*.jsonl")):
        printed = run([sys.executable, folder / "threats" / "score.py", "--cmd", command, gold])
        for line in printed.splitlines():
            match = re.match(r"(\w+)\s+passages", line)
            if not match:
                continue
            parts = dict(re.findall(r"(found|threat|violent|speaker|target|conditional|evidential|hops|chain)"
                                    r"(?: P/R/F1)? ([0-9./]+|-)", line))
            rows.append([gold.stem, match.group(1)] + [parts.get(name, "–") for name in THREAT_PARTS])
    return table(["set", "language"] + [name + (" P/R/F1" if name in ("found", "threat", "violent", "hops") else "")
                                        for name in THREAT_PARTS], rows)


def articles(folder, command):
    printed = run([sys.executable, folder / "articles" / "score.py", "--data", folder / "articles",
                   "--split", "dev", "--cmd", command])
    return "```\n" + "\n".join(line.rstrip() for line in printed.splitlines()) + "\n```\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=ROOT / "build/release/cli/dixit", type=Path)
    parser.add_argument("--eval", default=ROOT.parent / "shared" / "eval", type=Path)
    parser.add_argument("--only", default="quotes,threats,articles")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not options.eval.is_dir():
        sys.exit(f"{options.eval}: no development sets here; give their folder with --eval")
    if not options.binary.exists():
        sys.exit(f"{options.binary}: not built; run: cmake --workflow --preset release")
    command = f"{options.binary} extract --jsonl"
    measure = {"quotes": quotes, "threats": threats, "articles": articles}
    tables = {name: measure[name](options.eval, command) for name in options.only.split(",")}
    if not options.write:
        for name, text in tables.items():
            print(f"{name}\n\n{text}")
        return
    text = DOCUMENT.read_text(encoding="utf-8")
    text = MARKER.sub(lambda m: m.group(1) + tables.get(m.group(2), m.group(0)[len(m.group(1)):-len(m.group(3))]) + m.group(3), text)
    DOCUMENT.write_text(text, encoding="utf-8")
    print(f"wrote {DOCUMENT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
