"""An engine's process: started, waited for, and ended where it overstays."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class End:
    """How a process ended. ``complaint`` is empty where it ended well."""

    seconds: float
    complaint: str


def run(module: str, folder: Path, *, seconds: float, gap: float, grace: float) -> End:
    """Run a module as an engine's process, for ``seconds + grace`` at most.

    The process and what it started are gone when this returns or raises, ``KeyboardInterrupt`` included.
    """
    began = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", module, str(folder), repr(seconds), repr(gap)],
            stdin=subprocess.DEVNULL,
            stdout=errors,
            stderr=errors,
            # What an engine that is ended leaves behind goes with the folder.
            env={
                **os.environ,
                "TMPDIR": str(folder),
                "PYTHONPATH": os.pathsep.join(filter(None, (str(_CHECKOUT), *sys.path))),
            },
            start_new_session=True,  # Ctrl-C is the runner's to handle
        )
        try:
            status = process.wait(seconds + grace)
            complaint = "" if status == 0 else f"ended with exit status {status}{_last_line(errors.fileno())}"
        except subprocess.TimeoutExpired:
            complaint = f"did not keep its time limit and was ended after {seconds + grace:g} s"
        finally:
            _end(process)
    return End(time.perf_counter() - began, complaint)


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # all of it had ended
    finally:
        process.wait()


def _last_line(descriptor: int) -> str:
    size = os.fstat(descriptor).st_size
    text = os.pread(descriptor, 4096, max(size - 4096, 0)).decode(errors="replace").strip()
    return f": {text.splitlines()[-1]}" if text else ""
