"""What a board states is the same when it is written as JSON and read again."""

from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from models import (
    BidderSet,
    Evaluator,
    Exclusion,
    Grouping,
    LotSet,
    LowPrices,
    Marking,
    Merger,
    Metric,
    Moderation,
    Pick,
    Preference,
    PriceFormula,
    Ratio,
    Rule,
    RuleSense,
    Scenario,
    read_case,
)
from models.base import Model
from models.bidder_kind import BidderKind
from models.json_text import parse
from models.quantities import ID_PATTERN, NAME_PATTERN
from models.scenario import MergedCharges, MergedPrices
from tests.models.cases import a_case, text_of

CASE = read_case(text_of(a_case()))

IDS = st.from_regex(ID_PATTERN, fullmatch=True).filter(lambda text: len(text) <= 20)
NAMES = st.from_regex(NAME_PATTERN, fullmatch=True).filter(lambda text: len(text) <= 20)
TEXT = st.text(max_size=12)
REASONS = TEXT.filter(str.strip)


def numbers(least: Any, most: Any, places: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(least, most, places=places)


def some(values: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, min_size=least, max_size=3).map(tuple)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


MONEY = numbers(0, 10**12, 2)
POINTS = numbers(0, 100, 6)
PART = numbers("0.000001", 1, 6)
LOT_SETS = st.builds(LotSet, services=some(IDS), buyers=some(IDS), areas=some(NAMES), regions=some(NAMES))
BIDDER_SETS = st.builds(
    BidderSet,
    ids=some(IDS),
    kinds=some(one_of(BidderKind)),
    tags=some(NAMES),
    groups=some(NAMES),
    incumbents=st.booleans(),
)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | TEXT | numbers(-(10**9), 10**9, 6)
    | st.floats(-1e4, 1e4, width=16)
)  # fmt: skip
PATCHES = st.dictionaries(
    TEXT,
    st.recursive(SCALARS, lambda inner: some(inner).map(list) | st.dictionaries(TEXT, inner, max_size=3)),
    max_size=3,
)
MERGERS = st.builds(
    Merger,
    bidders=some(IDS, 2),
    id=st.none() | IDS,
    name=st.none() | NAMES,
    prices=one_of(MergedPrices),
    price_change=numbers(-1, 1, 6),
    setup=one_of(MergedCharges),
    overhead=one_of(MergedCharges),
)
STATED = [
    st.builds(
        Rule,
        id=IDS,
        name=st.none() | NAMES,
        because=TEXT,
        active=st.booleans(),
        metric=one_of(Metric),
        bidders=BIDDER_SETS,
        each=st.booleans(),
        lots=LOT_SETS,
        per=some(one_of(Grouping)),
        sense=one_of(RuleSense),
        limit=numbers(0, 10**12, 6),
        penalty=st.none() | MONEY,
        priority=st.none() | st.integers(1, 100),
    ),
    st.builds(Pick, id=IDS, bid=IDS, reason=REASONS),
    st.builds(Exclusion, id=IDS, bid=st.none() | IDS, bidder=st.none() | IDS, lots=LOT_SETS, reason=REASONS),
    st.builds(Evaluator, id=IDS, name=NAMES),
    st.builds(Moderation, mark=POINTS, reason=REASONS),
    st.builds(Marking, by=st.sampled_from(["mean", "median"]), moderate_beyond=st.none() | POINTS),
    st.builds(LowPrices, below_mean=PART, below_next=st.none() | PART, min_bidders=st.integers(0, 10**6)),
    st.builds(Preference, liability_weight=numbers(0, 1000, 6), disruption_value=MONEY, quality_value=MONEY),
    st.builds(
        Ratio,
        mode=st.just("ratio"),
        price_weight=numbers(1, 1000, 6),
        quality_weight=numbers(0, 1000, 6),
        formula=one_of(PriceFormula).filter(lambda formula: formula != "money_valued_quality"),
        tolerance=numbers(0, 100, 3),
    ),
    st.builds(
        Ratio,
        mode=st.just("ratio"),
        formula=st.just("money_valued_quality"),
        price=st.sampled_from(["list", "cost", "cost_and_liability"]),
        quality_value=numbers("0.01", 10**12, 2),
    ),
    st.builds(Scenario, id=IDS, name=NAMES, because=TEXT, patch=PATCHES, mergers=some(MERGERS)),
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.one_of(STATED))
def test_what_is_written_reads_as_the_same(stated: Model) -> None:
    model = type(stated)
    for text in (stated.model_dump_json(), stated.model_dump_json(exclude_defaults=True)):
        # ``mode`` tells objectives apart, and has no default to leave out.
        again = model.model_validate(parse(text))
        assert again == stated
        assert again.model_dump_json() == stated.model_dump_json()
    assert model.model_validate_json(stated.model_dump_json()) == stated


@settings(max_examples=100, deadline=None)
@given(PATCHES)
def test_a_case_with_any_patch_keeps_its_hash(patch: dict[str, Any]) -> None:
    case = CASE.model_copy(update={"scenarios": (Scenario(id="s", name="S", patch={"notes": patch}),)})
    again = read_case(case.canonical_json())
    assert again == case
    assert again.sha256 == case.sha256


@pytest.mark.parametrize("one", ["0.5", "0.50", "5e-1", "0.500000"])
def test_a_fraction_in_a_patch_is_kept_exactly(one: str) -> None:
    assert Scenario.model_validate(parse(f'{{"id": "s", "name": "S", "patch": {{"x": [{one}]}}}}')).patch == {
        "x": ["0.5"]
    }


@pytest.mark.parametrize("one", ["2", "2.0", "2.000", "20e-1"])
def test_a_whole_number_in_a_patch_stays_one(one: str) -> None:
    (kept,) = Scenario.model_validate(parse(f'{{"id": "s", "name": "S", "patch": {{"x": {one}}}}}')).patch.values()
    assert (kept, type(kept)) == (2, int)


def nested(levels: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(levels):
        value = {"x": value}
    return value


def test_a_patch_is_only_so_deep() -> None:
    assert Scenario(id="s", name="S", patch=nested(50)).patch
    with pytest.raises(ValidationError, match="is nested too deeply"):
        Scenario(id="s", name="S", patch=nested(51))


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("1e101"), float("-inf"), 10**101, {7: 1}, {1, 2}, b"x"])
def test_a_patch_holds_nothing_but_json(value: object) -> None:
    with pytest.raises(ValidationError, match=r"holds (a number that is not within range|a key|what is not JSON)"):
        Scenario(id="s", name="S", patch={"x": value})
