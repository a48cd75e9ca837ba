"""Who wins what: buyers by services as a coloured matrix, and the providers."""

from collections.abc import Iterator

from selector.report.blocks import Block, Cell, Code, Column, Group, Paragraph, Row, Table
from selector.report.charts.spend import spend
from selector.report.clean import clean
from selector.report.facts import Facts, at
from selector.report.legend import OWN_STAFF
from selector.report.paper import Section
from selector.report.text import Quote, Text

_ACROSS = 22
"""Services that stand side by side on a page."""


def award(facts: Facts, *, prices: bool = True) -> Section:
    """The matrix with its key, what each provider wins, and who wins which lot; without ``prices`` no money."""
    blocks: list[Block] = [Paragraph(_how_to_read(facts)), *_matrices(facts), providers(facts, prices=prices)]
    if prices:
        blocks.append(spend(facts))
    blocks.append(lots(facts, prices=prices))
    return Section("award", ("Who wins what",), tuple(blocks))


def _how_to_read(facts: Facts) -> Text:
    many = " Providers beyond the largest eight share the grey." if facts.legend.has_others else ""
    return (
        "A row is a buyer, a column a service, and the letters in a cell stand for the provider that wins that lot."
        f" The next table says which letters are whose.{many} An empty cell is not part of this procurement.",
    )


def _matrices(facts: Facts) -> Iterator[Table]:
    """The matrix; beyond some twenty services the rest stands in a further one."""
    won = {(row.buyer, row.service): facts.legend.of(row) for row in facts.award.awards}
    asked = {service for _, service in won}
    services = tuple(each.id for each in facts.case.services if each.id in asked)
    parts = [services[first : first + _ACROSS] for first in range(0, len(services), _ACROSS)]
    for number, part in enumerate(parts, 1):
        further = f", part {number} of {len(parts)}" if len(parts) > 1 else ""
        yield Table(
            f"Award by buyer and service{further}",
            (
                Column("Buyer"),
                *(Column(facts.service(name), turned=len(part) > 4) for name in part),
            ),
            tuple(_rows(facts, won, part)),
            sheet="Matrix" if number == 1 else f"Matrix {number}",
        )


def _rows(facts: Facts, won: dict[tuple[str, str], Code], services: tuple[str, ...]) -> Iterator[Row | Group]:
    buyers = [buyer for buyer in facts.case.buyers if buyer.id in facts.lots_of]
    areas = list(dict.fromkeys(buyer.area for buyer in buyers))
    for area in areas:
        if len(areas) > 1:
            yield Group(Quote(clean(area)) if area else "Without an area")
        for buyer in buyers:
            if buyer.area == area:
                cells: tuple[Cell, ...] = tuple(won.get((buyer.id, service)) for service in services)
                yield (facts.buyer(buyer.id), *cells)


def providers(facts: Facts, *, prices: bool) -> Table:
    """A row a provider: its letters, its kind, and what it wins."""
    kinds = {bidder.id: bidder.kind for bidder in facts.case.bidders}
    rows: list[Row] = []
    for key in facts.legend.keys:
        where = facts.rows_of(key)
        money: tuple[Cell, ...] = (
            (facts.sum("cost", "£", **where), facts.sum("liability", "£", **where)) if prices else ()
        )
        rows.append(
            (
                facts.legend.code(key),
                facts.legend.name(key),
                "in-house" if key == OWN_STAFF else KINDS[kinds[key]],
                facts.count("lots", **where),
                facts.distinct("buyer", "buyers", **where),
                facts.distinct("service", "services", **where),
                *money,
            )
        )
    return Table(
        "Providers, who wins most lots first",
        (
            Column("Letters", wide=0.45),
            Column("Provider", wide=2.2),
            Column("Kind", wide=0.8),
            Column("Lots", figures=True),
            Column("Buyers", figures=True),
            Column("Services", figures=True),
            *((Column("Cost, £", figures=True), Column("Liability, £", figures=True)) if prices else ()),
        ),
        tuple(rows),
        sheet="Providers",
        note=_providers_note(facts) if prices else (),
    )


def _providers_note(facts: Facts) -> Text:
    totals = facts.award.totals
    parts: Text = ("Costs are those of the bids, at present value",)
    if totals is not None and (totals.charges or totals.discount):
        parts = (*parts, "; set-up, overheads and discounts belong to the whole award and stand in the figures")
    redeployed = " Liability is before redeployment." if totals is not None and totals.redeployed else ""
    return (*parts, f".{redeployed}")


KINDS = {
    "nhs_csu": "NHS unit",
    "private": "private",
    "voluntary": "voluntary",
    "local_authority": "council",
    "in_house": "in-house",
    "partnership": "partnership",
}


def lots(facts: Facts, *, prices: bool) -> Table:
    """Every lot with its winner, for the results book."""
    rows: list[Row] = []
    for place, row in enumerate(facts.award.awards):
        money: tuple[Cell, ...] = ()
        if prices:
            money = tuple(
                at("award", f"/awards/{place}/{name}", getattr(row, name), facts.unit(name))
                for name in ("cost", "quality", "liability")
            )
        names = (facts.buyer(row.buyer), facts.service(row.service), facts.bidder(row.bidder))
        rows.append((Quote(clean(row.lot)), *names, *((Quote(clean(row.bid)),) if prices else ()), *money))
    return Table(
        "Every lot and its winner",
        (
            Column("Lot"),
            Column("Buyer", wide=2),
            Column("Service", wide=2),
            Column("Provider", wide=2),
            *((Column("Bid", wide=2),) if prices else ()),
            *(
                (Column("Cost, £", figures=True), Column("Quality", figures=True), Column("Liability, £", figures=True))
                if prices
                else ()
            ),
        ),
        tuple(rows),
        sheet="Award",
        book_only=True,
    )
