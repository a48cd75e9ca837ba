"""Conflicts made up, to be printed: no engine found them."""

from decimal import Decimal
from typing import Any

from models import Case, Clash, Conflict, ConflictRule, Mended, Move, PatchOperation, Repair, Totals
from tests.references.small import one_service


def boards(bidders: int = 2, name: str = "Firm {}") -> Case:
    """A case of two buyers, and bidders of these names."""
    firms = [f"f{position}" for position in range(bidders)]
    return one_service(
        {firm: {"a": 1, "b": 1} for firm in firms},
        bidders=[
            {"id": firm, "name": name.format(position), "kind": "private", "viability_floor": 300_000}
            for position, firm in enumerate(firms)
        ],
    )


def viability(case: Case, position: int, *, reach: int | None = 200_000) -> ConflictRule:
    """The floor of one bidder of a case."""
    bidder, pointer = case.bidders[position], f"/bidders/{position}/viability_floor"
    return ConflictRule(
        rule=f"viability[{bidder.id}]",
        pointer=pointer,
        sentence=f"{bidder.name} must serve at least 300,000 people in local services to stand.",
        sense="at least",
        limit=Decimal(300_000),
        reach=None if reach is None else Decimal(reach),
        unit="people",
        lift=(PatchOperation(op="add", path=pointer, value=0),),
    )


def shape() -> ConflictRule:
    """A rule without a limit."""
    return ConflictRule(
        rule="shape[it]",
        pointer="/services/0/shape",
        sentence="IT is plural: it must have at least 2 providers.",
        sense=None,
        limit=None,
        unit=None,
        lift=(PatchOperation(op="remove", path="/services/0/shape"),),
    )


def clash(*rules: ConflictRule, minimal: bool = True) -> Clash:
    """Rules that cannot hold together."""
    return Clash(rules=rules, minimal=minimal, explanation=("The boards have 200,000 people in all.",))


def repair(case: Case, *, least: bool = True, **changes: Any) -> Repair:
    """A repair that lowers the first bidder's floor by a third."""
    pointer = "/bidders/0/viability_floor"
    move = Move(
        rule="viability[f0]",
        pointer=pointer,
        sentence=f"Lower the floor of {case.bidders[0].name} from 300,000 to 200,000 people.",
        before=Decimal(300_000),
        after=Decimal(200_000),
        unit="people",
        relative=1 / 3,
    )
    totals = Totals(
        cost=Decimal("1234.50"),
        quality=Decimal("61.25"),
        liability=Decimal(0),
        disruption=Decimal(1),
        charges=Decimal(0),
        discount=Decimal(0),
        liability_buyers=Decimal(0),
    )
    whole = Repair(
        moves=(move,),
        distance=1 / 3,
        bound=1 / 3 if least else 0.25,
        least=least,
        patch=(PatchOperation(op="add", path=pointer, value=200_000),),
        award=Mended(status="optimal", gap=0.0, totals=totals, awards=(), providers=()),
    )
    return whole.model_copy(update=changes)


def conflict(first: Clash, **more: Any) -> Conflict:
    """A conflict whose first clash is this one."""
    return Conflict(**dict(first), **more)
