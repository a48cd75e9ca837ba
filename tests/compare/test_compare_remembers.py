"""What one scenario's search leaves to the next makes no answer another."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Case, Scenario
from selector import compare, evaluate, synthetic, under

CHANGES = ("dearer", "cheaper", "gone", "barred", "capped", "freed")


def scenario(case: Case, how: str, at: int, rng: np.random.Generator) -> Scenario:
    """A scenario that changes a case so, at a bid or buyer drawn at random."""
    bid = case.bids[int(rng.integers(len(case.bids)))]
    buyer = case.buyers[int(rng.integers(len(case.buyers)))]
    factor = {"dearer": 2, "cheaper": 3}.get(how, 1)
    patch = {
        "dearer": {"bids": {bid.id: {"price": str(bid.price * factor)}}},
        "cheaper": {"bids": {bid.id: {"price": str(round(bid.price / factor))}}},
        "gone": {"exclusions": {"out": {"bid": bid.id, "reason": "asked"}}},
        "barred": {"buyers": {buyer.id: {"vetoes": [bid.bidder]}}},
        "capped": {"liability_cap": "100000"},
        "freed": {"liability_cap": None, "buyers": {each.id: {"budget": None} for each in case.buyers}},
    }[how]
    return Scenario(id=f"{how}-{at}", name=how, patch=patch)


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 200), st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4), st.booleans())
def test_every_scenario_has_the_award_that_it_has_alone(seed: int, changes: list[str], loose: bool) -> None:
    rng, case = np.random.default_rng(seed), synthetic(3, 3, 4, seed)
    if loose:  # as drawn, about half of such small cases have no award
        buyers = tuple(each.model_copy(update={"budget": {}, "liability_cap": None}) for each in case.buyers)
        case = case.model_copy(update={"buyers": buyers, "liability_cap": None})
    scenarios = tuple(scenario(case, how, at, rng) for at, how in enumerate(changes))
    case = case.model_copy(update={"scenarios": scenarios})

    found = {each.scenario: each for each in compare(case, isolated=False, workers=1).scenarios}

    assert set(found) == {"as-stated", *(each.id for each in scenarios)}
    for name, each in found.items():
        alone = evaluate(case if name == "as-stated" else under(case, name), isolated=False, repairs=0)
        assert each.status == alone.status
        assert (each.totals and each.totals.cost) == (alone.totals and alone.totals.cost)
        assert (each.totals and each.totals.liability) == (alone.totals and alone.totals.liability)
