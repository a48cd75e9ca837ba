"""What to type to take one of the repairs of a case."""

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path


def next_command(case: Path, options: Sequence[str] = ()) -> Callable[[int], str]:
    """A function from the number of a repair to the command that applies it to the case in this file.

    ``options`` are those that the repairs were found with: with others, choice 2 may be something else.
    """
    target = case.with_name(f"{case.stem}-mended.json")

    def command(choice: int) -> str:
        return shlex.join(
            ["selector", "conflict", str(case), *options, "--apply", str(target), "--choice", str(choice)]
        )

    return command
