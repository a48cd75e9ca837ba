"""A question about a case and its award: what each is given, and how its answer is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Protocol, TypedDict

import typer

from models import Case, Evaluation, Status
from selector.cli.case_file import read_case_and_award
from selector.cli.console import emit
from selector.cli.exits import OF_STATUS
from selector.cli.hands import hands
from selector.cli.interrupt import stopping
from selector.cli.live import live
from selector.cluster import Cluster
from selector.search import Sign


class Given(TypedDict):
    """What every question is given beside the case and what it asks."""

    award: Evaluation | None
    executor: Cluster | None
    on_progress: Callable[[Sign], None]
    stop: Callable[[], bool]


class Best(Protocol):
    """The best award, as an answer has it."""

    @property
    def status(self) -> Status:
        """Its status."""


class Answer(Protocol):
    """The answer to a question."""

    @property
    def best(self) -> Best:
        """The best award."""

    @property
    def answered(self) -> bool:
        """Whether what was asked is known."""

    def to_json(self) -> str:
        """The text of it."""


@contextmanager
def asking(case: Path, award: Path | None, cluster: str | None) -> Iterator[tuple[Case, Given]]:
    """The case of a question, and what it is given, while it is asked. Ctrl-C ends it with what was found so far.

    Errors as of ``read_case_and_award`` and ``hands``.
    """
    read, known = read_case_and_award(case, award)
    with hands(cluster) as executor, stopping() as stop, live() as tell:
        yield read, Given(award=known, executor=executor, on_progress=tell, stop=stop)


def told(answer: Answer, as_json: bool, show: Callable[[], None]) -> NoReturn:
    """Tell an answer, and end with the exit code for it: that nothing is known, where it is not wholly answered."""
    if as_json:
        emit(answer.to_json())
    else:
        show()
    status = answer.best.status
    raise typer.Exit(OF_STATUS[status if answer.answered or status == "infeasible" else "unknown"])
