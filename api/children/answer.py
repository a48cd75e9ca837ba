"""A question answered while its client waits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from api.children.check_names import check_names
from api.children.note import stop_by
from api.children.read import Form, Kept, kept, read
from api.jobs.kinds import KINDS
from api.jobs.limits import Limits
from api.jobs.question import Question, until
from models import Evaluation
from selector.board import BOARD_SIZE


@dataclass(frozen=True)
class Small:
    """What counts as small: the rest is for a run."""

    bids: int
    """Most that a case may have."""
    seconds: float
    """Most that the answer may take."""


@dataclass(frozen=True)
class Asked:
    """A question, as the process that answers it needs it."""

    kind: str
    asked: str
    """As JSON."""
    content: bytes
    """The case, as it was sent."""
    form: Form
    most_seconds: float
    """How long it may take, whatever is asked."""
    small: Small | None = None
    """What is answered; whatever is if left out."""


def answer(asked: Asked, note: str, _tell: Callable[[Any], None]) -> bytes | Kept:
    """The answer as JSON; or the case, to be kept, where it is for a run.

    Raises
    ------
    SelectorError
        if there is no case in what was sent, it cannot be asked this, or the solver fails.
    """
    kind = KINDS[asked.kind]
    what = kind.asked.model_validate_json(asked.asked)
    case, remarks = read(asked.content, asked.form)
    check_names(case, what)
    if asked.small and len(case.bids) > asked.small.bids:
        return kept(case, remarks)
    limits = what if isinstance(what, Limits) else Limits()
    wanted = limits.options(case, asked.most_seconds)
    seconds = wanted.time_limit or asked.most_seconds
    least = min(seconds, asked.small.seconds) if asked.small else seconds
    question = Question(
        case=case,
        asked=what,
        options=wanted.model_copy(update={"time_limit": least}),
        kept=(),
        isolated=len(case.bids) > BOARD_SIZE,
        tell=lambda _: None,
        stop=until(asked.most_seconds, stop_by(note)),
    )
    found = kind.answer(question)
    if least < seconds and isinstance(found, Evaluation) and found.certificate.limit == "time":
        return kept(case, remarks)
    text: str = found.to_json()
    return text.encode()
