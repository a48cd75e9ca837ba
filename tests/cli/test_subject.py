"""Whom a statement is about, in names."""

import pytest

from models import Case
from selector import synthetic
from selector.cli.families import title
from selector.cli.subject import subject
from selector.decide.members import members
from tests.references.small import one_service


@pytest.fixture(scope="module")
def case() -> Case:
    """A case that states something of every family."""
    return one_service(
        {"a/b": {"n~1": 1}, "c": {"n~1": 2}},
        bidders=[
            {"id": "a/b", "name": "Hill", "kind": "private", "capacity": {"it": 5}, "capacity_wte": 3},
            {
                "id": "c",
                "name": "Dale",
                "kind": "private",
                "partner_only": True,
                "mobilisation": {"begins": "2013-01-01", "lots_a_month": 5, "wte_a_month": 5},
            },
        ],
        services=[
            {
                "id": "it",
                "name": "IT",
                "floor": 1,
                "floor_by_kind": {"private": 1},
                "min_providers": 1,
                "max_providers": 3,
                "quality_standard": 1,
                "min_quality": 1,
                "shape": "plural",
                "max_lots_per_bidder": 1,
                "contiguity": {"of": "area"},
            }
        ],
        lots=[{"id": "n~1:it", "buyer": "n~1", "service": "it", "min_quality": 2}],
        buyers=[
            {
                "id": "n~1",
                "name": "North",
                "population": 9,
                "budget": {"2013-14": 5},
                "liability_cap": 5,
                "min_mean_quality": 1,
                "vetoes": ["c"],
                "shortlist": ["a/b"],
                "area": "Here",
            },
            {"id": "s", "name": "South", "population": 9, "area": "There"},
        ],
        criteria=[{"id": "q", "name": "Quality", "minimum": 1}],
        bids=[
            {"id": bidder, "bidder": bidder, "lots": ["n~1:it"], "price": 1, "scores": {"q": 50}}
            for bidder in ("a/b", "c")
        ],
        liability_cap=5,
        max_lots_per_bidder=2,
        neighbours=[["Here", "There"]],
        joint_purchases=[{"id": "j", "name": "Both", "buyers": ["n~1", "s"]}],
        rules=[{"id": "r", "name": "Spread", "metric": "lots", "sense": "at_most", "limit": 5}],
        picks=[{"id": "p", "bid": "a/b", "reason": "as agreed"}],
        exclusions=[
            {"id": "e", "bid": "c", "reason": "late"},
            {"id": "g", "bidder": "c", "reason": "a conflict of interest"},
        ],
        frameworks=[{"id": "f", "name": "List", "services": ["it"], "accredited": ["c"], "min_competitors": 2}],
    )


SUBJECTS = {
    "floor[it]": ("IT", ""),
    "floor_by_kind[it, private]": ("IT", "private"),
    "capacity[a/b, it]": ("Hill", "IT"),
    "capacity_wte[a/b]": ("Hill", ""),
    "min_providers[it]": ("IT", ""),
    "max_providers[it]": ("IT", ""),
    "viability[a/b]": ("Hill", ""),
    "viability[c]": ("Dale", ""),
    "mobilised_lots[c]": ("Dale", ""),
    "mobilised_wte[c]": ("Dale", ""),
    "budget[n~1, 2013-14]": ("North", "2013-14"),
    "liability_cap[n~1]": ("North", ""),
    "liability_cap": ("All buyers together", ""),
    "min_mean_quality[n~1]": ("North", ""),
    "quality_standard[it]": ("IT", ""),
    "minimum[q]": ("Quality", ""),
    "min_quality[n~1:it]": ("North", "IT"),
    "min_quality[it]": ("IT", ""),
    "shape[it]": ("IT", ""),
    "max_lots": ("Every bidder", ""),
    "max_lots[it]": ("IT", ""),
    "contiguity[it]": ("IT", ""),
    "joint[j]": ("Both", ""),
    "partner_only[c]": ("Dale", ""),
    "framework[f]": ("List", ""),
    "competition[f]": ("List", ""),
    "rule[r]": ("Spread", ""),
    "pick[p]": ("p", "a/b"),
    "exclusion[e]": ("e", "c"),
    "exclusion[g]": ("g", "Dale"),
    "veto[n~1, c]": ("North", "Dale"),
    "shortlist[n~1]": ("North", ""),
}


def test_every_statement_has_a_subject_and_every_family_a_title(case: Case) -> None:
    stated = members(case)
    assert {member.name: subject(case, member.pointer) for member in stated} == SUBJECTS
    for member in stated:
        assert not title(member.family, 2, "rule").startswith(member.family)


def test_subjects_of_a_drawn_case_are_names() -> None:
    region = synthetic(8, 18, 12, seed=3)
    for member in members(region):
        assert not subject(region, member.pointer)[0].startswith("/")
