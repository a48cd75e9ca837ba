"""Claims an optimum, and is killed before it has ended."""

import os
import signal
import sys
from pathlib import Path

from benchmarks.answer import Answer
from benchmarks.running.exchange import Report, write_report

if __name__ == "__main__":
    write_report(Path(sys.argv[1]), Report(Answer("optimal", 1.0, 1.0, 0.0, 0.1), 1.0))
    os.kill(os.getpid(), signal.SIGKILL)
