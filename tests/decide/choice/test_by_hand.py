"""Freedom of choice as docs/choice.md works it out by hand, and single sentences of it."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

from models import Case, Choice, Options, ShareMethod
from selector import choice, evaluate
from tests.decide.choice.by_hand import CASE, PAGE
from tests.references.tender import offer, supplier, tender

BUYERS = ("ash", "birch", "cedar")


def row(of: str) -> list[Decimal]:
    """The figures of the page's row of that name, buyer by buyer."""
    (found,) = [line.split("|")[2:-1] for line in PAGE.splitlines() if line.startswith(f"| {of} |")]
    return [Decimal(cell.strip().replace(",", "")) for cell in found]


def shares_of(answer: Choice) -> list[Decimal]:
    return [buyer.award.charges for buyer in answer.buyers]


@pytest.fixture(scope="module")
def answers() -> dict[ShareMethod, Choice]:
    methods: tuple[ShareMethod, ...] = ("volume", "shapley", "nucleolus")
    return {method: choice(CASE, shares=method, isolated=False) for method in methods}


def test_shares_are_those_of_the_page(answers: dict[ShareMethod, Choice]) -> None:
    for method, answer in answers.items():
        assert shares_of(answer) == row(f"**{method}**")
        assert sum(shares_of(answer)) == answer.charges == 4_500
    setup, less = row("set-up by people, 1 : 1 : 2"), row("less 5 % of its own price")
    assert [one - other for one, other in zip(setup, less, strict=True)] == row("**volume**")


def test_regret_is_that_of_the_page(answers: dict[ShareMethod, Choice]) -> None:
    answer = answers["volume"]
    assert answer.best.totals is not None
    assert f"**£{answer.best.totals.cost:,.0f}**" in PAGE
    assert [buyer.buyer for buyer in answer.buyers] == list(BUYERS)
    assert [buyer.award.value for buyer in answer.buyers] == row("in the pool")
    assert [buyer.alone.figures and buyer.alone.figures.value for buyer in answer.buyers] == row("alone")
    regrets = [buyer.regret for buyer in answer.buyers if buyer.regret is not None]
    assert [regret.at_least for regret in regrets] == [regret.at_most for regret in regrets] == row("regret")
    assert [buyer.others_pay for buyer in answer.buyers] == row("the others pay")
    assert [buyer.leaving for buyer in answer.buyers] == ["gains", "does_not_gain", "gains"]
    # Ash pays £7,000 more for 20 points alone.
    assert (regrets[0].cost, regrets[0].quality) == (Decimal(-7_000), Decimal(-20))
    assert [lot.bid for buyer in answer.buyers for lot in buyer.alone.lots] == [
        "brook/ash",
        "acme/birch",
        "brook/cedar",
    ]
    assert [buyer.valued_by for buyer in answer.buyers] == ["own", "board", "board"]


def test_sentences_are_those_of_the_page(answers: dict[ShareMethod, Choice]) -> None:
    ash, birch, cedar = (buyer.sentence for buyer in answers["volume"].buyers)
    assert ash == "Ash CCG would gain £3,000.00 by buying alone. The charges of the others would be £6,000.00 more."
    assert birch == "Birch CCG would pay £23,000.00 more alone."
    assert cedar == "Cedar CCG would gain £500.00 by buying alone. The charges of the others would be £22,000.00 more."
    later = answers["shapley"].buyers[2].sentence
    assert later == "Cedar CCG would pay £5,333.34 more alone."
    for figure in ("£3,000.00", "£500.00", "£22,000.00", "£186,666.66", "£5,333.34"):
        assert figure in PAGE


@pytest.mark.parametrize(("method", "gain"), [("volume", "3500.00"), ("shapley", "583.33"), ("nucleolus", None)])
def test_coalitions_are_those_of_the_page(
    answers: dict[ShareMethod, Choice], method: ShareMethod, gain: str | None
) -> None:
    found = answers[method].coalitions
    assert (found.most, found.number, found.examined) == (2, 3, 3)
    assert [(each.buyers, str(each.gain_at_least)) for each in found.blocking] == (
        [] if gain is None else [(("ash", "cedar"), gain)]
    )
    assert gain is None or f"£{Decimal(gain):,.2f}" in PAGE


def test_favourites_are_those_of_the_page(answers: dict[ShareMethod, Choice]) -> None:
    lots = [lot for buyer in answers["volume"].buyers for lot in buyer.lots]
    assert [lot.favourite_bidder for lot in lots] == ["brook", "acme", "acme"]
    assert [lot.given for lot in lots] == [False, True, True]
    assert [lot.forgone for lot in lots] == [2_000, 0, 0]
    assert [buyer.favourites for buyer in answers["volume"].buyers] == [0, 1, 1]


def two(service: Any = "it", **changes: Any) -> Case:
    bids = [
        offer("acme/a", 100, "a:it"),
        offer("acme/b", 100, "b:it"),
        offer("brook/a", 90, "a:it"),
        offer("brook/b", 120, "b:it"),
    ]
    return tender({"a": 100, "b": 300}, [service], bids, **changes)


def test_an_overhead_is_shared_by_people_and_outposts_by_area() -> None:
    service = {"id": "it", "name": "IT", "outposts": {"Hill": 1, "Dale": 2}}
    stated = two(
        service,
        bidders=[supplier("acme", overhead=8, outpost_cost={"it": 3}), supplier("brook")],
        places={"a": {"area": "Hill", "vetoes": ["brook"]}, "b": {"area": "Dale"}},
    )
    answer = choice(stated, isolated=False)
    # 8 by 1 : 3, and an outpost each: £3 and £6.
    assert shares_of(answer) == [5, 12]


def test_a_favourite_is_one_that_is_open_to_the_buyer() -> None:
    answer = choice(two(places={"a": {"vetoes": ["brook"]}}), isolated=False)
    assert [lot.favourite for buyer in answer.buyers for lot in buyer.lots] == ["acme/a", "acme/b"]


def test_the_boards_point_of_quality_is_one_of_the_pool() -> None:
    criteria = [{"id": "q", "name": "Q"}]
    bids = [
        offer("acme/a", 100, "a:it", scores={"q": 50}),
        offer("acme/b", 100, "b:it", scores={"q": 50}),
        offer("brook/b", 120, "b:it", scores={"q": 60}),
    ]
    stated = tender(
        {"a": 100, "b": 300},
        ["it"],
        bids,
        criteria=criteria,
        objective={"mode": "money_valued", "quality_value": 8},
    )
    a, b = choice(stated, isolated=False).buyers
    # £8 a point of Q is £6 a point of b, which has three quarters of the weight: 60 points for £120 are worth it.
    assert [a.award.value, b.award.value] == [100 - 50 * 2, 120 - 60 * 6]
    assert b.alone.figures is not None
    assert b.alone.figures.value == b.award.value
    assert b.sentence == "B would be as well off alone."


def test_a_lexicographic_board_leaves_cost_and_liability() -> None:
    stated = two(objective={"mode": "lexicographic", "levels": [{"objective": "quality"}, {"objective": "cost"}]})
    assert [buyer.valued_by for buyer in choice(stated, isolated=False).buyers] == ["cost_and_liability"] * 2


def test_shares_of_an_award_that_is_not_the_best() -> None:
    stated = two(bidders=[supplier("acme", setup={"it": 40}), supplier("brook")])
    worse = stated.model_copy(update={"bids": stated.bids[:2]})
    award = evaluate(worse, isolated=False)
    award = award.model_copy(update={"provenance": award.provenance.model_copy(update={"case_sha256": stated.sha256})})
    answer = choice(stated, Options(gap=1), award=award, isolated=False)
    assert shares_of(answer) == [10, 30]
    assert answer.buyers[0].regret is not None
    # £110 of the pool, and £90 from Brook.
    assert answer.buyers[0].regret.at_least == 20


def test_who_pays_for_quality_is_worse_off_not_poorer() -> None:
    bids = [offer("acme/a", 100, "a:it", scores={"q": 50}), offer("brook/a", 90, "a:it", scores={"q": 20})]
    bids += [offer("acme/b", 100, "b:it", scores={"q": 50})]
    stated = tender(
        {"a": 100, "b": 100},
        ["it"],
        bids,
        bidders=[supplier("acme", setup={"it": 60})],
        criteria=[{"id": "q", "name": "Q"}],
        places={"a": {"preference": {"quality_value": 2}}},
        objective={"mode": "money_valued", "quality_value": 4},
    )
    # 100 + 30 - 2 x 50 = 30 in the pool; alone Brook, at 90 - 2 x 20 = 50: dearer by £20, and yet cheaper by £40.
    assert choice(stated, isolated=False).buyers[0].sentence == "A would be £20.00 worse off alone."


def test_nobody_is_looked_at_once_it_is_stopped() -> None:
    award = evaluate(CASE, isolated=False)
    answer = choice(CASE, award=award, stop=lambda: True, isolated=False)
    assert [buyer.leaving for buyer in answer.buyers] == ["may_gain"] * 3
    assert [buyer.alone.status for buyer in answer.buyers] == ["unknown"] * 3
    assert answer.buyers[0].sentence == "Whether Ash CCG would gain by buying alone is not proven."
    assert (answer.coalitions.number, answer.coalitions.examined, answer.answered) == (3, 0, False)


def test_what_is_not_come_to_within_the_limit_stays_open() -> None:
    answer = choice(CASE, Options(time_limit=1e-6), award=evaluate(CASE, isolated=False), isolated=False)
    assert [buyer.leaving for buyer in answer.buyers] == ["may_gain"] * 3
    assert shares_of(answer) == row("**volume**")


def test_processes_of_their_own_give_the_same(answers: dict[ShareMethod, Choice]) -> None:
    told: list[str] = []
    answer = choice(CASE, workers=2, coalitions=3, on_progress=lambda sign: told.append(sign.objective))
    assert [buyer.alone for buyer in answer.buyers] == [buyer.alone for buyer in answers["volume"].buyers]
    assert answer.coalitions.blocking == answers["volume"].coalitions.blocking
    assert (answer.coalitions.number, answer.coalitions.examined) == (4, 4)
    assert told[-1] == "choice 7 of 7"


def test_an_executor_of_the_callers_own_does_the_work(answers: dict[ShareMethod, Choice]) -> None:
    sent: list[object] = []

    class Counted(ThreadPoolExecutor):
        def submit(self, *arguments: Any, **more: Any) -> Any:
            sent.append(arguments)
            return super().submit(*arguments, **more)

    with Counted(1) as executor:
        answer = choice(CASE, executor=executor, workers=1, award=evaluate(CASE, isolated=False))
    assert [buyer.alone for buyer in answer.buyers] == [buyer.alone for buyer in answers["volume"].buyers]
    assert len(sent) == 1
