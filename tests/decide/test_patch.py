"""Patches of repairs: each is JSON Patch (RFC 6902) on the case as it was written, and what it makes has an award."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Case, Options, PatchOperation, Repair, read_case
from selector import evaluate
from selector.decide.members import members
from selector.decide.patch import in_order, mended, patched
from tests.decide.asked import Document
from tests.oracle.by_hand import bid, bidder, buyer, care, case, service
from tests.oracle.patch import patched as patched_document

Operations = list[tuple[str, str, Any]]
_FIRMS = [f"f{at}" for at in range(12)]


def _repair(document: Document) -> Repair:
    """The first repair, tried on the document by two implementations of JSON Patch."""
    read = read_case(json.dumps(document))
    conflict = evaluate(read, isolated=False).conflict
    assert conflict is not None
    assert conflict.repair is not None
    repair = conflict.repair
    after = mended(read, repair)
    operations = [each.model_dump(mode="json") for each in repair.patch]
    assert read_case(json.dumps(patched_document(document, operations))) == after
    evaluation = evaluate(after, isolated=False)
    assert evaluation.status == "optimal"
    assert evaluation.totals is not None
    assert evaluation.totals.cost <= repair.award.totals.cost
    return repair


def _told(repair: Repair) -> Operations:
    return [(each.op, each.path, each.value) for each in repair.patch]


def _two_services(**north: Any) -> Document:
    """Buyer N: ``f2`` alone bids for IT, ``f10`` alone for HR."""
    return case(
        buyers=[buyer("N", 180_000, **north)],
        services=[service(), {"id": "hr", "name": "HR"}],
        bidders=[bidder(name) for name in _FIRMS],
        bids=[bid("a", "f2", "N:it"), bid("b", "f10", "N:hr")],
    )


def test_several_vetoes_of_one_buyer() -> None:
    document = _two_services(vetoes=_FIRMS)
    repair = _repair(document)
    # The last first, by number: as text 10 stands before 2.
    assert _told(repair) == [("remove", "/buyers/0/vetoes/10", None), ("remove", "/buyers/0/vetoes/2", None)]
    left = mended(read_case(json.dumps(document)), repair).buyers[0].vetoes
    assert left == tuple(name for name in _FIRMS if name not in ("f2", "f10"))


def test_several_bidders_on_one_shortlist() -> None:
    for shortlist in ([], ["f5", "f3"]):
        document = _two_services(shortlist=shortlist)
        repair = _repair(document)
        assert sorted(_told(repair)) == [
            ("add", "/buyers/0/shortlist/-", "f10"),
            ("add", "/buyers/0/shortlist/-", "f2"),
        ]
        after = mended(read_case(json.dumps(document)), repair).buyers[0].shortlist
        assert after is not None
        assert after[: len(shortlist)] == tuple(shortlist)
        assert set(after) == {*shortlist, "f2", "f10"}


def test_a_veto_and_a_shortlist_together() -> None:
    document = _two_services(vetoes=["f2"], shortlist=["f10"])
    assert sorted(_told(_repair(document))) == [
        ("add", "/buyers/0/shortlist/-", "f2"),
        ("remove", "/buyers/0/vetoes/0", None),
    ]


@pytest.mark.parametrize(
    ("name", "step"), [("i/t~s", "i~1t~0s"), ("~1", "~01"), ("~0~", "~00~0"), ("/", "~1"), ("-", "-"), ("0", "0")]
)
def test_ids_that_a_pointer_could_mistake(name: str, step: str) -> None:
    document = case(
        buyers=[buyer("N", 180_000)],
        services=[{"id": name, "name": "IT"}],
        bidders=[bidder("x", capacity={name: "179999.5"})],
        bids=[bid("a", "x", f"N:{name}")],
    )
    repair = _repair(document)
    ((op, path, value),) = _told(repair)
    assert (op, path) == ("add", f"/bidders/0/capacity/{step}")
    assert float(value) == 180_000
    read = read_case(json.dumps(document))
    (capacity,) = (member for member in members(read) if member.family == "capacity")
    assert capacity.pointer == path
    assert patched(read, capacity.lift).bidders[0].capacity == {}


def test_lots_that_are_not_listed_stay_so() -> None:
    document = case(
        services=[service(min_quality=60)],
        bidders=[bidder("x")],
        criteria=[care()],
        bids=[bid("a", "x", "N:it", 100, 50), bid("b", "x", "S:it", 100, "55.5")],
    )
    repair = _repair(document)
    assert _told(repair) == [("add", "/services/0/min_quality", "50.000")]
    before = read_case(json.dumps(document))
    after = mended(before, repair)
    assert after.lots is None
    assert after.model_copy(update={"services": before.services}) == before


def test_a_shape_given_up() -> None:
    document = case(
        services=[service(shape="plural", quality_standard=0)],
        bidders=[bidder("x")],
        bids=[bid("a", "x", "N:it"), bid("b", "x", "S:it")],
    )
    repair = _repair(document)
    assert _told(repair) == [("remove", "/services/0/shape", None)]
    assert mended(read_case(json.dumps(document)), repair).services[0].shape is None


def test_bidders_join_a_framework() -> None:
    for accredited in ([], ["f5", "f3"]):
        document = _two_services()
        services = ["it", "hr"]
        document["frameworks"] = [{"id": "f", "name": "F", "services": services, "accredited": accredited}]
        repair = _repair(document)
        assert sorted(_told(repair)) == [
            ("add", "/frameworks/0/accredited/-", "f10"),
            ("add", "/frameworks/0/accredited/-", "f2"),
        ]
        assert repair.distance == 2
        after = mended(read_case(json.dumps(document)), repair).frameworks[0].accredited
        assert after is not None
        assert after[: len(accredited)] == tuple(accredited)
        assert set(after) == {*accredited, "f2", "f10"}


def test_who_only_competes_joins_a_framework_too() -> None:
    # f0 alone is accredited, and of 3 that bid 3 must compete: two join, which is less far than from 3 to 1 and f2.
    document = _two_services()
    document["bids"] += [bid("c", "f0", "N:it"), bid("d", "f1", "N:it")]
    document["frameworks"] = [
        {"id": "f", "name": "F", "services": ["it"], "accredited": ["f0"], "min_competitors": 3},
    ]
    read = read_case(json.dumps(document))
    conflict = evaluate(read, Options(fixed=("competition*",)), isolated=False).conflict
    assert conflict is not None
    assert conflict.repair is not None
    assert sorted(_told(conflict.repair)) == [
        ("add", "/frameworks/0/accredited/-", "f1"),
        ("add", "/frameworks/0/accredited/-", "f2"),
    ]
    assert conflict.repair.least
    free = _repair(document)
    assert _told(free) == [("add", "/frameworks/0/min_competitors", 1)]
    assert free.distance == pytest.approx(2 / 3)


def test_joint_purchases_given_up_are_removed_last_first() -> None:
    purchases = [{"id": name, "name": name, "buyers": ["N", "S"]} for name in ("first", "second", "third")]
    purchases[1] |= {"services": ["hr"]}
    document = case(
        services=[service(), {"id": "hr", "name": "HR"}],
        bidders=[bidder("x"), bidder("y")],
        bids=[bid("a", "x", "N:it"), bid("b", "y", "S:it"), bid("c", "x", "N:hr"), bid("d", "x", "S:hr")],
        joint_purchases=purchases,
    )
    repair = _repair(document)
    assert _told(repair) == [("remove", "/joint_purchases/2", None), ("remove", "/joint_purchases/0", None)]
    assert [each.id for each in mended(read_case(json.dumps(document)), repair).joint_purchases] == ["second"]


def test_caps_and_competition_are_whole_numbers() -> None:
    document = case(
        services=[service(max_lots_per_bidder=1)],
        bidders=[bidder("x")],
        bids=[bid("a", "x", "N:it"), bid("b", "x", "S:it")],
        max_lots_per_bidder=1,
        frameworks=[{"id": "f", "name": "F", "services": ["it"], "min_competitors": 4}],
    )
    assert sorted(_told(_repair(document))) == [
        ("add", "/frameworks/0/min_competitors", 1),
        ("add", "/max_lots_per_bidder", 2),
        ("add", "/services/0/max_lots_per_bidder", 2),
    ]


def test_people_and_providers_are_whole_numbers_and_money_is_text() -> None:
    north = buyer("N", 180_000, budget={"2013-14": "0.10"})
    document = case(
        buyers=[north],
        services=[service(min_providers=2)],
        # What the case does not state is a viability floor of 300,000 all the same.
        bidders=[{"id": "x", "name": "x", "kind": "private"}],
        bids=[bid("a", "x", "N:it", "0.25")],
    )
    assert sorted(_told(_repair(document))) == [
        ("add", "/bidders/0/viability_floor", 180_000),
        ("add", "/buyers/0/budget/2013-14", "0.25"),
        ("add", "/services/0/min_providers", 1),
    ]


@given(st.lists(st.tuples(st.sampled_from([0, 1]), st.integers(0, 11)), unique=True), st.randoms())
@settings(max_examples=50, deadline=None)
def test_entries_are_removed_in_an_order_in_which_each_keeps_its_place(
    entries: list[tuple[int, int]], random: Any
) -> None:
    read = _two_buyers()
    operations = [PatchOperation(op="remove", path=f"/buyers/{row}/vetoes/{at}") for row, at in entries]
    operations.append(PatchOperation(op="remove", path="/services/0/shape"))
    random.shuffle(operations)
    after = patched(read, in_order(operations))
    for row, found in enumerate(after.buyers):
        assert found.vetoes == tuple(name for at, name in enumerate(_FIRMS) if (row, at) not in entries)
    assert after.services[0].shape is None


def _two_buyers() -> Case:
    return read_case(
        json.dumps(
            case(
                buyers=[buyer(name, 1000, vetoes=_FIRMS) for name in "NS"],
                services=[service(shape="single")],
                bidders=[bidder(name) for name in _FIRMS],
                bids=[bid(lot, "f0", f"{lot}:it") for lot in "NS"],
            )
        )
    )
