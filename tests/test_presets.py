"""Presets: plain figures in a case, and what was replaced by them."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from models import Case, CaseInvalid, UnknownName
from selector import PRESETS, apply_preset, evaluate, read_case
from selector.examples import england_2013
from selector.files import case_text
from selector.presets import PARAMETERS, ten_bodies
from tests.references.tender import offer, supplier, tender

ENGLAND = {f"ccg-{position}": 6_000_000 for position in range(9)}
PLAIN: dict[str, Any] = {"id": "bi", "name": "Business intelligence"}


def bought(people: dict[str, int] = ENGLAND, **stated: Any) -> Case:
    """A case of one service, which two bidders offer to everybody."""
    bids = [offer(f"{firm}/{buyer}", 1, f"{buyer}:bi") for buyer in people for firm in ("one", "two")]
    bidders = [
        supplier("one", served_elsewhere_by_service={"bi": 4_000_000}),
        supplier("two", served_elsewhere_by_service={"bi": 0}),
    ]
    return tender(people, [{**PLAIN, **stated}], bids, bidders=bidders)


def test_ten_bodies_of_five_million() -> None:
    preset = apply_preset("ten-bodies", bought(), services=["bi"])
    (service,) = preset.case.services
    assert (service.scale, service.shape) == ("national", "plural")
    assert (service.floor, service.quality_standard) == (Decimal(5_000_000), Decimal(60))
    assert (service.min_providers, service.max_providers) == (0, 10)
    assert list(map(str, preset.replaced)) == [
        "scale: national (was: local)",
        "shape: plural (was: not stated)",
        "floor: 5,000,000 (was: 0)",
        "max_providers: 10 (was: not stated)",
        "quality_standard: 60 (was: not stated)",
    ]
    assert [each.pointer for each in preset.replaced][:2] == ["/services/0/scale", "/services/0/shape"]
    assert preset.remarks == ()
    assert preset.case.notes == f"Preset ten-bodies, Business intelligence: {'; '.join(map(str, preset.replaced))}."
    assert read_case(case_text(preset.case)) == preset.case


def test_what_the_service_states_otherwise_is_replaced_and_the_rest_stays() -> None:
    case = bought(
        scale="national",
        shape="network",
        floor=1,
        floor_by_kind={"private": 2},
        min_providers=11,
        max_providers=12,
        quality_standard=55,
        weight=3,
        min_quality=0,
    )
    preset = apply_preset("ten-bodies", case, services=["bi"])
    assert list(map(str, preset.replaced)) == [
        "shape: plural (was: network)",
        "floor: 5,000,000 (was: 1)",
        "floor_by_kind: none (was: private 2)",
        "min_providers: 10 (was: 11)",
        "max_providers: 10 (was: 12)",
    ]
    (service,) = preset.case.services
    assert (service.quality_standard, service.weight, service.min_quality) == (Decimal(55), Decimal(3), Decimal(0))


def test_a_second_time_it_replaces_nothing() -> None:
    once = apply_preset("ten-bodies", bought(), services=["bi"]).case
    again = apply_preset("ten-bodies", once, services=["bi"])
    assert again.replaced == ()
    assert again.case == once


@pytest.mark.parametrize(
    ("asked", "stated", "standard"), [(None, None, 60), (None, 0, 0), (Decimal(70), 55, 70), (Decimal(0), 55, 0)]
)
def test_the_standard_is_the_callers_or_the_services_or_sixty(
    asked: Decimal | None, stated: int | None, standard: int
) -> None:
    case = bought(quality_standard=stated)
    (service,) = apply_preset("ten-bodies", case, services=["bi"], quality_standard=asked).case.services
    assert service.quality_standard == standard


@pytest.mark.parametrize(
    ("stated", "kept", "words"),
    [
        (None, None, "is left out."),
        (4, 4, "is left out, and its own 4 stays."),
        (1, None, "is left out."),  # one provider is no range of providers
    ],
)
def test_in_a_part_of_england_the_number_of_providers_is_left_out(
    stated: int | None, kept: int | None, words: str
) -> None:
    preset = apply_preset("ten-bodies", bought({"a": 3_000_000, "b": 2_890_646}, max_providers=stated), services=["bi"])
    (service,) = preset.case.services
    assert (service.floor, service.max_providers) == (Decimal(5_000_000), kept)
    number, elsewhere = preset.remarks
    assert "have 5,890,646 people and not the 50,000,000 of all England" in number
    assert number.endswith(words)
    assert elsewhere.endswith("served_elsewhere_by_service: of the 2 that bid for it, 1 do.")


def test_the_people_of_a_national_board_are_not_counted_twice() -> None:
    people = {"board": 45_000_000, "a": 6_000_000}
    bids = [offer(f"one/{buyer}", 1, f"{buyer}:bi") for buyer in people]
    case = tender(people, [PLAIN], bids, places={"board": {"kind": "national_board"}})
    assert apply_preset("ten-bodies", case, services=["bi"]).case.services[0].max_providers is None


def test_in_a_part_of_england_the_floor_counts_what_is_served_elsewhere() -> None:
    # Each serves one of the two CCGs. Three million people and four million elsewhere are enough, three alone are not.
    scores = {"q": 60}
    bids = [
        offer(f"{firm}/{buyer}", 1, f"{buyer}:bi", scores=scores) for firm in ("one", "two") for buyer in ("a", "b")
    ]
    for elsewhere, status in ((4_000_000, "optimal"), (0, "infeasible")):
        bidders = [supplier(firm, served_elsewhere_by_service={"bi": elsewhere}) for firm in ("one", "two")]
        case = tender(
            {"a": 3_000_000, "b": 3_000_000}, [PLAIN], bids, bidders=bidders, criteria=[{"id": "q", "name": "Q"}]
        )
        assert evaluate(apply_preset("ten-bodies", case, services=["bi"]).case, isolated=False).status == status


@pytest.mark.deep
def test_the_example_states_the_same_figures() -> None:
    england, part = england_2013(), england_2013(["Greater Manchester"])
    for case in (england, part):
        preset = apply_preset("ten-bodies", case, services=["business-intelligence"])
        assert preset.replaced == ()
        assert preset.case == case
    (service,) = (each for each in england.services if each.id == "business-intelligence")
    assert (service.floor, service.quality_standard) == (ten_bodies.FLOOR, ten_bodies.QUALITY_STANDARD)
    assert service.max_providers == ten_bodies.MOST_PROVIDERS
    assert apply_preset("ten-bodies", england, services=[service.id]).remarks == ()
    assert apply_preset("ten-bodies", part, services=[service.id]).remarks != ()


def test_names_that_there_are_not() -> None:
    with pytest.raises(UnknownName, match=r'there is no preset "ten-body" .*ten-bodies'):
        apply_preset("ten-body", bought(), services=["bi"])
    with pytest.raises(UnknownName, match='there is no service "bj"'):
        apply_preset("ten-bodies", bought(), services=["bj"])


def test_a_service_that_does_not_count_people() -> None:
    case = bought({"a": 6_000_000})
    lots = [case.tendered[0].model_copy(update={"volume": Decimal(3)})]
    service = case.services[0].model_copy(update={"unit": "WTE"})
    with pytest.raises(CaseInvalid) as caught:
        apply_preset(
            "ten-bodies", case.model_copy(update={"services": (service,), "lots": tuple(lots)}), services=["bi"]
        )
    assert [fault.pointer for fault in caught.value.faults] == ["/services/0/unit"]


def test_a_standard_out_of_range() -> None:
    with pytest.raises(ValidationError):
        apply_preset("ten-bodies", bought(), services=["bi"], quality_standard=Decimal(101))


def test_notes_that_are_full_stay() -> None:
    case = bought().model_copy(update={"notes": "x" * 100_000})
    assert apply_preset("ten-bodies", case, services=["bi"]).case.notes == case.notes


def test_two_services_at_once() -> None:
    services = [PLAIN, {"id": "comms", "name": "Communications"}]
    bids = [offer(f"one/{service}", 1, f"a:{service}") for service in ("bi", "comms")]
    preset = apply_preset("ten-bodies", tender({"a": 60_000_000}, services, bids), services=["comms", "bi", "bi"])
    assert [service.max_providers for service in preset.case.services] == [10, 10]
    assert [each.pointer for each in preset.replaced if each.pointer.endswith("floor")] == [
        "/services/0/floor",
        "/services/1/floor",
    ]
    assert preset.case.notes.startswith("Preset ten-bodies, Business intelligence, Communications: scale: national")


def test_it_is_for_services_that_are_stated() -> None:
    with pytest.raises(ValidationError, match="services"):
        apply_preset("ten-bodies", bought())


def test_each_preset_is_described() -> None:
    assert next(iter(PRESETS)) == "ten-bodies"
    assert list(PARAMETERS) == list(PRESETS)
    assert all(sentence.endswith(".") for sentence in PRESETS.values())
