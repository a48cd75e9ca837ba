"""A second signal ends a process at once, whatever it waits for."""

import signal


def end_at_next_signal() -> None:
    """Have Ctrl-C, or a wish that the process end, end it where it stands. What it has started notices, and ends too."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
