"""The engine by itself, in a warm process: for each path on standard input, the seconds and the file of the answer.

What is measured is the road from a case's text to the text of its evaluation: ``read_case``, ``evaluate`` in this very
process, and ``to_json``. Whatever a service takes beyond that is its own.
"""

import sys
import time
from pathlib import Path

from selector import evaluate, read_case


def answer(text: bytes) -> bytes:
    """The evaluation of a case, as JSON."""
    return evaluate(read_case(text), isolated=False).to_json().encode()


def main() -> None:
    """Answer until standard input ends."""
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        text = path.read_bytes()
        began = time.perf_counter()
        found = answer(text)
        seconds = time.perf_counter() - began
        path.with_suffix(".award").write_bytes(found)
        print(repr(seconds), flush=True)


if __name__ == "__main__":
    main()
