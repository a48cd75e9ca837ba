"""What is printed of an award: all that it has, and nothing of what it has not."""

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from models import Case
from selector import evaluate, read_case
from selector.cli.summary import print_summary
from tests.references.tender import offer, supplier, tender

TWO_BOARDS = Path(__file__).parents[2] / "examples" / "two-boards.json"
TITLES = ("Packages won", "Discounts earned", "Outposts kept", "Bought together", "Redeployed", "What buyers pay")
TABLES = {"a": 100_000, "b": 100_000, "c": 100_000}


def summary(case: Case, *, every_lot: bool = False, width: int = 120) -> str:
    """What is printed of the best award of a case."""
    console = Console(file=io.StringIO(), width=width)
    print_summary(console, case, evaluate(case, isolated=False), every_lot=every_lot)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def rows(text: str, title: str) -> list[list[str]]:
    """The cells of the rows of a table."""
    lines = iter(text[text.index(title) :].splitlines())
    for line in lines:
        if "───" in line:
            break
    found: list[list[str]] = []
    for line in lines:
        if not line.strip():
            return found
        found.append([cell.strip() for cell in line.split("  ") if cell.strip()])
    return found


def everything(**changes: Any) -> Case:
    """A case whose best award has all there is: Acme wins a package and the rest, for less by discounts."""
    bids = [
        offer("acme/ab", 150, "a:it", "b:it"),
        offer("acme/c", 100, "c:it"),
        *(offer(f"firm/{buyer}", 400, f"{buyer}:it") for buyer in "abc"),
        *(offer(f"acme/{buyer}/hr", 100, f"{buyer}:hr") for buyer in "abc"),
    ]
    stated = {
        "services": ["it", {"id": "hr", "name": "HR", "outposts": {"Hill": 2, "Dale": "0.5"}}],
        "bidders": [supplier("acme", outpost_cost={"hr": 10})],
        "places": {"a": {"area": "Hill"}, "b": {"area": "Dale"}, "c": {"area": "Dale"}},
        "joint_purchases": [
            {"id": "j", "name": "Both of Dale", "areas": ["Dale"]},
            {"id": "k", "name": "Hill and one more", "buyers": ["a", "b"], "services": ["hr"]},
        ],
        "discounts": [
            {"id": "d", "bidder": "acme", "services": ["it"], "tiers": [{"at_least": 200, "rate": "0.1"}]},
            {
                "id": "e",
                "bidder": "acme",
                "services": ["hr"],
                "by": "lots",
                "tiers": [{"at_least": 3, "per_unit": 5}],
            },
            {"id": "f", "bidder": "firm", "tiers": [{"at_least": 0, "rate": "0.01"}]},
        ],
        **changes,
    }
    return tender(TABLES, stated.pop("services"), bids, **stated)


def test_all_that_an_award_has() -> None:
    text = summary(everything())
    assert "Packages won, 2 of 6 lots" in text
    assert rows(text, "Packages won") == [["acme/ab", "Acme", "2", "2", "150"]]
    # 10 % of 250 and £5 off each of three lots.
    assert rows(text, "Discounts earned") == [
        ["Acme", "d", "£250 a year", "£200 a year", "25"],
        ["Acme", "e", "3 lots", "3 lots", "15"],
    ]
    # 2.5 WTE at £10 each.
    assert rows(text, "Outposts kept") == [["Acme", "HR", "2", "2.5", "25"]]
    assert rows(text, "Bought together") == [
        ["Both of Dale", "IT", "Acme", "2"],
        ["Both of Dale", "HR", "Acme", "2"],
        ["Hill and one more", "HR", "Acme", "2"],
    ]
    assert "of which set-up, overheads and outposts, £" in text
    assert re.search(r"after discounts of, £ +40\.00 *\n", text)


def test_a_discount_by_volume_is_told_in_its_unit() -> None:
    discounts = [{"id": "d", "bidder": "acme", "by": "volume", "tiers": [{"at_least": 250_000, "rate": "0.1"}]}]
    assert rows(summary(everything(discounts=discounts)), "Discounts earned") == [
        ["Acme", "d", "600,000 people", "250,000 people", "55"]
    ]


def test_nothing_of_what_it_has_not() -> None:
    text = summary(read_case(TWO_BOARDS.read_bytes()))
    assert not [title for title in TITLES if title in text]
    assert "of which set-up and overheads, £" in text
    assert "discount" not in text


def test_a_discount_that_is_not_reached_is_not_earned() -> None:
    discounts = [{"id": "d", "bidder": "acme", "tiers": [{"at_least": 10_000, "rate": "0.1"}]}]
    text = summary(everything(discounts=discounts))
    assert "Discounts earned" not in text
    assert "after discounts" not in text


def test_a_supplier_to_buyers_that_do_it_themselves_is_their_own_staff() -> None:
    bids = [offer("firm/a", 100, "a:it")]
    joint = [{"id": "j", "name": "Both", "buyers": ["b", "c"]}]
    case = tender(TABLES, ["it"], bids, in_house={"b:it": 1, "c:it": 1}, joint_purchases=joint)
    assert rows(summary(case), "Bought together") == [["Both", "IT", "in-house fallback", "2"]]


@pytest.mark.parametrize(("every_lot", "shown"), [(False, 12), (True, 15)])
def test_a_long_table_is_shown_in_part(every_lot: bool, shown: int) -> None:
    people = {f"n{position:02d}": 1000 for position in range(15)}
    bids = [offer(f"firm/{buyer}", 10, f"{buyer}:it", f"{buyer}:hr") for buyer in people]
    text = summary(tender(people, ["it", "hr"], bids), every_lot=every_lot)
    assert len(rows(text, "Packages won")) == shown
    assert ("and 3 more: --lots lists them all." in text) is not every_lot


def liability_lines(text: str) -> list[list[str]]:
    """The rows of Totals on liability: from where it is named to disruption."""
    totals = text[text.index("Totals") :]
    lines = totals[totals.index("  Liability") : totals.index("  Disruption")].splitlines()
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines]


def staffed(**changes: Any) -> Case:
    """Acme wins a, and half of its ten people; four find posts at the CSU, which keeps b and its two."""
    post = {"salary": 36_500, "service_years": 10, "function": "it"}
    lots = [{"id": f"{name}:it", "buyer": name, "service": "it", "incumbent": "csu"} for name in "ab"]
    stated = {
        "bidders": [supplier("csu", "nhs_csu"), supplier("acme")],
        "lots": lots,
        "staff_groups": [
            {"id": "g", "name": "Analysts", "lots": [{"lot": "a:it"}], "headcount": 10, **post},
            {"id": "h", "lots": [{"lot": "b:it"}], "headcount": 2, **post},
        ],
        "transfer_terms": {"private": {"transfer": "0.5", "buyer_share": 1}},
        "vacancies": [{"id": f"v{wte}", "bidder": "csu", "function": "it", "wte": wte} for wte in (1, 3)],
        "places": {"a": {"budget": {"2013-14": 1_000}}, "b": {"budget": {"2013-14": 200}}},
        **changes,
    }
    bids = [offer("csu/a", 300_000, "a:it"), offer("csu/b", 150, "b:it"), offer("acme/a", 500, "a:it")]
    return tender({"a": 100_000, "b": 100_000}, ["it"], bids, **stated)


def test_what_becomes_of_the_staff_and_what_buyers_pay() -> None:
    text = summary(staffed())
    assert "What becomes of the staff, 12.0 WTE" in text
    assert rows(text, "What becomes of the staff") == [
        ["Stay with who provides the lot today", "2.0", "16.7 %"],
        ["Transfer to the winner", "5.0", "41.7 %"],
        ["Redeployed to a vacancy", "4.0", "33.3 %"],
        ["Redundant", "1.0", "8.33 %"],
        ["Years of service retained", "91.7 %"],
    ]
    assert rows(text, "Redeployed, the largest") == [["Analysts", "Csu", "4.00"]]
    assert rows(text, "What buyers pay a year") == [
        ["B", "2013-14", "150", "200", "75 %"],
        ["A", "2013-14", "500", "1,000", "50 %"],
    ]


def test_liability_before_and_after_redeployment() -> None:
    text = summary(staffed(), width=80)
    assert rows(text, "Award")[0][-1] == "152,250.00"
    assert "  Liability by lot is before redeployment.\n\n" in text
    # Five posts at £30,450 each, four of which are saved.
    assert liability_lines(text) == [
        ["Liability", "redundancy cost before redeployment, £", "152,250.00"],
        ["of which the buyers pay, £", "152,250.00"],
        ["less what redeployment saves, £", "121,800.00"],
        ["expected redundancy cost, £", "30,450.00"],
    ]


def test_a_part_of_the_liability_is_never_larger_than_the_whole() -> None:
    terms = {"private": {"transfer": "0.5", "buyer_share": "0.5"}}
    lines = liability_lines(summary(staffed(transfer_terms=terms)))
    whole, buyers, saved, left = (Decimal(line[-1].replace(",", "")) for line in lines)
    assert left < buyers < whole
    assert whole - saved == left


def test_many_lots_are_before_redeployment_by_service_and_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selector.cli.summary._FEW_LOTS", 1)
    text = summary(staffed(), width=80)
    assert rows(text, "Award by provider")[0] == ["Acme", "private", "1", "1", "500", "152,250"]
    assert "  Liability by service and provider is before redeployment.\n\n" in text


def test_without_redeployment_liability_is_told_as_it_is() -> None:
    text = summary(staffed(vacancies=[]))
    assert "before redeployment" not in text
    assert liability_lines(text) == [
        ["Liability", "expected redundancy cost, £", "152,250.00"],
        ["of which the buyers pay, £", "152,250.00"],
    ]


def test_without_staff_vacancies_or_budgets_nothing_is_told_of_them() -> None:
    text = summary(staffed(staff_groups=[], vacancies=[], places={}))
    assert "staff" not in text
    assert not [title for title in TITLES if title in text]
    text = summary(staffed(vacancies=[]))
    assert "redeploy" not in text.lower()
    assert ["Redundant", "5.0", "41.7 %"] in rows(text, "What becomes of the staff")


def test_a_budget_of_nothing_is_used_up() -> None:
    bids = [offer("acme/a", 0, "a:it")]
    case = tender({"a": 100_000}, ["it"], bids, places={"a": {"budget": {"2013-14": 0}}})
    assert rows(summary(case), "What buyers pay a year") == [["A", "2013-14", "0", "0", "100 %"]]


def test_it_fits_a_narrow_terminal() -> None:
    assert max(map(len, summary(everything(), width=80).splitlines())) <= 80
