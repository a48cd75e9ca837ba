"""``selector scores`` as a board uses it: every score can be worked out again from what is printed."""

import json
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from models import Case
from models.scores import LotScores, ScoreSheet
from selector.files import write_case_file
from tests.cli.running import Ran, run_here, run_process
from tests.references.tender import offer, tender

Run = Callable[..., Ran]
POINT = Decimal("0.001")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


def marked(name: str, price: int, ann: object, bob: object, staff: object, **more: Any) -> dict[str, Any]:
    return offer(name, price, "x:it", scores={"staff": staff}, marks={"safety": {"ann": ann, "bob": bob}}, **more)


def the_case(**objective: Any) -> Case:
    """Four bids for one lot: marks out of 5 on safety, which is half of care, and a stated score on staff."""
    criteria = [
        {"id": "care", "name": "Care", "minimum": 30},
        {"id": "safety", "name": "Safety", "parent": "care", "out_of": 5},
        {"id": "staff", "name": "Staff", "parent": "care"},
    ]
    bids = [
        marked("a/x", 100, 3, "3.5", "50.5"),
        marked("b/x", 120, 4, 5, 70, moderated={"safety": {"mark": "4.5", "reason": "Annex 2 was read again."}}),
        marked("c/x", 40, 3, 3, 70),
        marked("d/x", 90, 1, 1, 35),
    ]
    return tender(
        {"x": 1_000},
        ["it"],
        bids,
        in_house={"x:it": 110},
        criteria=criteria,
        evaluators=[{"id": "ann", "name": "Ann Example"}, {"id": "bob", "name": "Bob Example"}],
        abnormally_low={"min_bidders": 4},
        objective={"mode": "ratio", "formula": "lowest_over_price", "price": "list"} | objective,
    )


def saved(case: Case, folder: Path) -> Path:
    write_case_file(folder / "case.json", case)
    return folder / "case.json"


def flowing(ran: Ran) -> str:
    """What was printed, with every break of a line taken out."""
    return " ".join(ran.out.split())


def test_how_every_score_comes_about(tmp_path: Path) -> None:
    ran = run_process("scores", saved(the_case(), tmp_path))
    assert (ran.code, ran.err) == (0, "")
    told = flowing(ran)
    assert "A score is (60 x price score + 40 x quality) / 100." in told
    assert "- Safety, out of 5: Ann Example 3, Bob Example 3.5; by the mean 65 points." in told
    assert (
        "- Safety, out of 5: Ann Example 4, Bob Example 5; agreed upon 4.5: 90 points. Why: Annex 2 was read again."
        in told
    )
    assert "- Price score = 100 x £40.00 / £120.00 = 33.333333" in told
    assert "- Score = (60 x 33.333333 + 40 x 80) / 100 = 52" in told
    assert "- Barred by minimum[care]: On IT, the parts of Care come to 27.5 together; at least 30 is asked." in told
    assert "Abnormally low: £40.00 a year, where other bidders ask £103.33 in the mean and £90.00 at the least." in told
    assert "Its quality is stated: 0." in told
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_json_is_enough_to_score_again(tmp_path: Path, run: Run) -> None:
    ran = run("scores", saved(the_case(), tmp_path), "--json")
    sheet = ScoreSheet.model_validate_json(ran.out)
    assert ran.code == 0
    (lot,) = sheet.lots
    assert lot.prices is not None
    found = {}
    for bid in lot.bids:
        if bid.reasons or bid.evaluated_price is None:
            continue
        quality = again(lot, {each.criterion: each for each in bid.criteria}) if bid.criteria else bid.quality
        assert abs(quality - bid.quality) <= POINT / 2
        price = 100 * lot.prices.least / bid.evaluated_price
        found[bid.bid] = ((60 * price + 40 * bid.quality) / 100).quantize(POINT, ROUND_HALF_UP)
    assert found == {bid.bid: bid.score for bid in lot.bids if bid.score is not None}
    assert found == {
        "a/x": Decimal("47.100"),
        "b/x": Decimal("52.000"),
        "c/x": Decimal("86.000"),
        "in-house:x:it": Decimal("21.818"),
    }


def again(lot: LotScores, of: dict[str, Any]) -> Decimal:
    """The quality, from marks and stated scores alone."""
    out_of = {each.criterion: each.out_of for each in lot.criteria}
    marks = of["safety"].marked
    safety = 100 * (mean(marks.marks.values()) if marks.agreed is None else marks.agreed) / (out_of["safety"] or 1)
    return Decimal((safety + of["staff"].points) / 2)


@pytest.mark.parametrize(
    ("formula", "more", "sums"),
    [
        ("lowest_to_highest", {}, ["100 x (£120.00 - £100.00) / (£120.00 - £40.00) = 25"]),
        (
            "to_the_mean",
            {},
            ["50 + 100 x (£370.00 / 4 - £100.00) / (£370.00 / 4), at least 0 and at most 100, = 41.891892"],
        ),
        ("price_per_quality_point", {}, ["Score = 100 x (£40.00 / 65) / (£100.00 / 57.75) = 35.538"]),
        ("money_valued_quality", {"quality_value": 1}, ["Score = 57.75 - (£100.00 - £40.00) / £1,000.00 = 57.69"]),
    ],
)
def test_the_sums_of_each_formula(
    formula: str, more: dict[str, Any], sums: list[str], tmp_path: Path, run: Run
) -> None:
    told = flowing(run("scores", saved(the_case(formula=formula, **more), tmp_path)))
    for each in sums:
        assert each in told


def test_a_benchmark(tmp_path: Path, run: Run) -> None:
    document = json.loads(the_case().model_dump_json())
    document["services"][0]["benchmark"] = "0.2"
    document["objective"]["formula"] = "to_a_benchmark"
    told = flowing(run("scores", saved(Case.model_validate(document), tmp_path)))
    assert "Price score = 100 x (£200.00 - £100.00) / £200.00, at least 0, = 50" in told


def test_without_scores_costs_and_quality_are_told(tmp_path: Path, run: Run) -> None:
    case = the_case().model_copy(update={"objective": {"mode": "money_valued"}})
    told = flowing(run("scores", saved(case, tmp_path)))
    assert "The objective of this case scores no prices" in told
    assert "List price, £" in told
    assert "Score =" not in told


def test_one_lot_of_many(tmp_path: Path, run: Run) -> None:
    people = {f"b{number}": 1_000 for number in range(50)}
    path = saved(tender(people, ["it"], [offer(f"a/{name}", 1, f"{name}:it") for name in people]), tmp_path)
    short = run("scores", path)
    assert "with every mark: selector scores CASE --lot ID" in flowing(short)
    assert "No criterion applies" not in short.out
    one = run("scores", path, "--lot", "b7:it", "--lot", "b3:it")
    assert one.out.index("(b3:it)") < one.out.index("(b7:it)")
    assert "(b8:it)" not in one.out
    assert "No criterion applies: its quality is 0." in one.out


def test_there_is_no_such_lot(tmp_path: Path, run: Run) -> None:
    ran = run("scores", saved(the_case(), tmp_path), "--lot", "x:its")
    assert (ran.code, ran.out) == (2, "")
    assert 'there is no lot "x:its"' in ran.err
    assert "x:it" in ran.err
