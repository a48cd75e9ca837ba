"""Certificates of several levels."""

from decimal import Decimal
from typing import Any

import pytest

from models import Evaluation, Level
from selector.verify import verify
from tests.verify.checking import broken, changed
from tests.verify.three_boards.case import GOOD, case_of, evaluation_of

LEVELS = [{"objective": "quality", "tolerance": "1.5"}, {"objective": "cost"}, {"objective": "disruption"}]
LEXICOGRAPHIC = case_of(objective={"mode": "lexicographic", "levels": LEVELS, "disruption": "lots"})


def lexicographic(**changes: Any) -> Evaluation:
    # pr-s and it-s change supplier: disruption is 2 lots. Quality gave up 1 point of the 71.375 found, within its 1.5.
    good = evaluation_of(GOOD, LEXICOGRAPHIC)
    quality, best, bound = Decimal("70.375"), Decimal("71.375"), Decimal(72)
    cost, below = Decimal("1177680.09"), Decimal("1177680.08")
    levels = (
        Level(objective="quality", value=quality, best=best, bound=bound, gap=0.625 / 71.375),
        Level(objective="cost", value=cost, best=cost, bound=below, gap=0.01 / 1177680.09),
        Level(objective="disruption", value=Decimal(2), best=Decimal(2), bound=Decimal(2), gap=0.0),
    )
    first = {"objective": quality, "bound": bound, "gap": 1.625 / 70.375, "gap_pounds": None, "levels": levels}
    certificate = good.certificate.model_copy(update=first | changes)
    assert good.totals is not None
    totals = good.totals.model_copy(update={"disruption": Decimal(2)})
    return good.model_copy(update={"certificate": certificate, "totals": totals})


def test_a_lexicographic_award_has_a_value_for_each_level() -> None:
    verification = verify(LEXICOGRAPHIC, lexicographic())
    assert verification.findings == ()
    assert verification.objectives == (Decimal("70.375"), Decimal("1177680.09"), Decimal(2))


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        # Quality is maximised: a bound below the award's own, or below the best found, bounds nothing.
        (("bound",), "69.375", {"certificate.bound", "certificate.gap"}),
        (("levels", 0, "bound"), "71", {"certificate.levels[0].bound", "certificate.levels[0].gap"}),
        (("gap_pounds",), "1.00", {"certificate.gap_pounds"}),
        # The award may fall behind the best by 1.5 points, by a penny, by no lot.
        (("levels", 0, "best"), "71.876", {"certificate.levels[0].best", "certificate.levels[0].gap"}),
        (("levels", 1, "best"), "1177680.07", {"certificate.levels[1].best", "certificate.levels[1].bound"}),
        (("levels", 2, "best"), "1", {f"certificate.levels[2].{field}" for field in ("best", "bound", "gap")}),
        (("levels", 2, "value"), "3", {"certificate.levels[2].value"}),
        (("levels", 1, "bound"), "1177680.10", {"certificate.levels[1].bound"}),
        (("levels", 1, "gap"), None, {"certificate.levels[1].gap"}),
        (("levels", 1, "objective"), "liability", {"certificate.levels"}),
    ],
)
def test_a_lexicographic_certificate_is_held_against_each_level(
    path: tuple[str | int, ...], value: Any, rules: set[str]
) -> None:
    assert broken(changed(lexicographic(), "certificate", *path, to=value), LEXICOGRAPHIC) == rules


def test_a_limit_may_cut_levels_off_and_a_proof_may_not() -> None:
    cut = lexicographic(levels=lexicographic().certificate.levels[:1])
    assert broken(cut, LEXICOGRAPHIC) == {"certificate.levels"}
    assert broken(cut.model_copy(update={"status": "feasible"}), LEXICOGRAPHIC) == set()


@pytest.mark.parametrize(
    ("bound", "gap", "rules"),
    [
        ("0.00", 0.0, set()),
        ("-0.01", None, set()),
        ("-0.02", None, {"certificate.gap", "certificate.levels[0].gap"}),
        ("-0.02", 0.0, {"certificate.gap", "certificate.levels[0].gap"}),
    ],
)
def test_no_fraction_is_taken_of_an_objective_of_nothing(bound: str, gap: float | None, rules: set[str]) -> None:
    case = case_of(objective={"mode": "lexicographic", "levels": [{"objective": "liability"}], "disruption": "staff"})
    good = evaluation_of(GOOD | {"bi-n": "sister-bi-n", "bi-s": "own-bi-s"}, case)
    proof = {"bound": Decimal(bound), "gap": gap}
    level = Level(objective="liability", value=Decimal("0.00"), best=Decimal("0.00"), **proof)
    first = proof | {"objective": Decimal("0.00"), "gap_pounds": None, "levels": (level,)}
    assert broken(good.model_copy(update={"certificate": good.certificate.model_copy(update=first)}), case) == rules
