"""One wrong figure in an award that is right otherwise."""

from typing import Any

import pytest

from selector.verify import verify
from tests.verify.checking import broken, changed
from tests.verify.three_boards.case import CASE, GOOD, evaluation_of
from tests.verify.three_boards.offers import LOTS


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        (("totals", "cost"), "1177680.10", {"totals.cost", "totals"}),
        (("totals", "charges"), "7680.08", {"totals.charges", "totals"}),
        (("totals", "discount"), "0.01", {"totals.discount", "totals"}),
        (("totals", "quality"), 70.375001, {"totals.quality"}),
        (("totals", "liability"), "29232.01", {"totals.liability"}),
        (("totals", "liability_buyers"), "11692.79", {"totals.liability_buyers"}),
        (("totals", "disruption"), 4.999, {"totals.disruption"}),
        (("totals",), None, {"totals"}),
        (("awards", 3, "cost"), "72000.01", {"awards[3].cost", "totals"}),
        (("awards", 3, "quality"), 64.001, {"awards[3].quality"}),
        (("awards", 3, "liability"), "29231.99", {"awards[3].liability"}),
        (("awards", 3, "bidder"), "csu", {"awards[3].bidder"}),
        (("awards", 3, "buyer"), "s", {"awards[3].buyer"}),
        (("awards", 3, "service"), "hr", {"awards[3].service"}),
        (("awards", 3, "bid"), "no-such-bid", {"awards[3].bid"}),
        (("awards", 3, "bid"), "firm-bi-s", {"awards[3].bid"}),
        (("awards", 3, "lot"), "bi-s", {"awards[3].bid", "cover[bi-n]", "cover[bi-s]"}),
        (("awards", 3, "lot"), "no-such-lot", {"awards[3].lot", "awards[3].bid", "cover[bi-n]"}),
        (("awards",), [], {f"cover[{lot}]" for lot in LOTS}),
        (("providers", 0, "lots"), 1, {"providers"}),
        (("providers", 0, "volume"), 400_001, {"providers"}),
        (("providers", 0, "bidder"), "charity", {"providers"}),
        (("providers",), [], {"providers"}),
        (("provenance", "case_sha256"), "0" * 64, {"provenance"}),
        (("certificate", "objective"), "1023896.10", {"certificate.objective"}),
        (("certificate", "objective"), None, {"certificate.objective"}),
        (("certificate", "bound"), "1023896.10", {f"certificate.{name}" for name in ("bound", "gap", "gap_pounds")}),
        (("certificate", "bound"), "1000000.00", {"certificate.gap", "certificate.gap_pounds"}),
        (("certificate", "bound"), None, {"certificate.gap", "certificate.gap_pounds"}),
        (("certificate", "bound"), "-1E+999999999", {"certificate.gap", "certificate.gap_pounds"}),
        (("certificate", "gap"), None, {"certificate.gap"}),
        (("certificate", "gap"), 0.01, {"certificate.gap"}),
        (("certificate", "gap_pounds"), "0.01", {"certificate.gap_pounds"}),
        (("certificate", "levels", 0, "value"), "1023896.08", {"certificate.levels[0].value"}),
        (
            ("certificate", "levels", 0, "best"),
            "1023896.08",
            {f"certificate.levels[0].{name}" for name in ("best", "bound", "gap")},
        ),
        (("certificate", "levels", 0, "objective"), "cost", {"certificate.levels"}),
        (("certificate", "levels"), [], {"certificate.levels"}),
    ],
)
def test_a_wrong_figure_is_caught_where_it_stands(path: tuple[str | int, ...], value: Any, rules: set[str]) -> None:
    assert broken(changed(evaluation_of(GOOD), *path, to=value), CASE) == rules


def test_a_lot_awarded_twice_is_caught() -> None:
    good = evaluation_of(GOOD)
    assert broken(good.model_copy(update={"awards": (*good.awards, good.awards[4])}), CASE) == {"cover[bi-s]"}


def test_a_finding_says_what_was_found_and_what_was_expected() -> None:
    (finding,) = verify(CASE, changed(evaluation_of(GOOD), "awards", 3, "liability", to="29231.99")).findings
    assert finding.message == (
        'The liability of lot "bi-n", bid "firm-bi-n" is stated as £29,231.99;'
        " recomputed from the case it is £29,232.00."
    )
    (finding,) = verify(CASE, evaluation_of(GOOD | {"bi-s": "own-bi-s"})).findings
    assert finding.message == (
        "Business intelligence: Firm must serve at least 250,000 people to provide it. This award has 100,000 people."
    )
