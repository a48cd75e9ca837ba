"""Why bids may not be accepted, with their figures."""

from typing import Any

from models import Case, Disqualified
from selector.appraise import appraise
from selector.appraise.disqualified import disqualified
from tests.references.tender import offer, supplier, tender


def barred(case: Case) -> dict[str, dict[str, str]]:
    """By bid, the sentence of each reason."""
    found: tuple[Disqualified, ...] = disqualified(case, appraise(case))
    for each in found:
        assert [reason.rule for reason in each.reasons] == sorted({reason.rule for reason in each.reasons})
    return {each.bid: {reason.rule: reason.sentence for reason in each.reasons} for each in found}


def town(bids: list[dict[str, Any]], **changes: Any) -> Case:
    return tender(
        {"x": 1_000, "y": 2_000},
        ["it", "hr"],
        bids,
        in_house=dict.fromkeys(("x:it", "x:hr", "y:it", "y:hr"), 1),
        **changes,
    )


def test_scores_and_what_they_come_to() -> None:
    criteria = [
        {"id": "care", "name": "Care", "minimum": 50},
        {"id": "safety", "name": "Safety", "parent": "care", "minimum": 40},
        {"id": "speed", "name": "Speed", "parent": "care", "weight": 2},
    ]
    bids = [
        offer("a/x", 1, "x:it", scores={"safety": "39.5", "speed": 55}),
        offer("b/x", 1, "x:it", scores={"safety": 50, "speed": "49.999999"}),
        offer("c/x", 1, "x:it", scores={"safety": 50, "speed": 50}),
    ]
    assert barred(town(bids, criteria=criteria)) == {
        "a/x": {
            "minimum[care]": "On IT, the parts of Care come to 49.833333 together; at least 50 is asked.",
            "minimum[safety]": "It scores 39.5 on Safety; at least 40 is asked.",
        },
        "b/x": {"minimum[care]": "On IT, the parts of Care come to 49.999999 together; at least 50 is asked."},
    }


def test_quality_of_bids_and_of_fallbacks() -> None:
    case = tender(
        {"x": 1_000},
        [{"id": "it", "name": "IT", "min_quality": 30}],
        [offer("a/x", 1, "x:it", scores={"q": "29.9994"}), offer("b/x", 1, "x:it", scores={"q": "29.9995"})],
        in_house={"x:it": 1},
        criteria=[{"id": "q", "name": "Q"}],
    )
    assert barred(case) == {
        "a/x": {"min_quality[x:it]": "Its quality on IT for X is 29.999; at least 30 is asked."},
        "in-house:x:it": {"min_quality[x:it]": "Its quality on IT for X is 0; at least 30 is asked."},
    }


def test_vetoes_and_shortlists_of_the_buyers_of_a_package() -> None:
    places = {"x": {"vetoes": ["a"]}, "y": {"shortlist": ["b"]}}
    bids = [offer("a/both", 1, "x:it", "y:it"), offer("b/y", 1, "y:it"), offer("c/x", 1, "x:it")]
    assert barred(town(bids, places=places)) == {
        "a/both": {
            "shortlist[y]": "A is not on the shortlist of Y.",
            "veto[x, a]": "X has vetoed A.",
        }
    }


def test_partners_that_may_not_stand_alone() -> None:
    bidders = [
        supplier("firm", partner_only=True),
        supplier("other"),
        supplier("csu", "nhs_csu"),
        supplier(
            "with", "partnership", partners=[{"bidder": "firm", "share": "0.5"}, {"bidder": "csu", "share": "0.5"}]
        ),
        supplier(
            "without", "partnership", partners=[{"bidder": "firm", "share": "0.5"}, {"bidder": "other", "share": "0.5"}]
        ),
    ]
    bids = [offer(f"{name}/x", 1, "x:it") for name in ("firm", "with", "without")]
    assert barred(town(bids, bidders=bidders)) == {
        "firm/x": {
            "partner_only[firm]": "Firm may not stand alone: it wins nothing but as the partner of a body of the NHS family."
        },
        "without/x": {
            "partner_only[firm]": "Firm, a partner of Without, may win only with a partner of the NHS family; there is none."
        },
    }


def test_frameworks() -> None:
    frameworks = [
        {"id": "lead", "name": "Lead list", "services": ["it"], "accredited": ["a", "b"], "min_competitors": 2}
    ]
    bids = [offer("a/x", 1, "x:it"), offer("b/x", 1, "x:it"), offer("a/y", 1, "y:it"), offer("c/x", 1, "x:it")]
    assert barred(town(bids, frameworks=frameworks)) == {
        "a/y": {"competition[lead]": "1 accredited bidder bid for IT for Y; Lead list asks for at least 2."},
        "c/x": {"framework[lead]": "C is not accredited to Lead list, under which IT is called off."},
    }


def test_exclusions_by_hand_with_their_reasons() -> None:
    exclusions = [
        {"id": "one", "bid": "a/x", "reason": "Withdrawn."},
        {"id": "two", "bidder": "b", "lots": {"services": ["hr"]}, "reason": "A conflict of interest."},
    ]
    bids = [offer("a/x", 1, "x:it"), offer("a/y", 1, "y:it"), offer("b/x", 1, "x:it"), offer("b/y", 1, "y:hr", "y:it")]
    assert barred(town(bids, exclusions=exclusions)) == {
        "a/x": {"exclusion[one]": "It is left out by hand: Withdrawn."},
        "b/y": {"exclusion[two]": "B is left out by hand: A conflict of interest."},
    }


def test_nothing_is_barred() -> None:
    assert barred(town([offer("a/x", 1, "x:it")])) == {}
