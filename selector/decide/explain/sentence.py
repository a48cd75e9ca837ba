"""Why a bid has lost, or by how much it has won, in sentences a board can repeat."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models import Bid, Difference
from models.award import Reason
from models.explain import Bar, Threshold
from selector.decide.without.measure import in_points, in_pounds, is_priority
from selector.decide.without.sentence import worse
from selector.verify.words import number, pounds

_MOST_NAMED = 4


def of_losing(
    bid: Bid,
    disqualified: Sequence[Reason],
    behind: Difference | None,
    price: Threshold | None,
    quality: Threshold | None,
    bars: Sequence[Bar],
) -> str:
    """The answer for a bid that has lost."""
    if disqualified:
        return " ".join(("It may not be accepted.", *(each.sentence for each in disqualified)))
    return " ".join(_lost(bid, behind, price, quality, bars)) or "Nothing is proven of it."


def _lost(
    bid: Bid, behind: Difference | None, price: Threshold | None, quality: Threshold | None, bars: Sequence[Bar]
) -> Iterator[str]:
    if bars:
        named = [each.rule for each in bars[:_MOST_NAMED]]
        more = f" and {len(bars) - _MOST_NAMED} more" if len(bars) > _MOST_NAMED else ""
        yield f"No award contains it, even at £0: it cannot be accepted together with {', '.join(named)}{more}."
        return
    if behind is not None:
        yield from _behind(behind, "with")
    if price is not None:
        yield from _price(bid, price)
    if quality is not None:
        yield from _quality(quality)


def of_winning(bid: Bid | None, ahead: Difference | None, price: Threshold | None, *, only: bool) -> str:
    """The answer for a bid that has won; ``only`` is where no award is possible without it."""
    return " ".join(_won(bid, ahead, price, only=only)) or "Nothing is proven of it."


def _won(bid: Bid | None, ahead: Difference | None, price: Threshold | None, *, only: bool) -> Iterator[str]:
    if bid is None:
        yield "The buyer does it itself: there is no price to rise."
        return
    if only:
        yield "Without it no award keeps every rule."
    elif ahead is not None:
        yield from _behind(ahead, "without")
    if price is None:
        return
    if price.proof == "always":
        yield "No price would make it lose."
    elif price.proof in ("exact", "first_found") and price.at_least is not None:
        rise = price.at_least - bid.price
        change = f"{_money(rise, bid)} more" if rise >= 0 else f"{_money(-rise, bid)} less, to whole pennies"
        yield f"It wins at up to {_price_of(price.at_least, bid)}, {change}."
    elif price.at_least is not None or price.at_most is not None:
        yield f"The highest price at which it wins is {_between(price, bid)}."


def _behind(level: Difference, word: str) -> Iterator[str]:
    least, most = worse(level)
    if least is None and most is None:
        return
    name = level.objective.replace("_", "-")
    if least == most and least is not None:
        told = _amount(level.objective, least)
        yield f"The best award {word} it is {'as good' if not least else f'{told} worse'} ({name})."
    elif least is not None and most is not None:
        least = max(least, Decimal(0))
        yield (
            f"The best award {word} it is {_amount(level.objective, least)} to"
            f" {_amount(level.objective, most)} worse ({name})."
        )
    elif least is not None and least > 0:
        yield f"The best award {word} it is at least {_amount(level.objective, least)} worse ({name})."
    elif most is not None:
        yield f"The best award {word} it is at most {_amount(level.objective, most)} worse ({name})."


def _price(bid: Bid, price: Threshold) -> Iterator[str]:
    if price.proof == "never":
        yield "Not even at £0 would it win."
    elif price.proof == "none_found":
        yield "It wins neither at £0 nor at any other price that was tried; not every price was."
    elif price.proof in ("exact", "first_found") and price.at_least is not None:
        less = bid.price - price.at_least
        tied = "its own price, as good as what won" if not less else f"{_money(less, bid)} less"
        yield f"It wins at {_price_of(price.at_least, bid)}, {tied}."
        if price.proof == "first_found":
            yield "Whether it would win at some price between was not examined at each."
    elif price.at_least is not None or price.at_most is not None:
        yield f"The price at which it wins is {_between(price, bid)}."


def _quality(quality: Threshold) -> Iterator[str]:
    if quality.proof == "never":
        yield "At its price it would not win with 100 points on each of its lots."
    elif quality.proof == "none_found":
        yield "At its price it wins neither with 100 points on each of its lots nor with any number between that was tried."
    elif quality.proof in ("exact", "first_found") and quality.at_least:
        points = "point" if quality.at_least == 1 else "points"
        yield f"At its price it wins with {number(quality.at_least)} more {points} of quality on each of its lots."
    elif quality.proof == "interval" and quality.at_most is not None:
        yield f"At its price it wins for sure with {number(quality.at_most)} more points of quality on each of its lots."


def _between(price: Threshold, bid: Bid) -> str:
    if price.at_least is None:
        return f"at most {_price_of(price.at_most or Decimal(0), bid)}"
    if price.at_most is None:
        return f"at least {_price_of(price.at_least, bid)}"
    return f"between {_price_of(price.at_least, bid)} and {_price_of(price.at_most, bid)}"


def _price_of(price: Decimal, bid: Bid) -> str:
    return f"{pounds(price)} a {'head a year' if bid.price_basis == 'head' else 'year'}"


def _money(value: Decimal, bid: Bid) -> str:
    return f"{pounds(value)} {'a head ' if bid.price_basis == 'head' else ''}a year"


def _amount(objective: str, value: Decimal) -> str:
    if in_points(objective):
        return f"{number(value)} points"
    if is_priority(objective) or not in_pounds(objective):
        return number(value)
    return pounds(value)
