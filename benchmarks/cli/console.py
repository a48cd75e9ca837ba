"""Where output goes: results to standard output, everything about them to standard error."""

from rich.console import Console

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def complain(message: str) -> None:
    """Say what is wrong, as it is: a message may hold brackets and is no markup."""
    err.print(f"error: {message}", markup=False, soft_wrap=True, style="red")


def note(message: str) -> None:
    """Say how things go."""
    err.print(message, markup=False, soft_wrap=True)
