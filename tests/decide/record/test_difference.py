"""What changed from one record to the next, by hand and as it has to be of any two."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models import Case, CaseInvalid, Options
from models.read import case_in
from models.record import DecisionRecord, SealedRecord
from models.record_difference import RecordDifference
from selector import evaluate
from selector.decide.record import difference, record
from selector.decide.record.changed_case import MOST, changed_parts
from selector.scenarios import stamped, under
from tests.decide.record.made import at, award, kept, put, recorded, scalars
from tests.models.cases import a_case
from tests.references.small import one_service


def _sealed(found: DecisionRecord) -> SealedRecord:
    return SealedRecord(found, "0" * 64, "0" * 64)


def _recorded(case: Case, *, by: str | None = None, **asked: Any) -> SealedRecord:
    return _sealed(record(case, evaluate(case, Options(**asked), isolated=False), recorded(by=by)))


def test_who_recorded_it_when_and_why_is_no_difference() -> None:
    one = record(kept().case, award(), recorded(by="A. Patel"), decided_by={"exclusion[no-moorland]": "Bea Low"})
    # Who decided by hand is: it is part of what was decided.
    other = record(
        kept().case,
        award(),
        recorded(by="A. Patel", because="Again."),
        decided_by={"exclusion[no-moorland]": "Cy Moor"},
    )

    assert difference(_sealed(one), _sealed(one.model_copy(update={"recorded": recorded(by="Di Fell")}))).is_empty
    found = difference(_sealed(other), _sealed(one))
    assert [(each.pointer, each.sentence) for each in found.overrides] == [
        (
            "/overrides/1",
            'Override "exclusion[no-moorland]" was: Bids of Moorland CSU for lots of Business intelligence are left out.'
            " Reason: Conflict of interest declared. Decided by Bea Low. It is now: Bids of Moorland CSU for lots of Business"
            " intelligence are left out. Reason: Conflict of interest declared. Decided by Cy Moor.",
        )
    ]
    assert found == difference(_sealed(one), _sealed(one)).model_copy(
        update={"overrides": found.overrides, "later": found.later}
    )


def test_what_changed_by_hand() -> None:
    # a: firm 1 against 3; b: firm 2 against 3; then firm asks 4 for a, "c" is new and b is gone.
    before = _recorded(one_service({"firm": {"a": 1, "b": 2}, "other": {"a": 3, "b": 3}}))
    rules = [{"id": "two", "metric": "winners", "sense": "at_most", "limit": 2, "because": "Resilience."}]
    changes: dict[str, Any] = {"rules": rules, "exclusions": [{"id": "x", "bid": "firm/c", "reason": "Late."}]}
    now = _recorded(
        one_service({"other": {"a": 3, "c": 3}, "firm": {"a": 4, "c": 1}}, **changes), by="A. Patel", gap=0.25
    )
    found = difference(now, before)

    assert not found.same_case
    assert {part.part: (part.added, part.removed, part.changed, part.reordered) for part in found.case} == {
        "buyers": (1, 1, 0, False),
        "bidders": (0, 0, 0, True),
        "rules": (1, 0, 0, False),
        "exclusions": (1, 0, 0, False),
        "bids": (2, 2, 1, True),
    }
    (bids,) = (part for part in found.case if part.part == "bids")
    assert [(each.pointer, each.before, each.after) for each in bids.changes if each.before and each.after] == [
        ("/case/bids/2/price", '"1"', '"4"')
    ]
    assert 'bids "firm/a", price: 1 became 4.' in [each.sentence for each in bids.changes]
    assert [each.pointer for each in bids.changes if each.after is None] == ["/case/bids/1", "/case/bids/3"]
    assert [each.sentence for each in found.rules] == [
        'Rule "two" is new. (hard) two: at most 2 bidders win lots. Because: Resilience.'
    ]
    assert [each.sentence for each in found.overrides] == [
        'Override "exclusion[x]" is new. IT for c: bid "firm/c" by firm is left out. Reason: Late. Decided by A. Patel.'
    ]
    assert [(each.pointer, each.before, each.after) for each in found.program] == [
        ("/program/options/gap", "0.0", "0.25")
    ]
    assert {each.total: (each.before, each.after, each.difference) for each in found.totals}["cost"] == tuple(
        map(Decimal, (3, 6, 3))
    )
    assert [(row.lot, row.from_bidder, row.to_bidder) for row in found.handovers] == [("a:it", "firm", "other")]
    assert (found.new_lots, found.gone_lots) == (("c:it",), ("b:it",))
    assert (found.scenario, found.goal, found.other_bids) == ((), (), ())


def test_a_scenario_and_what_it_makes_the_board_seek() -> None:
    case = one_service({"firm": {"a": 1}, "other": {"a": 2}})
    under_it = stamped(evaluate(under(case, "best-quality"), isolated=False), "best-quality")
    found = difference(_sealed(record(case, under_it, recorded())), _recorded(case))

    assert found.same_case
    assert [each.before for each in found.scenario] == [None]
    assert [each.pointer for each in found.scenario] == ["/scenario"]
    assert found.goal[0].sentence.endswith("It is now: " + record(case, under_it, recorded()).objective)


def test_no_award_has_no_totals_to_compare() -> None:
    bidders = [{"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 100_001}]
    found = difference(
        _recorded(one_service({"firm": {"a": 1}}, bidders=bidders)), _recorded(one_service({"firm": {"a": 1}}))
    )

    assert (found.earlier.status, found.later.status) == ("optimal", "infeasible")
    assert (found.totals, found.handovers, found.gone_lots) == ((), (), ("a:it",))
    assert not found.is_empty


def test_many_changes_are_counted_and_the_first_are_listed() -> None:
    prices = {"firm": {f"b{at}": 1 for at in range(100)}}
    before = one_service(prices)
    now = one_service({"firm": {f"b{at}": 2 for at in range(100)}})
    (part,) = changed_parts(before, now)

    assert (part.part, part.added, part.removed, part.changed) == ("bids", 0, 0, 100)
    assert len(part.changes) == MOST
    assert part.more == 100 - MOST


def test_true_is_not_1() -> None:
    path = ("scenarios", 0, "patch", "rules", "half", "active")
    (part,) = changed_parts(case_in(put(a_case(), path, True)), case_in(put(a_case(), path, 1)))
    assert (part.part, part.changed, len(part.changes)) == ("scenarios", 1, 1)


CASE = case_in(a_case())
LEAVES = sorted(scalars(a_case()), key=str)
VALUES = st.sampled_from([None, True, False, 0, 1, 2, "1", "north", "acme", "x", "0.5", "2013-04-01"])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(LEAVES), VALUES)
def test_every_change_of_a_case_is_told_with_its_place_and_no_other(path: tuple[str | int, ...], value: Any) -> None:
    try:
        changed = case_in(put(a_case(), path, value))
    except CaseInvalid:
        return
    parts = tuple(changed_parts(CASE, changed))

    assert bool(parts) == (changed.sha256 != CASE.sha256)
    assert {part.part for part in parts} <= {path[0]}
    now, was = changed.model_dump(mode="json"), CASE.model_dump(mode="json")
    for part in parts:
        assert part.reordered or part.changes
        for each in part.changes:
            steps = [step.replace("~1", "/").replace("~0", "~") for step in each.pointer.split("/")[2:]]
            if each.after is not None and each.before is not None:
                assert json.dumps(_at(now, steps), ensure_ascii=False) == each.after
            elif each.after is None:
                _at(was, steps)
            else:
                _at(now, steps)


def _at(whole: Any, steps: list[str]) -> Any:
    for step in steps:
        whole = whole[int(step)] if isinstance(whole, list) else whole[step]
    return whole


def test_it_can_be_written_and_read_again() -> None:
    found = difference(_sealed(kept()), _sealed(record(kept().case, award(), recorded())))

    assert RecordDifference.model_validate_json(found.to_json()) == found
    assert at(json.loads(found.to_json()), ("program", 0, "pointer")) == "/program/version"
    assert Decimal(0) not in [total.difference for total in found.totals]
