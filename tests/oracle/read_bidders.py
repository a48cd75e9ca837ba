"""From the JSON document of a case to its bidders and their bids, fallbacks too."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.exact import exact, exact_values, maybe, pence, pence_values
from tests.oracle.horizon import Horizon
from tests.oracle.marks import read_scores
from tests.oracle.read_staff import read_hosting, read_mobilisation
from tests.oracle.tables import Bid, Bidder, Lot

Document = Mapping[str, Any]

_NHS = ("nhs_csu", "in_house")


def read_bids(document: Document, optional: list[Document], horizon: Horizon) -> Iterator[Bid]:
    """The listed bids, then a fallback for each of the ``optional`` lots."""
    for row in document["bids"]:
        group = row.get("exclusive_group")
        starts = horizon.start if row.get("start") is None else date.fromisoformat(str(row["start"]))
        yield Bid(
            id=row["id"],
            bidder=row["bidder"],
            lots=tuple(row["lots"]),
            price=exact(row["price"]),
            per_head=row.get("price_basis", "year") == "head",
            indexation=exact(row.get("indexation", 0)),
            prices=exact_values(row.get("prices", {})),
            starts=starts,
            start=horizon.time(starts),
            term=maybe(row.get("term_years")),
            extension=maybe(row.get("extension_years")),
            extension_price=maybe(row.get("extension_price")),
            transition=exact(row.get("transition", 0)),
            scores=read_scores(row, document),
            transfer=maybe(row.get("transfer")),
            exclusive_group=None if group is None else (row["bidder"], group),
            stated_quality=None,
        )
    for row in optional:
        yield Bid(
            id=f"in-house:{row['id']}",
            bidder=f"in-house:{row['buyer']}",
            lots=(row["id"],),
            price=exact(row["in_house"]["cost"]),
            per_head=False,
            indexation=Fraction(0),
            prices={},
            starts=horizon.start,
            start=Fraction(0),
            term=None,
            extension=None,
            extension_price=None,
            transition=Fraction(0),
            scores={},
            transfer=None,
            exclusive_group=None,
            stated_quality=exact(row["in_house"]["quality"]),
        )


def read_bidders(
    document: Document, lots: Mapping[str, Lot], optional: list[Document], horizon: Horizon
) -> Iterator[Bidder]:
    """The listed bidders, then one for each buyer of ``optional`` lots, in the order of these."""
    for row in document["bidders"]:
        yield _bidder(row, document, lots, horizon)
    for buyer in dict.fromkeys(row["buyer"] for row in optional):
        yield _fallback(buyer)


def _bidder(row: Document, document: Document, lots: Mapping[str, Lot], horizon: Horizon) -> Bidder:
    name = row["id"]
    bids_for = {lots[lot].buyer for bid in document["bids"] if bid["bidder"] == name for lot in bid["lots"]}
    return Bidder(
        id=name,
        kind=row["kind"],
        nhs=row["kind"] in _NHS if row.get("nhs") is None else row["nhs"],
        # A group may be named as a bidder is; a bidder without a group is in that group no more for it.
        group=("bidder", name) if row.get("group") is None else ("group", row["group"]),
        stated_group=row.get("group"),
        tags=frozenset(row.get("tags", ())),
        overhead=pence(exact(row.get("overhead", 0)) * horizon.annuity),
        setup=pence_values(row.get("setup", {})),
        capacity=exact_values(row.get("capacity", {})),
        capacity_wte=maybe(row.get("capacity_wte")),
        viability_floor=row.get("viability_floor", 300_000),
        served_elsewhere=row.get("served_elsewhere", 0),
        served_elsewhere_by_service=exact_values(row.get("served_elsewhere_by_service", {})),
        partners=tuple((partner["bidder"], exact(partner["share"])) for partner in row.get("partners", ())),
        memberships=tuple(
            (other["id"], exact(partner["share"]))
            for other in document["bidders"]
            for partner in other.get("partners", ())
            if partner["bidder"] == name
        ),
        partner_only=row.get("partner_only", False),
        outpost_cost=exact_values(row.get("outpost_cost", {})),
        hosting=read_hosting(row.get("hosting"), horizon),
        mobilisation=read_mobilisation(row.get("mobilisation")),
        at_home=row["kind"] == "in_house" and bids_for <= {row["buyer"]},
        fallback=False,
    )


def _fallback(buyer: str) -> Bidder:
    name = f"in-house:{buyer}"
    return Bidder(
        id=name,
        kind="in_house",
        nhs=True,
        group=("bidder", name),
        stated_group=None,
        tags=frozenset(),
        overhead=0,
        setup={},
        capacity={},
        capacity_wte=None,
        viability_floor=0,
        served_elsewhere=0,
        served_elsewhere_by_service={},
        partners=(),
        memberships=(),
        partner_only=False,
        outpost_cost={},
        hosting=None,
        mobilisation=None,
        at_home=True,
        fallback=True,
    )
