"""The long analyses of a paper that nobody has asked for yet."""

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models import Case, Evaluation, Options
from selector.cli.analyses import ANALYSES, Asking
from selector.cli.console import out
from selector.cli.interrupt import stopping
from selector.cli.live import live
from selector.compare import compare
from selector.decide.choice import choice
from selector.files import write_text
from selector.report.answers import Answers
from selector.scenarios import BASELINES
from selector.search import Sign


@dataclass(frozen=True)
class Searching:
    """What is searched in, and with what."""

    case: Case
    stated: Case
    """The case without the scenario in force."""
    award: Evaluation
    options: Options
    workers: int | None
    executor: Executor | None = None
    """Where searches are made; processes of this machine if left out."""


def missing_answers(searching: Searching, answers: Answers, folder: Path) -> Answers:
    """Answer what is not answered yet, and write each answer into the folder as JSON.

    The time limit holds for all of them together: each has an equal part of what is left. Ctrl-C ends it with what was
    found so far.
    """
    began = time.monotonic()
    limit = searching.options.time_limit
    with stopping() as stop, live() as tell:
        questions = {name: ask for name, ask in _questions(searching, tell, stop) if getattr(answers, name) is None}
        for left, (name, ask) in zip(range(len(questions), 0, -1), questions.items(), strict=True):
            since = time.monotonic()
            share = None if limit is None else max((limit - (since - began)) / left, 0.01)
            answer = ask(searching.options.model_copy(update={"time_limit": share}))
            answers = replace(answers, **{name: answer})
            write_text(folder / f"{name}.json", answer.to_json())
            out.print(
                f"{name:<12}{time.monotonic() - since:8.1f} s   {folder / name}.json", markup=False, soft_wrap=True
            )
    return answers


def _questions(
    searching: Searching, tell: Callable[[Sign], None], stop: Callable[[], bool]
) -> Iterator[tuple[str, Callable[[Options], Any]]]:
    def asked(name: str) -> Callable[[Options], Any]:
        return lambda options: ANALYSES[name].answer(
            Asking(searching.case, searching.award, options, searching.workers, tell, stop, executor=searching.executor)
        )

    yield (
        "choice",
        lambda options: choice(
            searching.case,
            options,
            award=searching.award,
            executor=searching.executor,
            workers=searching.workers,
            on_progress=tell,
            stop=stop,
        ),
    )
    scenario = searching.award.provenance.scenario
    names: Mapping[str, None] = dict.fromkeys((*((scenario,) if scenario else ()), *BASELINES))
    yield (
        "comparison",
        lambda options: compare(
            searching.stated, tuple(names), options, executor=searching.executor, workers=searching.workers, stop=stop
        ),
    )
    # These end with the questions that take as long as they are given.
    for name in ANALYSES:
        yield name, asked(name)
