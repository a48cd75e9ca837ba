"""The files of a paper."""

from collections.abc import Callable
from pathlib import Path

from models import Case, Comparison, Evaluation, ExtraMissing
from selector.cli.console import err, note
from selector.report.missing import check_extra

PAPER, PUBLIC, COMPARED = "board-paper", "public-paper", "scenarios"


def write_board_paper(folder: Path, case: Case, award: Evaluation) -> None:
    """Write the paper of an award beside it; where what writes papers is not installed, say so."""

    def write() -> list[Path]:
        from selector.report import board_paper, write_paper

        return write_paper(folder, PAPER, board_paper(case, award))

    _if_installed(write)


def write_comparison_paper(folder: Path, case: Case, answer: Comparison) -> None:
    """Write the paper of a comparison; where what writes papers is not installed, say so."""

    def write() -> list[Path]:
        from selector.report import comparison_paper, write_paper

        return write_paper(folder, COMPARED, comparison_paper(case, answer))

    _if_installed(write)


def say_written(paths: list[Path]) -> None:
    """Name files that were written, a line each."""
    for path in paths:
        err.print(f"Written: {path}", markup=False, soft_wrap=True)


def _if_installed(write: Callable[[], list[Path]]) -> None:
    # What was asked for is there already: that its paper is not is no failure.
    try:
        check_extra()
    except ExtraMissing as error:
        note(str(error))
        return
    say_written(write())
