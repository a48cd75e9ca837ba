"""A case whose uncertain figures are others: prices, volumes and the shares of staff that transfer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import get_args

from models import Bid, Case
from models.bidder_kind import BidderKind

KINDS: tuple[BidderKind, ...] = get_args(BidderKind)
_MILLIONTH, _THOUSANDTH = Decimal("0.000001"), Decimal("0.001")
_ONE = Fraction(1)


@dataclass(frozen=True)
class Shift:
    """What figures of a case are multiplied by; what is left out stays as it is."""

    price: Sequence[Fraction] = ()
    """Of each listed bid: all its prices."""
    bid_transfer: Sequence[Fraction] = ()
    """Of each listed bid: the share of staff that it states itself, where it does."""
    kind_transfer: Mapping[BidderKind, Fraction] | None = None
    """Of bidders of a kind: the share of staff that transfers to those that state none."""
    volume: Sequence[Fraction] = ()
    """Of each tendered lot."""

    def of(self, case: Case) -> Case:
        """The case with these figures: prices and shares to a millionth, shares at most 1, volumes to a thousandth.

        Raises
        ------
        pydantic.ValidationError
            if the figures do not fit the rest of the case.
        """
        changed: dict[str, object] = {}
        if self.price or self.bid_transfer:
            changed["bids"] = tuple(self._bid(at, bid) for at, bid in enumerate(case.bids))
        if self.kind_transfer is not None:
            changed["transfer_terms"] = {
                kind: terms.model_copy(update={"transfer": share(terms.transfer, self.kind_transfer.get(kind, _ONE))})
                for kind in KINDS
                for terms in (case.terms(kind),)
            }
        if self.volume:
            changed["lots"] = tuple(
                lot.model_copy(update={"volume": max(times(lot.volume, factor, _THOUSANDTH), _THOUSANDTH)})
                for lot, factor in zip(case.tendered, self.volume, strict=True)
                if lot.volume is not None
            )
        return case.model_copy(update=changed) if changed else case

    def _bid(self, at: int, bid: Bid) -> Bid:
        update: dict[str, object] = {}
        if self.price:
            factor = self.price[at]
            update["price"] = times(bid.price, factor)
            if bid.prices:
                update["prices"] = {year: times(price, factor) for year, price in bid.prices.items()}
            if bid.extension_price is not None:
                update["extension_price"] = times(bid.extension_price, factor)
        if self.bid_transfer and bid.transfer is not None:
            update["transfer"] = share(bid.transfer, self.bid_transfer[at])
        return bid.model_copy(update=update) if update else bid


def share(stated: Decimal, factor: Fraction) -> Decimal:
    """A share multiplied by a factor, at most 1."""
    return min(times(stated, factor), Decimal(1))


def times(stated: Decimal, factor: Fraction, step: Decimal = _MILLIONTH) -> Decimal:
    """A figure multiplied by a factor, to a step."""
    exact = stated * factor.numerator / factor.denominator
    return exact.quantize(step, ROUND_HALF_UP)
