"""Where output goes: results to standard output, everything about them to standard error."""

import io
import sys

from rich.console import Console

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


def emit(text: str) -> None:
    """Write text for programs to standard output, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def replace_what_cannot_be_shown() -> None:
    """Have a terminal that knows fewer letters than a name show a question mark, rather than end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(message: str) -> None:
    """Say what is wrong, as it is: a message may hold brackets and is no markup."""
    err.print("error: " + message, markup=False, soft_wrap=True, style="red")


def note(message: str) -> None:
    """Say what was left aside or assumed, which is no error."""
    err.print("note: " + message, markup=False, soft_wrap=True, style="yellow")
