"""What differs from the last run."""

from decimal import Decimal

from models import Accepted
from selector.report.blocks import Block, Column, Paragraph, Row, Table
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.sections.baselines import TOTALS
from selector.report.text import Figure, Source, Text

_MOST = 25


def since(facts: Facts) -> Section | None:
    """Totals then and now, and the lots that change hands; None without an earlier award."""
    earlier = facts.earlier
    if earlier is None:
        return None
    blocks: list[Block] = []
    same = earlier.provenance.case_sha256 == facts.award.provenance.case_sha256
    blocks.append(
        Paragraph(
            ("The case is the same." if same else "The case has changed since: bids, rules or what the board seeks.",)
        )
    )
    now, then = facts.award.totals, earlier.totals
    if now is not None and then is not None:
        body: list[Row] = []
        for name in TOTALS:
            before = at("earlier", f"/totals/{name}", getattr(then, name), facts.unit(name))
            after = facts.total(name)
            apart = Figure(
                after.value - before.value, after.unit, Source("award", f"/totals/{name}", "apart"), signed=True
            )
            body.append((name.capitalize(), before, after, apart))
        blocks.append(
            Table(
                "Totals then and now",
                (Column("", wide=1.5), *(Column(title, figures=True) for title in ("Then", "Now", "Difference"))),
                tuple(body),
                sheet="Since (totals)",
            )
        )
    else:
        blocks.append(Paragraph(("One of the two runs has no award.",)))
    blocks += _lots(facts, earlier.awards)
    return Section("since", ("Differences from the last run",), tuple(blocks))


def _lots(facts: Facts, before: tuple[Accepted, ...]) -> list[Block]:
    was = {row.lot: row for row in before}
    changed = [row for row in facts.award.awards if row.lot in was and was[row.lot].bidder != row.bidder]
    new = sum(row.lot not in was for row in facts.award.awards)
    gone = len(was.keys() - {row.lot for row in facts.award.awards})
    told: Text = (
        Figure(Decimal(len(changed)), "lots", Source("award", "/awards", "changed")),
        " have another provider than in the last run.",
    )
    if new:
        told = (*told, " ", Figure(Decimal(new), "lots", Source("award", "/awards", "new")), " were not awarded then.")
    if gone:
        told = (*told, " ", Figure(Decimal(gone), "lots", Source("award", "/awards", "gone")), " are gone.")
    found: list[Block] = [Paragraph(told)]
    body: tuple[Row, ...] = tuple(
        (
            facts.service(row.service),
            facts.buyer(row.buyer),
            facts.bidder(was[row.lot].bidder),
            facts.bidder(row.bidder),
        )
        for row in changed
    )
    if body:
        columns = (Column("Service"), Column("Buyer"), Column("Then"), Column("Now"))
        found.append(
            Table(
                "Lots that change hands, the first of them" if len(body) > _MOST else "Lots that change hands",
                columns,
                body[:_MOST],
            )
        )
        found.append(Table("All lots that change hands", columns, body, sheet="Since (lots)", book_only=True))
    return found
