"""Discounts, outposts and shares of packages as an award lists them: each once, with its figures, and no other."""

from collections.abc import Collection
from typing import Any

import pytest

from models import Evaluation
from selector.verify import verify
from tests.verify.checking import broken, changed
from tests.verify.towns.case import CASE, GOOD, OUTPOSTS, Earned, evaluation_of

AWARD = evaluation_of(GOOD)
OF_THE_CSU, OF_THE_FIRM = AWARD.outposts


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        (("discounts", 1, "tier"), 100_000, {"discounts[1].tier"}),
        (("discounts", 1, "tier"), None, {"discounts[1].tier"}),
        (("discounts", 2, "tier"), 3, {"discounts[2].tier"}),
        (("discounts", 1, "amount"), "8100.01", {"discounts[1].amount"}),
        (("discounts", 2, "amount"), "900.00", {"discounts[2].amount"}),
        (("discounts", 1, "quantity"), 400_000.001, {"discounts[1].quantity"}),
        (("discounts", 1, "by"), "spend", {"discounts[1].by"}),
        (("discounts", 1, "bidder"), "firm", {"discounts[1].bidder"}),
        (("discounts", 1, "discount"), "no-such", {"discounts"}),
        (("discounts",), [], {"discounts"}),
        (("totals", "discount"), "17099.99", {"totals.discount", "totals"}),
        (("outposts", 0, "cost"), "3600.01", {"outposts[0].cost"}),
        (("outposts", 0, "wte"), 2.001, {"outposts[0].wte"}),
        (("outposts", 0, "area"), "Mid", {"outposts"}),
        (("outposts", 0, "service"), "hr", {"outposts"}),
        (("outposts", 0, "bidder"), "own-d", {"outposts"}),
        (("outposts",), [], {"outposts"}),
        (("totals", "charges"), "2700.00", {"totals.charges", "totals"}),
        # The odd penny of a package on its other lot.
        (("awards", 0, "cost"), "60000.00", {"awards[0].cost", "totals"}),
        (("awards", 8, "cost"), "415.39", {"awards[8].cost", "totals"}),
    ],
)
def test_a_wrong_figure_is_caught_where_it_stands(path: tuple[str | int, ...], value: Any, rules: set[str]) -> None:
    assert broken(changed(AWARD, *path, to=value), CASE) == rules


@pytest.mark.parametrize(
    ("update", "rule"),
    [
        ({"discounts": AWARD.discounts[1:]}, "discounts"),
        ({"discounts": (*AWARD.discounts, AWARD.discounts[1])}, "discounts"),
        ({"outposts": (OF_THE_FIRM,)}, "outposts"),
        ({"outposts": (*AWARD.outposts, OF_THE_CSU)}, "outposts"),
        ({"outposts": (*AWARD.outposts, OF_THE_CSU.model_copy(update={"area": "East"}))}, "outposts"),
    ],
)
def test_one_missing_or_too_many_is_caught(update: dict[str, Any], rule: str) -> None:
    (finding,) = verify(CASE, AWARD.model_copy(update=update)).findings
    assert finding.rule == rule


def test_a_discount_of_a_bidder_that_wins_nothing_in_its_scope_is_not_listed() -> None:
    accepted = GOOD | {"hr-a": "lone-west", "hr-b": "lone-west"}
    listed = evaluation_of(accepted, {"bulk": ("0", None, "0.00")})
    assert broken(listed, CASE) == {"discounts", "budget[b, 2013-14]"}


@pytest.mark.parametrize(
    ("earned", "rules"),
    [
        # 10 % of 180,000.02; nothing; 2p for all people, and not only for those above 250,000
        ({"bulk": ("100000.01", "200000", "18000.00")}, {"discounts[0].tier", "discounts[0].amount"}),
        ({"bulk": ("100000.01", None, "0.00")}, {"discounts[0].tier", "discounts[0].amount"}),
        ({"reach": ("400000", "250000", "14400.00")}, {"discounts[1].amount"}),
        ({"bulk": None}, {"discounts"}),
    ],
)
def test_a_wrong_discount_in_an_award_that_adds_up_is_caught(
    earned: dict[str, Earned | None], rules: Collection[str]
) -> None:
    assert not_of_the_certificate(evaluation_of(GOOD, earned)) == {*rules, "totals.discount", "totals.cost"}


@pytest.mark.parametrize(
    ("kept", "rule"),
    [
        ({"firm-bi-d": OUTPOSTS["firm-bi-d"]}, "outposts"),
        (OUTPOSTS | {"csu-bi-a": ("West", "2", "2000.00")}, "outposts[0].cost"),  # the first year alone
        (OUTPOSTS | {"csu-bi-c": ("Mid", "2", "3600.00")}, "outposts"),
    ],
)
def test_a_wrong_outpost_in_an_award_that_adds_up_is_caught(kept: dict[str, tuple[str, str, str]], rule: str) -> None:
    assert not_of_the_certificate(evaluation_of(GOOD, kept=kept)) == {rule, "totals.charges", "totals.cost"}


def not_of_the_certificate(evaluation: Evaluation) -> set[str]:
    """What is found apart from the certificate, which goes wrong with every total."""
    rules = broken(evaluation, CASE)
    assert "certificate.objective" in rules
    return {rule for rule in rules if not rule.startswith("certificate")}


def test_a_finding_says_what_was_found_and_what_was_expected() -> None:
    update = {"discounts": AWARD.discounts[:2], "outposts": (OF_THE_FIRM,)}
    assert [finding.message for finding in verify(CASE, AWARD.model_copy(update=update)).findings] == [
        'The discount "loyal" concerns the award and is not listed: once is expected.',
        'The outpost of "csu" for "bi" in "West" has to be kept and is not listed: once is expected.',
    ]
    (finding,) = verify(CASE, changed(AWARD, "discounts", 2, "tier", to=3)).findings
    assert finding.message == (
        'The tier of discount "loyal" is stated as that from 3; recomputed from the case it is none, below the first.'
    )
