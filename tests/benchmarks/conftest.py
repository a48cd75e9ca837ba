import sys
from collections.abc import Callable

import pytest

from benchmarks.cli.main import main


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the command line with some arguments, and gives its exit code."""

    def run(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["benchmarks", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0)

    return run
