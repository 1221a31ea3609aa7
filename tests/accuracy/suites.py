#!/usr/bin/env python3
"""Drives `dixit inspect KIND --jsonl` against conformance suites kept beside the checkout.

The parsers have tests of their own; this asks the command line, a line for a line, and counts how
often its answers agree with the suites' expectations. Standard library only. Exits 1 when a suite
falls below what is written here.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ABSENT = object()


def member(value, name):
    """A member of an answer; feeds answer by more than one name for an address."""
    if not isinstance(value, dict):
        return ABSENT
    if name in value:
        return value[name]
    return value.get("href", ABSENT) if name == "url" else ABSENT


def at_path(answer, path):
    value = answer
    for key in path:
        if isinstance(key, int):
            fits = isinstance(value, list) and -len(value) <= key < len(value)
            value = value[key] if fits else ABSENT
        else:
            value = member(value, key)
        if value is ABSENT:
            break
    return value


def check_holds(answer, check):
    value = at_path(answer, check["path"])
    operator, expected = check["op"], check.get("value")
    if operator == "falsy":
        return value is ABSENT or not value
    if operator == "truthy":
        return value is not ABSENT and bool(value)
    if operator == "absent":
        return value is ABSENT
    if value is ABSENT:
        return False
    if operator == "len":
        return isinstance(value, list) and len(value) == expected
    if operator in ("has", "hasnot"):
        return (member(value, expected) is not ABSENT) == (operator == "has")
    if check["path"] == ["encoding"]:  # names of charsets have no case (RFC 2978)
        return str(value).lower() == expected.lower()
    return value == expected


def feed(case, answer):
    return all(check_holds(answer, check) for check in case["checks"])


def sitemap_entry(answer, expected):
    same = answer["loc"] == expected["loc"] and answer.get("lastmod_ms") == expected.get("lastmod_ms")
    if not same or expected.get("priority") is None:
        return same
    return (answer["priority"] == expected["priority"] and answer["valid"] == expected["valid"]
            and (answer["changefreq"] or "") == (expected["changefreq"] or "").lower())


def sitemap(case, answer):
    if case["error"] is not None:
        return "error" in answer
    return ("error" not in answer and answer["type"] == case["type"]
            and answer["is_index"] == case["is_index"]
            and len(answer["entries"]) == len(case["entries"])
            and all(map(sitemap_entry, answer["entries"], case["entries"])))


def robots(case, answer):
    return answer.get("allowed") == case["allowed"]


def url(case, answer):
    if case["failure"]:
        return answer["failure"]
    parts = ("protocol", "host", "hostname", "port", "pathname", "search", "hash")
    return (answer.get("href") == case["expected"]
            and all(answer.get(part) == case[part] for part in parts if part in case))


def canonical(case, answer):
    return answer["canonical"] == case["expected"]


def resolved(case, answer):
    return answer.get("href") == case["expected"]


def domain(case, answer):
    return answer["registrable_domain"] == case["registrable_domain"]


# file, kind, what agrees, which cases count, how many of them must.
SUITES = [
    ("robots_consensus.jsonl", "robots", robots, lambda case: True, 506),
    ("robots_google.jsonl", "robots", robots, lambda case: True, 145),
    ("url_wpt.jsonl", "url", url, lambda case: case["http_subset"], 444),
    ("url_resolve_crawlercommons.jsonl", "url", resolved, lambda case: True, 22),
    ("urlnorm_crawlercommons.jsonl", "url", canonical, lambda case: True, 136),
    ("psl_registrable_domain.jsonl", "url", domain, lambda case: True, 77),
    ("sitemaps_crawlercommons.jsonl", "sitemap", sitemap, lambda case: True, 59),
    ("feeds_feedparser.jsonl", "feed", feed, lambda case: case["harvester_core"], 1015),
]


def ask(binary, kind, cases, folder):
    """One answer for each case, in order."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run([binary, "inspect", kind, "--jsonl"], input=lines, text=True, check=True,
                          capture_output=True, cwd=folder, timeout=600)
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    if [answer["name"] for answer in answers] != [case["name"] for case in cases]:
        sys.exit(f"inspect {kind}: the answers are not those of the requests, in order")
    return answers


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=ROOT / "build/dev/cli/dixit", type=Path)
    parser.add_argument("--suites", default=ROOT.parent / "shared" / "eval" / "suites", type=Path)
    parser.add_argument("--only", default="", help="the suite whose name contains this")
    parser.add_argument("--failures", action="store_true", help="name the cases that differ")
    options = parser.parse_args()
    if not options.suites.is_dir():
        sys.exit(f"{options.suites}: no suites here; give their folder with --suites")
    code = 0
    for name, kind, agrees, counts, least in SUITES:
        if options.only not in name:
            continue
        with open(options.suites / name, encoding="utf-8") as lines:
            cases = [case for case in map(json.loads, lines) if counts(case)]
        answers = ask(options.binary.resolve(), kind, cases, options.suites)
        differ = [case["name"] for case, answer in zip(cases, answers) if not agrees(case, answer)]
        passed = len(cases) - len(differ)
        print(f"{name}: {passed} of {len(cases)}" + ("" if passed >= least else f", must be {least}"))
        if passed < least:
            code = 1
        if options.failures:
            for case in differ:
                print(f"  {case}")
    return code


if __name__ == "__main__":
    sys.exit(main())
