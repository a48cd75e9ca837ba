"""What is remembered makes no answer another: cases of a board that change a little, one after another."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Case, Evaluation, Exclusion, Options, Pick
from selector import Memory, evaluate, synthetic
from selector.decide.choice.restricted import restricted
from selector.search import search
from selector.solve import stages
from tests.compare.cases import DEARER, board

CHANGES = ("price", "exclude", "pick", "drop bid", "add bid", "drop buyer", "looser", "same")


def changed(case: Case, how: str, rng: np.random.Generator) -> Case:
    """A case of the same kind, or the case itself where it has no such change."""
    bids = list(case.bids)
    at = int(rng.integers(len(bids)))
    bid = bids[at]
    if how == "price":
        bids[at] = bid.model_copy(
            update={"price": (bid.price * Decimal(str(rng.choice([0.8, 1.2])))).quantize(Decimal(1))}
        )
    elif how == "drop bid" and all(sum(lot in each.lots for each in bids) > 1 for lot in bid.lots):
        del bids[at]
    elif how == "add bid":
        bids.append(
            bid.model_copy(update={"id": f"{bid.id}/again", "price": (bid.price * Decimal("0.9")).quantize(Decimal(1))})
        )
    elif how == "exclude":
        return case.model_copy(update={"exclusions": (Exclusion(id="out", bid=bid.id, reason="asked"),)})
    elif how == "pick":
        return case.model_copy(update={"picks": (Pick(id="in", bid=bid.id, reason="asked"),)})
    elif how == "drop buyer" and len(case.buyers) > 1:
        return restricted(case, [buyer.id for buyer in case.buyers[1:]])
    elif how == "looser":
        return case.model_copy(update={"liability_cap": None})
    return case.model_copy(update={"bids": tuple(bids)})


def told(evaluation: Evaluation) -> dict[str, object]:
    """An evaluation but for how it came about."""
    certificate = evaluation.certificate
    return evaluation.model_dump(exclude={"certificate"}) | {
        "ties": certificate.ties,
        "limit": certificate.limit,
        "levels": [level.model_dump() for level in certificate.levels],
        "objective": (certificate.objective, certificate.bound, certificate.gap),
    }


@settings(deadline=None, max_examples=20)
@given(
    st.integers(0, 200),
    st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3),
    st.sampled_from(["whole", "parts"]),
    st.booleans(),
)
def test_with_a_memory_every_answer_is_the_same(seed: int, changes: list[str], method: str, loose: bool) -> None:
    rng, options = np.random.default_rng(seed), Options.model_validate({"method": method})
    case = synthetic(3, 3, 4, seed)
    if loose:  # as drawn, about half of such small cases have no award
        buyers = tuple(each.model_copy(update={"budget": {}, "liability_cap": None}) for each in case.buyers)
        case = case.model_copy(update={"buyers": buyers, "liability_cap": None})
    memory = Memory()
    search(synthetic(3, 2, 3, seed + 1), isolated=False, memory=memory)  # another case does no harm
    search(case, options, isolated=False, memory=memory)
    for how in changes:
        now = changed(case, how, rng)
        assert told(search(now, options, isolated=False, memory=memory)) == told(search(now, options, isolated=False))


def test_what_a_child_knew_when_it_was_stopped_is_remembered() -> None:
    case, memory = synthetic(6, 6, 8, 4), Memory()
    seen: list[object] = []
    stopped = evaluate(
        case, on_progress=lambda sign: seen.append(sign.incumbent), stop=lambda: any(seen), memory=memory, repairs=0
    )
    if stopped.awards:
        assert {row.bid for row in stopped.awards} == set(memory.awards()[0])
    again = evaluate(case, memory=memory, isolated=False)
    assert told(again) == told(evaluate(case, isolated=False))


def test_an_award_lacking_a_bid_is_begun_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lot is open, and all others are as they were."""
    starts: list[int] = []
    begin = stages._Stages._begin

    def noted(self: stages._Stages) -> None:
        begin(self)
        starts.append(len(self.plan.start))

    monkeypatch.setattr(stages._Stages, "_begin", noted)
    case, memory = synthetic(4, 3, 4, 0), Memory()
    first = search(case, isolated=False, memory=memory)
    accepted = {row.bid for row in first.awards}
    gone = next(bid for bid in case.bids if bid.id in accepted and len(bid.lots) == 1)
    less = case.model_copy(update={"bids": tuple(bid for bid in case.bids if bid is not gone)})
    search(less, isolated=False, memory=memory)
    assert starts == [0, len(accepted) - 1]


def test_what_is_proven_of_a_case_spares_the_search_of_a_narrower_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The award is still there, and nothing can be better than it was: no search but that of what is left of it."""
    pursued: list[bool] = []
    search_once = stages._Stages._search

    def noted(self: stages._Stages, *asked: object) -> object:
        pursued.append(self.beginning)
        return search_once(self, *asked)  # type: ignore[arg-type]

    case, memory = synthetic(4, 3, 4, 0), Memory()
    options = Options(gap=0.01)
    first = search(case, options, isolated=False, memory=memory)
    accepted = {row.bid for row in first.awards}
    lost = next(bid for bid in case.bids if bid.id not in accepted)
    less = case.model_copy(update={"bids": tuple(bid for bid in case.bids if bid is not lost)})
    monkeypatch.setattr(stages._Stages, "_search", noted)
    again = search(less, options, isolated=False, memory=memory)
    assert pursued == [True]
    assert again.certificate.objective == first.certificate.objective
    assert again.certificate.bound == first.certificate.bound


def test_a_memory_is_bounded() -> None:
    memory = Memory()
    for seed in range(12):
        price = {**DEARER, "patch": {"bids": {"firm/n": {"price": 130 + seed}}}}
        search(board(price, name=f"board {seed}"), isolated=False, memory=memory)
        search(synthetic(2, 2, 2, seed), isolated=False, memory=memory)
    assert len(memory.wholes) <= 8
