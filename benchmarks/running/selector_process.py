"""The engine in a process of its own: ``python -m benchmarks.running.selector_process FOLDER SECONDS GAP``."""

import pickle
import sys
from pathlib import Path

from benchmarks.engine import ask
from benchmarks.instance import Instance
from benchmarks.running.course import Course
from benchmarks.running.exchange import Report, write_report
from benchmarks.running.memory import peak_mb

_INSTANCE = "instance.pickle"


def write_instance(folder: Path, instance: Instance) -> None:
    """Hand an instance over, as it is in memory: reading a file is no part of what is measured."""
    (folder / _INSTANCE).write_bytes(pickle.dumps(instance))


def main() -> None:
    """Answer the instance in the folder that the command line names, and leave the answer there."""
    folder, seconds, gap = Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    instance: Instance = pickle.loads((folder / _INSTANCE).read_bytes())
    course = Course(maximise=instance.sense == "maximise")
    answer = ask(instance, time_limit=seconds, gap=gap, watch=course.add)
    points = course.ended(answer.objective, answer.bound, answer.seconds)
    write_report(folder, Report(answer, peak_mb(), course=points))


if __name__ == "__main__":
    main()
