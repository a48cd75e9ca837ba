"""From the JSON document of a case to its discounts, frameworks, joint purchases and neighbours."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.oracle.agreements import Contiguity, Discount, Framework, JointPurchase, Tier
from tests.oracle.exact import exact, maybe
from tests.oracle.tables import Buyer

Document = Mapping[str, Any]


def read_discounts(document: Document) -> Iterator[Discount]:
    """The discounts, in order."""
    for row in document.get("discounts", ()):
        per_unit = row["tiers"][0].get("per_unit") is not None
        yield Discount(
            id=row["id"],
            bidder=row["bidder"],
            services=_some(row.get("services")),
            by=row.get("by", "spend"),
            incremental=row.get("kind", "all_units") == "incremental",
            per_unit=per_unit,
            tiers=tuple(
                Tier(exact(tier["at_least"]), exact(tier["per_unit" if per_unit else "rate"])) for tier in row["tiers"]
            ),
        )


def read_frameworks(document: Document) -> Iterator[Framework]:
    """The frameworks, in order."""
    for row in document.get("frameworks", ()):
        yield Framework(
            id=row["id"],
            services=frozenset(row["services"]),
            accredited=_some(row.get("accredited")),
            min_competitors=row.get("min_competitors", 0),
        )


def read_joint_purchases(document: Document, buyers: Mapping[str, Buyer]) -> Iterator[JointPurchase]:
    """The joint purchases, in order, with the buyers of their areas and regions."""
    for row in document.get("joint_purchases", ()):
        listed, areas, regions = (row.get(field, ()) for field in ("buyers", "areas", "regions"))
        yield JointPurchase(
            id=row["id"],
            buyers=frozenset(
                buyer.id
                for buyer in buyers.values()
                if buyer.id in listed or buyer.area in areas or buyer.region in regions
            ),
            services=_some(row.get("services")),
        )


def read_neighbours(document: Document) -> frozenset[tuple[str, str]]:
    """The pairs of neighbours, each both ways round."""
    pairs = [(one, other) for one, other in document.get("neighbours", ())]
    return frozenset([*pairs, *((other, one) for one, other in pairs)])


def read_contiguity(row: Document | None) -> Contiguity | None:
    """What a service asks of the ground of its providers; None if nothing."""
    return None if row is None else Contiguity(row.get("of", "area"), maybe(row.get("within_km")))


def _some(names: Any) -> frozenset[str] | None:
    return None if names is None else frozenset(names)
