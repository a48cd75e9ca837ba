"""The paper of a comparison: scenarios side by side, and the lots that change hands."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from models import Bidder, Case, Comparison
from models.comparison import Compared
from selector.report.blocks import Block, Bullets, Cell, Column, Paragraph, Row, Table
from selector.report.board import CONFIDENTIAL
from selector.report.charts.scenarios import scenarios
from selector.report.clean import clean
from selector.report.names import Names
from selector.report.paper import Paper, Section
from selector.report.sections.baselines import TOTALS, proof, values
from selector.report.shown import Unit
from selector.report.text import Figure, Quote, Source, Text
from selector.report.units import disruption_unit, unit_of
from selector.scenarios import under

_MOST = 12


def comparison_paper(case: Case, answer: Comparison) -> Paper:
    """The paper of a comparison of scenarios.

    Parameters
    ----------
    case
        The case as stated.
    answer
        What ``compare`` found.

    Returns
    -------
    Paper
        as data, which the writers of all three forms take.
    """
    found = (
        _outcomes(answer),
        _side_by_side(case, answer),
        _differences(case, answer),
        _hands(case, answer),
        _market(answer),
    )
    return Paper(
        name="Scenarios compared",
        title=(Quote(clean(answer.name)),),
        subtitle=(
            Figure(Decimal(len(answer.scenarios)), "", Source("comparison", "/scenarios", "count")),
            " scenarios side by side",
        ),
        marking=CONFIDENTIAL,
        sections=tuple(section for section in found if section is not None),
        year=case.date.year,
    )


def _name(each: Compared) -> Quote:
    return Quote(clean(each.name))


def _outcomes(answer: Comparison) -> Section:
    items: list[Text] = []
    for each in answer.scenarios:
        because: Text = (" (", Quote(clean(each.because).rstrip(".")), ")") if each.because else ()
        items.append((_name(each), *because, ": ", Quote(clean(each.sentence))))
    return Section("outcomes", ("What was compared",), (Bullets(tuple(items)),))


def _side_by_side(case: Case, answer: Comparison) -> Section:
    unit = disruption_unit(case)
    held = sorted(answer.scenarios, key=lambda each: each.scenario != answer.baseline)
    named = [(clean(each.name), values(each.totals)) for each in held if each.totals is not None]
    blocks: list[Block] = [scenarios(named, unit, "Scenarios side by side")] if named else []
    body: list[Row] = []
    for place, each in enumerate(answer.scenarios):
        cells: tuple[Cell, ...] = (None,) * len(TOTALS)
        if each.totals is not None:
            cells = tuple(
                _figure(case, f"/scenarios/{place}/totals/{name}", getattr(each.totals, name), name) for name in TOTALS
            )
        body.append((_name(each), *cells, proof(each.status)))
    blocks.append(
        Table("Totals side by side", (*_columns(unit), Column("Proof", wide=1.2)), tuple(body), sheet="Scenarios")
    )
    return Section("totals", ("Side by side",), tuple(blocks))


def _columns(unit: Unit) -> tuple[Column, ...]:
    return (
        Column("", wide=2),
        Column("Cost, £", figures=True),
        Column("Quality, points", figures=True),
        Column("Liability, £", figures=True),
        Column(f"Disruption, {unit}", figures=True),
    )


def _figure(case: Case, pointer: str, value: object, total: str, *, signed: bool = False) -> Figure:
    return Figure(Decimal(str(value)), unit_of(case, total), Source("comparison", pointer), signed)


def _differences(case: Case, answer: Comparison) -> Section | None:
    body: list[Row] = []
    for place, each in enumerate(answer.scenarios):
        if each.scenario == answer.baseline or not each.differences:
            continue
        found = {row.total: (at, row) for at, row in enumerate(each.differences)}
        cells: list[Cell] = []
        open_ones = False
        for name in TOTALS:
            if name not in found:
                cells.append(None)
                continue
            at, row = found[name]
            cells.append(
                _figure(case, f"/scenarios/{place}/differences/{at}/difference", row.difference, name, signed=True)
            )
            open_ones = open_ones or not row.proven
        body.append((_name(each), *cells, "in part open" if open_ones else "proven"))
    if not body:
        return None
    base = next(each for each in answer.scenarios if each.scenario == answer.baseline)
    note: Text = (
        "In part open: a difference that is no more than the two proofs leave open may lie in how long was searched.",
    )
    caption = f"Each scenario less: {clean(base.name)}"
    table = Table(
        caption,
        (*_columns(disruption_unit(case)), Column("Differences", wide=1.2)),
        tuple(body),
        "Differences",
        note=note,
    )
    return Section(
        "differences",
        ("Differences from ", _name(base)),
        (Paragraph(("What each scenario has more, or less.",)), table),
    )


def _hands(case: Case, answer: Comparison) -> Section | None:
    names = Names(case, _merged(case, answer))
    inner: list[Section] = []
    every: list[Row] = []
    for place, each in enumerate(answer.scenarios):
        if not each.handovers:
            continue
        ways = Counter((row.from_bidder, row.to_bidder) for row in each.handovers)
        pointer = f"/scenarios/{place}/handovers"
        body: tuple[Row, ...] = tuple(
            (
                names.bidder(before),
                names.bidder(after),
                Figure(
                    Decimal(many),
                    "lots",
                    Source("comparison", pointer, "count", "", (("from_bidder", (before,)), ("to_bidder", (after,)))),
                ),
            )
            for (before, after), many in ways.most_common(_MOST)
        )
        total = Figure(Decimal(len(each.handovers)), "lots", Source("comparison", pointer, "count"))
        columns = (Column("From", wide=2), Column("To", wide=2), Column("Lots", figures=True))
        rest = ("The largest moves; all stand in the results book.",) if len(ways) > _MOST else ()
        inner.append(
            Section(
                f"hands-{place}",
                (_name(each),),
                (
                    Paragraph((total, " change hands.")),
                    Table(f"Who takes over from whom: {clean(each.name)}", columns, body, note=rest),
                ),
            )
        )
        every += [
            (
                _name(each),
                names.service(row.service),
                names.buyer(row.buyer),
                names.bidder(row.from_bidder),
                names.bidder(row.to_bidder),
            )
            for row in each.handovers
        ]
    if not inner:
        return None
    heads = (Column("Scenario"), Column("Service"), Column("Buyer"), Column("From"), Column("To"))
    book = Table("Lots that change hands", heads, tuple(every), "Hands", book_only=True)
    return Section("hands", ("Lots that change hands",), (book,), tuple(inner))


def _merged(case: Case, answer: Comparison) -> Iterator[Bidder]:
    """The bidders that mergers of the scenarios make."""
    compared = {each.scenario for each in answer.scenarios if each.totals is not None}
    for scenario in case.scenarios:
        if scenario.id in compared and scenario.mergers:
            yield from under(case, scenario).bidders


def _market(answer: Comparison) -> Section | None:
    body: list[Row] = []
    for place, each in enumerate(answer.scenarios):
        market = each.market
        if market is None or market.winners is None:
            continue
        where = f"/scenarios/{place}/market"
        share: Cell = None
        if market.largest_share is not None:
            share = Figure(market.largest_share, "share", Source("comparison", f"{where}/largest_share"))
        body.append(
            (
                _name(each),
                Figure(Decimal(market.least_bidders), "bidders", Source("comparison", f"{where}/least_bidders")),
                Figure(Decimal(market.contested), "lots", Source("comparison", f"{where}/contested")),
                Figure(Decimal(market.winners), "bidders", Source("comparison", f"{where}/winners")),
                share,
            )
        )
    if not body:
        return None
    columns = (
        Column("", wide=2),
        Column("Fewest bidders for a lot", figures=True),
        Column("Contested lots", figures=True),
        Column("Winners", figures=True),
        Column("Largest share of spend, %", figures=True),
    )
    return Section(
        "market",
        ("Choice and concentration",),
        (Table("The market under each scenario", columns, tuple(body), "Market"),),
    )
