"""What the prospectus tells, and what it must never tell."""

import copy
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from models import Case, CaseInvalid, read_case
from models.prospectus import Prospectus
from selector.decide.supply import before_bids, prospectus
from selector.decide.supply.prospectus.terms import FORMS
from tests.decide.supply.planted import IN_PER_CENT, PLANTED, planted
from tests.decide.supply.printed import forms
from tests.oracle.exact import THOUSANDTH, half_up, pence
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.redundancy import payments
from tests.strategies.any_case import cases

SEEDS = range(0, 48, 3)
_OF_BIDDERS = ("overhead", "setup", "capacity", "capacity_wte", "served_elsewhere", "served_elsewhere_by_service")


def test_no_figure_of_a_bid_is_in_any_form_of_it() -> None:
    case = planted()
    text = case.canonical_json()
    assert [figure for figure in PLANTED if figure not in text] == []
    for form in forms(prospectus(case)):
        plain = form.replace(",", "")
        assert [figure for figure in (*PLANTED, *IN_PER_CENT) if figure in plain] == []
        assert "too dear" not in plain
        assert case.sha256 not in plain


def test_what_it_is_to_tell_is_in_every_form_of_it() -> None:
    for form in forms(prospectus(planted()), narrowest=80):
        plain = "".join(form.replace(",", "").split())
        assert "350000" in plain
        assert "Nobodyhasitall" in plain
        assert "Brook" not in plain
        assert "60000" in plain
        assert "700000" in plain


def other_bids(document: dict[str, Any]) -> Case:
    """The same tender with other bids, by the same bidders at other charges."""
    changed = copy.deepcopy(document)
    changed["bids"] = [
        {
            "id": f"other {at}",
            "bidder": bid["bidder"],
            "lots": bid["lots"],
            "price": 100 + at,
            "scores": dict.fromkeys([*bid.get("scores", ()), *bid.get("marks", ()), *bid.get("moderated", ())], 90),
        }
        for at, bid in enumerate(reversed(document["bids"]))
    ]
    for table in ("discounts", "picks", "exclusions", "scenarios"):
        changed.pop(table, None)
    for bidder in changed["bidders"]:
        for field in _OF_BIDDERS:
            bidder.pop(field, None)
    for lot in changed.get("lots", ()):
        if lot.get("in_house"):
            lot["in_house"] = {"cost": 12345, "quality": 9}
    return read_case(json.dumps(changed))


@pytest.mark.parametrize("seed", SEEDS)
def test_other_bids_leave_it_as_it_is(seed: int) -> None:
    document = random_case(seed)
    before, after = prospectus(read_case(json.dumps(document))), prospectus(other_bids(document))
    assert forms(before) == forms(after)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_needs_no_bids(seed: int) -> None:
    document = random_case(seed)
    case = read_case(json.dumps(document))
    without = {
        name: rows for name, rows in document.items() if name not in ("discounts", "picks", "exclusions", "scenarios")
    }
    without["bids"] = []
    tender = before_bids(json.dumps(without).encode())
    assert tender is not None
    assert forms(prospectus(tender)) == forms(prospectus(case))


@pytest.mark.parametrize("seed", SEEDS)
def test_sizes_and_staff_are_those_of_the_document(seed: int) -> None:
    document = random_case(seed)
    told, case = prospectus(read_case(json.dumps(document))), read(document)
    for deal in told.lots:
        lot = case.lots[deal.lot]
        assert deal.volume == lot.volume
        assert deal.population == lot.people
        check_staff(deal.staff, [lot.id], case)
    for service in told.services:
        lots = [lot for lot in case.lots.values() if lot.service == service.service]
        assert service.lots == len(lots)
        assert service.volume == sum(lot.volume for lot in lots)
        check_staff(service.staff, [lot.id for lot in lots], case)
        assert abs(sum((row.share for row in service.criteria), Decimal(0)) - bool(service.criteria)) < Decimal(
            "0.0001"
        )
    for joint in told.joint:
        lots = [lot for lot in case.lots.values() if lot.service == joint.service and lot.buyer in joint.buyers]
        check_staff(joint.staff, [lot.id for lot in lots], case)
        assert joint.volume == sum(lot.volume for lot in lots)


def check_staff(told: Any, lots: list[str], case: Any) -> None:
    on = [part for name in lots for part in case.lots[name].staff]
    heads = sum((part.headcount for part in on), Fraction(0))
    if not heads:
        assert told is None
        return
    due = sum((payments(case.lots[name].staff, case.date, case.date) for name in lots), Fraction(0))
    pay = sum((part.wte * part.group.salary for part in on), Fraction(0))
    assert told.heads == half_up(heads, THOUSANDTH)
    assert told.wte == half_up(sum((part.wte for part in on), Fraction(0)), THOUSANDTH)
    assert told.pay * 100 == pence(pay)
    assert told.liability * 100 == half_up(due, Fraction(1))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_any_case_has_one_and_it_survives_its_json(case: Case) -> None:
    told = prospectus(case)
    assert Prospectus.model_validate_json(told.to_json()) == told
    assert all(forms(told))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.form))
def test_forms_are_those_of_the_case(form: Any) -> None:
    kind, years = "nhs_csu" if form.nhs_only else "private", float(form.most_years)

    def document(years: float, kind: str) -> str:
        return json.dumps(
            {
                "format": 1,
                "name": "forms",
                "date": "2013-04-01",
                "horizon": {"start": "2013-04-01", "years": 9},
                "buyers": [{"id": "a", "name": "A", "population": 1}],
                "services": [{"id": "s", "name": "S"}],
                "bidders": [{"id": "b", "name": "B", "kind": kind}],
                "bids": [
                    {"id": "x", "bidder": "b", "lots": ["a:s"], "price": 1, "form": form.form, "term_years": years}
                ],
            }
        )

    read_case(document(years, kind))
    with pytest.raises(CaseInvalid, match="at most"):
        read_case(document(years + 0.5, kind))
    if form.nhs_only:
        with pytest.raises(CaseInvalid, match="NHS family"):
            read_case(document(years, "private"))


def test_a_tender_with_other_faults_is_told_of_these_alone() -> None:
    document = {**random_case(0), "bids": [], "date": "tomorrow"}
    for table in ("discounts", "picks", "exclusions", "scenarios"):
        document.pop(table, None)
    with pytest.raises(CaseInvalid) as raised:
        before_bids(json.dumps(document).encode())
    assert [fault.pointer for fault in raised.value.faults] == ["/date"]
    assert before_bids(b"[1]") is None
    assert before_bids(b"{") is None
    assert before_bids(json.dumps(random_case(0)).encode()) is None
