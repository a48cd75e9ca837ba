"""Where output goes: results to standard output, everything about them to standard error."""

from rich.console import Console

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


def complain(message: str) -> None:
    """Say what is wrong, as it is: a message may hold brackets and is no markup."""
    err.print("error: " + message, markup=False, soft_wrap=True, style="red")
