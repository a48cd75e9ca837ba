"""What the award costs and brings: its totals, what they are made of, and what becomes of the staff."""

from collections.abc import Iterator

from selector.report.blocks import Block, Cell, Column, Exact, Table
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.text import Figure


def figures(facts: Facts) -> Section:
    """Totals, each rounded and exact, and the staff."""
    found: list[Block] = [_totals(facts)]
    staff = _staff(facts)
    if staff is not None:
        found.append(staff)
    return Section("figures", ("The figures",), tuple(found))


def _totals(facts: Facts) -> Table:
    return Table(
        "Totals of the award",
        (Column("", wide=2.6), Column("Rounded", figures=True), Column("Exact", figures=True)),
        tuple((name, (figure,), Exact(figure)) for name, figure in _lines(facts)),
        sheet="Totals",
        note=(
            "Cost is the present value of all payments over the years compared, and holds no redundancy cost."
            " Quality is the mean of the winning bids, weighted by people and service. Liability is the redundancy cost"
            " to be expected, whoever pays it.",
        ),
    )


def _lines(facts: Facts) -> Iterator[tuple[str, Figure]]:
    totals = facts.award.totals
    assert totals is not None  # noqa: S101  an award has totals
    yield "Cost", facts.total("cost")
    if totals.charges:
        yield "of which set-up, overheads and outposts", facts.total("charges")
    if totals.discount:
        yield "after discounts of", facts.total("discount")
    yield "Quality, of 100", facts.total("quality")
    yield "Liability", facts.total("liability")
    if totals.redeployed:
        yield "after redeployment, which saves", facts.total("redeployed")
    if totals.liability_buyers:
        yield "falling on the buyers, before redeployment", facts.total("liability_buyers")
    yield "Disruption", facts.total("disruption")
    if totals.penalty:
        yield "What broken soft rules count for (no cost)", facts.total("penalty")


def _staff(facts: Facts) -> Table | None:
    staff = facts.award.staff
    if staff is None or not staff.total:
        return None
    becoming = (
        ("Stay with who provides the lot today", "staying"),
        ("Transfer to the winner", "transferred"),
        ("Move to a vacancy", "redeployed"),
        ("Become redundant", "redundant"),
        ("Become redundant once hosting by the NHS ends", "redundant_later"),
        ("All staff", "total"),
    )
    rows: list[tuple[Cell, ...]] = [
        (name, (at("award", f"/staff/{field}", getattr(staff, field), "WTE"),))
        for name, field in becoming
        if getattr(staff, field)
    ]
    if staff.talent_retained is not None:
        rows.append(("Years of service kept", (at("award", "/staff/talent_retained", staff.talent_retained, "share"),)))
    return Table(
        "What becomes of the staff",
        (Column("", wide=3), Column("Of whole-time posts", figures=True)),
        tuple(rows),
        sheet="Staff",
    )
