"""The market in sentences a board can repeat."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from models import Case, Evaluation
from models.market import Basis, Concentration, Contest, MarketBidder
from models.references import FALLBACK_PREFIX
from selector.decide.supply.rounded import rounded
from selector.decide.words import capital, listed
from selector.verify.words import count, number

_FEW = 3
_IF: Mapping[Basis, str] = {
    "today": "today",
    "lowest_price": "if each lot went to its lowest price",
    "equal_chance": "if all that can win a lot were as likely to",
    "award": "in the award",
}


def sentences(
    case: Case,
    award: Evaluation | None,
    contests: Sequence[Contest],
    concentration: Sequence[Concentration],
    bidders: Sequence[MarketBidder],
) -> tuple[str, ...]:
    """What the figures say of choice, of dependence and of concentration, in this order."""
    services = {service.id: service.name for service in case.services}
    return (
        *(
            (f"The evaluation that was given holds no award: {award.status}.",)
            if award is not None and not award.awards
            else ()
        ),
        *_choice(contests, services),
        *_dependence(bidders),
        *_concentration(concentration),
        *_award(bidders, services),
    )


def percent(share: Decimal) -> str:
    """A share in per cent, to a tenth."""
    return f"{number(rounded(Fraction(share) * 100, 1))} %"


def _choice(contests: Sequence[Contest], services: Mapping[str, str]) -> Iterator[str]:
    (whole,) = (each for each in contests if each.within == "all")
    said = [
        f"{number(rounded(Fraction(whole.mean), 1))} bidders can win each on average,"
        f" {whole.least:,} at least and {whole.most:,} at most"
    ]
    if whole.none:
        said.append(f"no bidder can win {count(whole.none, 'lot')}")
    if whole.one:
        said.append(f"one bidder alone can win {count(whole.one, 'lot')}")
    if whole.fallback:
        said.append(f"the buyer may do {whole.fallback:,} of these itself")
    yield f"Of {count(whole.lots, 'lot')}: {'; '.join(said)}."
    if whole.incumbent_only:
        nobody = "has no bidder" if whole.incumbent_only == 1 else "have no bidder"
        yield f"{count(whole.incumbent_only, 'lot')} {nobody} that can win besides who provides the work today."
    narrow = [services[each.of] for each in contests if each.within == "service" and each.of and each.bidders < 2]
    if narrow:
        yield f"One bidder or none for all of it: {', '.join(narrow)}."


def _dependence(bidders: Sequence[MarketBidder]) -> Iterator[str]:
    # A buyer that nobody bids for depends on itself, and that is told where choice is.
    others = (each for each in bidders if each.sole and not each.bidder.startswith(FALLBACK_PREFIX))
    needed = sorted(others, key=lambda each: -len(each.sole))
    for each in needed[:_FEW]:
        yield f"Nobody but {each.name} can win {count(len(each.sole), 'lot')}: {listed(each.sole, 'lot')}."
    if len(needed) > _FEW:
        yield f"{count(len(needed) - _FEW, 'other bidder')} can each win lots that nobody else can."


def _concentration(concentration: Sequence[Concentration]) -> Iterator[str]:
    whole = [(each.basis, each.by_spend) for each in concentration if each.within == "all"]
    told = [f"{index:,.0f} {_IF[basis]}" for basis, index in whole if index is not None]
    if told:
        yield f"The index of concentration of all spend (10,000: one has it all) is {', '.join(told)}."


def _award(bidders: Sequence[MarketBidder], services: Mapping[str, str]) -> Iterator[str]:
    winners = [(each, each.won) for each in bidders if each.won is not None]
    if not winners:
        return
    largest, won = max(winners, key=lambda each: each[1].spend)
    lots = sum(each.lots for _, each in winners)
    part = "" if won.share_of_spend is None else f", {percent(won.share_of_spend)} of the yearly spend"
    yield (
        f"{count(len(winners), 'bidder')} {'wins' if len(winners) == 1 else 'win'} {count(lots, 'lot')};"
        f" {largest.name} wins the most: {won.lots:,}{part}."
    )
    alone = [f"{each.name} ({len(won.alone_in):,})" for each, won in winners if won.alone_in]
    if alone:
        many = sum(len(won.alone_in) for _, won in winners)
        one = next(won.alone_in[0] for _, won in winners if won.alone_in)
        what = services[one] if many == 1 else f"{many:,} services"
        yield f"{capital(what)} {'has' if many == 1 else 'have'} a single provider in the award: {', '.join(alone)}."
    stuck = sum(len(won.irreplaceable) for _, won in winners)
    if stuck:
        noun = "lot won" if stuck == 1 else "lots won"
        yield f"{stuck:,} {noun} nobody else can win: a winner that failed there could not be replaced from these bids."
