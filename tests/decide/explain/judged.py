"""What the oracle, which looks at every award of a small case, says of the thresholds of an explanation."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.explain import Explanation, LosingBid, WinningBid
from tests.oracle.enumerate import awards
from tests.oracle.objectives import candidate, optimal
from tests.oracle.reading import read
from tests.oracle.rows import broken

Document = dict[str, Any]
PENNY, THOUSANDTH = Decimal("0.01"), Decimal("0.001")


@dataclass(frozen=True)
class Standing:
    """Whether a bid is in some best award, and in every one."""

    some: bool
    every: bool


def at_price(document: Document, bid: str, price: Decimal) -> Standing:
    """The bid at another list price."""
    return _standing(_changed(document, bid, {"price": str(price)}), bid)


def with_points(document: Document, bid: str, points: Decimal) -> Standing | None:
    """The bid with so many points more on every criterion; None where the document cannot say so."""
    row = next(each for each in document["bids"] if each["id"] == bid)
    scores = {name: Decimal(str(score)) + points for name, score in row.get("scores", {}).items()}
    if row.get("marks") or not scores or max(scores.values()) > 100:
        return None
    return _standing(_changed(document, bid, {"scores": {name: str(score) for name, score in scores.items()}}), bid)


def _changed(document: Document, bid: str, fields: Document) -> Document:
    changed = copy.deepcopy(document)
    for row in changed["bids"]:
        if row["id"] == bid:
            row.update(fields)
    return changed


def _standing(document: Document, bid: str) -> Standing:
    case = read(document)
    held = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
    best = optimal(case, held)[0] if held else []
    having = [bid in each.ids for each in best]
    return Standing(any(having), bool(having) and all(having))


def mistakes(document: Document, found: Explanation) -> Iterator[str]:
    """What an explanation says of prices and quality that enumeration does not confirm."""
    for losing in found.losing:
        yield from (f"{losing.bid}: {mistake}" for mistake in _of_losing(document, losing))
    for winning in found.winning:
        if winning.price is not None:
            yield from (f"{winning.bid}: {mistake}" for mistake in _of_winning(document, winning))


def _of_losing(document: Document, losing: LosingBid) -> Iterator[str]:
    price, quality = losing.winning_price, losing.winning_quality
    if price is not None:
        yield from _of_price(document, losing.bid, losing.price, price.proof, price.at_least)
    if quality is not None and quality.proof == "exact" and quality.at_least is not None:
        yield from _of_quality(document, losing.bid, quality.at_least)
    elif quality is not None and quality.proof == "never":
        top = with_points(document, losing.bid, Decimal(0))
        if top is not None and top.some:
            yield "wins as it is, and not with 100 points"


def _of_price(document: Document, bid: str, today: Decimal, proof: str, price: Decimal | None) -> Iterator[str]:
    if proof == "never":
        if at_price(document, bid, Decimal(0)).some:
            yield "wins at nothing"
        return
    if proof == "none_found":
        yield from (f"wins at {each}" for each in (Decimal(0), today) if at_price(document, bid, each).some)
        return
    if price is None or proof not in ("exact", "first_found"):
        yield f"is {proof}"
        return
    here, above = at_price(document, bid, price), at_price(document, bid, price + PENNY)
    if not here.some:
        yield f"does not win at {price}"
    if proof == "first_found":
        if price + PENNY <= today and above.some:
            yield f"wins at a penny above {price}"
        return
    if not at_price(document, bid, Decimal(0)).every:
        # No price puts it in every best award.
        if price + PENNY <= today and above.some:
            yield f"wins at a penny above {price}"
        return
    if here.every and above.some:
        yield f"wins above {price} too"
    lower = [price - PENNY, (price / 2).quantize(PENNY), Decimal(0)]
    yield from (
        f"is not in all at {each}" for each in lower if 0 <= each < price and not at_price(document, bid, each).every
    )


def _of_quality(document: Document, bid: str, points: Decimal) -> Iterator[str]:
    here = with_points(document, bid, points)
    if here is not None and not here.some:
        yield f"does not win with {points} points more"
    less = None if points == 0 else with_points(document, bid, points - THOUSANDTH)
    if here is not None and less is not None and here.every and less.some:
        yield f"wins with fewer than {points} points"
    more, most = (with_points(document, bid, each) for each in (points + THOUSANDTH, _most_points(document, bid)))
    # Within a tolerance, or as good with none more, it may be in all with no number.
    if points and more is not None and not more.every and most is not None and most.every:
        yield f"is not in all with more than {points} points"


def _most_points(document: Document, bid: str) -> Decimal:
    """How many more points it may have on every criterion, for none to pass 100."""
    row = next(each for each in document["bids"] if each["id"] == bid)
    return 100 - max((Decimal(str(score)) for score in row.get("scores", {}).values()), default=Decimal(100))


def _of_winning(document: Document, winning: WinningBid) -> Iterator[str]:
    price, bid = winning.wins_up_to, winning.bid
    if price is None or price.proof == "always":
        far = (winning.price or Decimal(0)) * 7 + 10**6
        if not at_price(document, bid, far).some:
            yield "does not win at every price"
    elif price.at_least is None or price.proof == "open":
        yield f"is {price.proof}"
    elif price.proof == "interval":  # it was not found to lose at any price
        if not at_price(document, bid, price.at_least).some:
            yield f"does not win at {price.at_least}"
    else:
        if not at_price(document, bid, price.at_least).some:
            yield f"does not win at {price.at_least}"
        if at_price(document, bid, price.at_least + PENNY).some:
            yield f"wins above {price.at_least} too"
