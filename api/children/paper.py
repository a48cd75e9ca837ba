"""The paper of an award, in one of its forms."""

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from api.children.kept_award import KeptAward, read_kept
from models import Analyses, SelectorError, read_award

if TYPE_CHECKING:
    from selector.report import Answers, Paper

PaperForm = Literal["html", "pdf", "xlsx", "json"]
PAPER_FORMS: tuple[PaperForm, ...] = get_args(PaperForm)
"""The forms of a paper; JSON is what the others are written from."""
ANSWER_OF: Mapping[str, str] = {
    "compare": "comparison",
    "explain": "explain",
    "prices": "prices",
    "ties": "ties",
    "resilience": "resilience",
    "audit": "audit",
    "market": "market",
    "choice": "choice",
    "pareto": "pareto",
    "stability": "stability",
}
"""By kind of run: which answer of a paper its result is."""
ALL_ANSWERS = "analyse"
"""The kind of run whose result holds several."""


class NoPaper(SelectorError):
    """There is no such paper of an award; ``asked`` names what asks for it, and the message says why."""

    def __init__(self, asked: str, message: str) -> None:
        self.asked = asked
        super().__init__(message)

    def __reduce__(self) -> tuple[type["NoPaper"], tuple[str, str]]:
        return type(self), (self.asked, str(self))


@dataclass(frozen=True)
class PaperAsked:
    """A paper that is asked for."""

    of: KeptAward
    form: PaperForm
    publish: bool
    """Whether it is the one that may be published."""
    answers: tuple[tuple[str, bytes], ...] = ()
    """Results of runs about the award, each with the kind of its run."""
    earlier: bytes | None = None
    """An award to tell the differences from, as JSON."""
    decisions: tuple[tuple[str, str, str, str], ...] = ()
    """What was decided on the award: when, by whom, why, and the seal of the record."""


def paper(asked: PaperAsked, _note: str, _tell: Callable[[Any], None]) -> bytes:
    """The paper as a file.

    Raises
    ------
    NoPaper
        if there is no award to publish, or an answer is about another one.
    ScenarioGone
        if the scenario of the award is not kept any more.
    ExtraMissing
        if what writes papers is not installed.
    """
    from selector.report.missing import check_extra

    check_extra()
    # Other questions do without, and it loads much.
    from selector.report import write_paper

    found = _paper(asked)
    if asked.form == "json":
        return (json.dumps(found.as_json(), ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    with tempfile.TemporaryDirectory(prefix="paper-") as folder:
        (path,) = write_paper(Path(folder), "paper", found, (asked.form,))
        return path.read_bytes()


def _paper(asked: PaperAsked) -> "Paper":
    from selector.report import board_paper, public_paper
    from selector.report.decided import Decided

    read = read_kept(asked.of)
    if asked.publish:
        if not read.award.awards:
            raise NoPaper("publish", "There is nothing to publish: the run has no award.")
        return public_paper(read.in_force, read.award)
    return board_paper(
        read.in_force,
        read.award,
        _answers(asked),
        earlier=None if asked.earlier is None else read_award(asked.earlier),
        decided=tuple(Decided(*each) for each in asked.decisions),
    )


def _answers(asked: PaperAsked) -> "Answers":
    from selector.report.answers import Answers, is_about, read_answer

    award = read_award(asked.of.award)
    answers = Answers()
    for kind, content in asked.answers:
        if kind == ALL_ANSWERS:
            analyses = Analyses.model_validate_json(content)
            found = {name: getattr(analyses, name) for name in ANSWER_OF if hasattr(analyses, name)}
        else:
            found = {ANSWER_OF[kind]: read_answer(ANSWER_OF[kind], content)}
        if not all(is_about(answer, award) for answer in found.values()):
            raise NoPaper("answer", f"A run of the kind {kind} is about another award.")
        answers = replace(answers, **found)
    return answers
