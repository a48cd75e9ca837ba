"""Answers to questions about an award, as far as there are any: a section of the paper appears where its answer is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from models import AwardInvalid, Evaluation, Fault
from models.audit import Audit
from models.choice import Choice
from models.comparison import Comparison
from models.explain import Explanation
from models.front import Front
from models.market import SupplyMarket
from models.prices import Prices
from models.resilience import Resilience
from models.robust import Robust
from models.stability import Stability
from models.ties import NearTies


@dataclass(frozen=True)
class Answers:
    """What was asked about an award besides itself."""

    comparison: Comparison | None = None
    explain: Explanation | None = None
    prices: Prices | None = None
    ties: NearTies | None = None
    resilience: Resilience | None = None
    audit: Audit | None = None
    market: SupplyMarket | None = None
    choice: Choice | None = None
    pareto: Front | None = None
    stability: Stability | None = None
    robust: Robust | None = None


_KINDS: Mapping[str, type[BaseModel]] = {
    "comparison": Comparison,
    "explain": Explanation,
    "prices": Prices,
    "ties": NearTies,
    "resilience": Resilience,
    "audit": Audit,
    "market": SupplyMarket,
    "choice": Choice,
    "pareto": Front,
    "stability": Stability,
    "robust": Robust,
}


def answers_in(folder: Path, award: Evaluation, remark: Callable[[str], None]) -> Answers:
    """The answers that lie in a folder and are about this award; what is about another is left aside with a remark.

    Raises
    ------
    AwardInvalid
        if a file has the name of an answer and holds none.
    """
    answers = Answers()
    for name in _KINDS:
        path = folder / f"{name}.json"
        if not path.is_file():
            continue
        try:
            answer = read_answer(name, path.read_bytes())
        except ValidationError as error:
            what = error.errors(include_url=False)[0]["msg"]
            raise AwardInvalid([Fault("", f"{path} holds no answer of {name}: {what}")]) from None
        if is_about(answer, award):
            answers = replace(answers, **{name: answer})
        else:
            remark(f"{path} is about another award, and is left out of the paper")
    return answers


def read_answer(name: str, content: bytes) -> Any:
    """An answer from its JSON, by the name that it has among the answers.

    Raises
    ------
    pydantic.ValidationError
        if it holds none of that name.
    """
    return _KINDS[name].model_validate_json(content)


def is_about(answer: Any, award: Evaluation) -> bool:
    """Whether an answer is about the case of an award and, where it names totals, about that award."""
    if isinstance(answer, Comparison):
        return any(each.case_sha256 == award.provenance.case_sha256 for each in answer.scenarios)
    if answer.provenance.case_sha256 != award.provenance.case_sha256:
        return False
    if isinstance(answer, SupplyMarket):  # it names no totals, but who wins each lot
        winners = {each.lot: each.winner for each in answer.lots if each.winner is not None}
        return answer.award is None or winners == {row.lot: row.bidder for row in award.awards}
    best = getattr(answer, "best", None)
    return best is None or best.totals == award.totals
