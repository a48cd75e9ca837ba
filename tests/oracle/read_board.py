"""From the JSON document of a case to the rules of its board and what is decided by hand."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from tests.oracle.board import BidderSet, Board, Exclusion, LotSet, LowPrices, Ratio, Rule
from tests.oracle.exact import exact, maybe

Document = Mapping[str, Any]


def read_board(document: Document) -> Board:
    """The rules that are active, the picks, the exclusions and when bids are flagged."""
    return Board(
        rules=tuple(_rule(row) for row in document.get("rules", ()) if row.get("active", True)),
        picks={row["id"]: row["bid"] for row in document.get("picks", ())},
        exclusions=tuple(
            Exclusion(row["id"], row.get("bid"), row.get("bidder"), read_lot_set(row.get("lots", {})))
            for row in document.get("exclusions", ())
        ),
        low_prices=_low_prices(document.get("abnormally_low")),
    )


def read_lot_set(row: Document) -> LotSet:
    """Some lots."""
    return LotSet(*(frozenset(row.get(name, ())) for name in ("services", "buyers", "areas", "regions")))


def read_ratio(row: Document) -> Ratio:
    """The scores of price and quality."""
    return Ratio(
        price_weight=exact(row.get("price_weight", 60)),
        quality_weight=exact(row.get("quality_weight", 40)),
        formula=row["formula"],
        price=row.get("price", "cost"),
        quality_value=maybe(row.get("quality_value")),
        tolerance=exact(row.get("tolerance", "0.001")),
    )


def _rule(row: Document) -> Rule:
    bidders = row.get("bidders", {})
    return Rule(
        id=row["id"],
        metric=row["metric"],
        bidders=BidderSet(
            **{name: frozenset(bidders.get(name, ())) for name in ("ids", "kinds", "tags", "groups")},
            incumbents=bidders.get("incumbents", False),
        ),
        each=row.get("each", False),
        lots=read_lot_set(row.get("lots", {})),
        per=tuple(row.get("per", ())),
        sense=row["sense"],
        limit=exact(row["limit"]),
        penalty=maybe(row.get("penalty")),
        priority=row.get("priority"),
    )


def _low_prices(row: Document | None) -> LowPrices | None:
    if row is None:
        return None
    usual: dict[str, Fraction | None] = {"below_mean": Fraction(1, 2), "below_next": Fraction(1, 5)}
    stated = {name: maybe(row[name]) if name in row else part for name, part in usual.items()}
    return LowPrices(**stated, min_bidders=row.get("min_bidders", 5))
