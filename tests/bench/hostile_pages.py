#!/usr/bin/env python3
"""What pages made to be slow cost `dixit extract`, against the budget of one page.

    python3 tests/bench/hostile_pages.py build/release/cli/dixit

Prints CPU seconds and peak memory of a process for each page, and what of both is the page's own
after a page of one word. Exits with 1 when a page costs more than its budget or its declared title
was not read. Times are only worth reading on a quiet machine, and this is no part of the tests.
"""
import json
import os
import subprocess
import sys
import tempfile

CPU_SECONDS_MAX = 0.3
MEMORY_MB_MAX = 64

LINKED = ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"A long day",'
          '"datePublished":"2024-01-02T10:00:00Z"}</script>')
HEAD = "<html><head><title>A long day</title>" + LINKED + "</head><body>"


def pages():
    """Name, unit and number of each page, and what opens it; "%d" in a unit is its number. They are
    written piece by piece: a process counts the memory of the one that started it as its own."""
    yield "nested elements", "<div>", 100_000
    yield "nested formatting", "<b><i><a>", 33_333
    yield "nested tables", "<table><tr><td>", 60_000
    yield "10 MB of <", "<", 10_000_000
    yield "10 MB of &", "&", 10_000_000
    yield "a million attributes", " a%d=1", 1_000_000, "<div"
    yield "a 50 MB text", "word ", 10_000_000
    yield "a million links", '<a href="/l/%d">link</a>', 1_000_000
    yield "nested links", '<a href="/l/%d"><table><tr><td>', 20_000
    yield "pictures in a logo", '<img src=x alt="word %d">', 60_000, '<a href="/">'
    yield "600,000 paragraphs", "<p>word", 600_000
    yield "100,000 JSON-LD blocks", LINKED, 100_000
    yield "unclosed comments", "<!--", 2_500_000
    yield "a 10 MB word", "a", 10_000_000
    yield "markup in JSON-LD", LINKED.replace("A long day", "<b>" * 4_000), 300


def write_page(file, unit, count, opening=""):
    file.write(HEAD + opening)
    step = 10_000
    for start in range(0, count, step):
        numbers = range(start, min(start + step, count))
        file.write("".join(unit % i if "%d" in unit else unit for i in numbers))
    if opening and not opening.endswith(">"):
        file.write(">")


def cost(binary, *page):
    """CPU seconds, peak megabytes and answer of one process that reads the page."""
    with tempfile.NamedTemporaryFile("w", suffix=".html") as file:
        write_page(file, *page)
        file.flush()
        request = json.dumps({"id": 1, "path": file.name, "url": "https://press.example/a"}) + "\n"
        process = subprocess.Popen([binary, "extract", "--jsonl", "--jobs", "1"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write(request.encode())
        process.stdin.close()
        answer = json.loads(process.stdout.read())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, answer


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = sys.argv[1]
    idle_seconds, idle_mb, _ = cost(binary, "<p>word", 1)
    print(f"{'page':24} {'CPU s':>6} {'own':>6} {'MB':>6} {'own':>6}")
    failed = 0
    for name, *page in pages():
        seconds, mb, answer = cost(binary, *page)
        own_seconds, own_mb = max(0, seconds - idle_seconds), max(0, mb - idle_mb)
        faults = []
        if own_seconds > CPU_SECONDS_MAX or own_mb > MEMORY_MB_MAX:
            faults.append("over budget")
        if answer.get("title") != "A long day":
            faults.append("title lost")
        failed += bool(faults)
        print(f"{name:24} {seconds:6.2f} {own_seconds:6.2f} {mb:6.0f} {own_mb:6.0f} {', '.join(faults)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
