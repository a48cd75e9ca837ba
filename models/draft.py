"""What can be told of a case before it is known to be sound: the rows that can be read, and the names of the rest.

So the faults of fields and those of references come out in one pass, and a row that could not be read does not count
as missing elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from models.base import Model
from models.bid import Bid
from models.bidder import Bidder
from models.buyer import Buyer
from models.choice_by_hand import Exclusion, Pick
from models.criterion import Criterion
from models.discount import Discount
from models.faults import Fault, from_validation
from models.framework import Framework
from models.horizon import Horizon
from models.joint_purchase import JointPurchase
from models.lot import Lot
from models.marks import Evaluator, Marking
from models.objective import Lexicographic, MoneyValued, Objective, Ratio
from models.rule import Rule
from models.scenario import Scenario
from models.service import Service
from models.staff import StaffGroup, Vacancy

if TYPE_CHECKING:
    from models.case import Case

_Row = TypeVar("_Row", bound=Model)

_FURTHER = (
    "criteria",
    "evaluators",
    "staff_groups",
    "vacancies",
    "discounts",
    "frameworks",
    "joint_purchases",
    "rules",
    "picks",
    "exclusions",
    "scenarios",
)
_OBJECTIVE: TypeAdapter[MoneyValued | Lexicographic | Ratio] = TypeAdapter(Objective)
TABLES = ("buyers", "services", "lots", "bidders", "bids", *_FURTHER)

MOST_FAULTS = 1000
"""So many faults of rows are told at once; who has more will mend these first."""

_MAY_BE_ABSENT = frozenset({"lots", *_FURTHER})
_MAY_BE_EMPTY = frozenset({"bidders", "bids", *_FURTHER})


@dataclass(frozen=True)
class Draft:
    """The rows of a case that can be read, each with its position in its table."""

    buyers: Sequence[tuple[int, Buyer]]
    services: Sequence[tuple[int, Service]]
    lots: Sequence[tuple[int, Lot]] | None
    """None where the case lists no lots, and so tenders every service for every buyer."""
    bidders: Sequence[tuple[int, Bidder]]
    bids: Sequence[tuple[int, Bid]]
    criteria: Sequence[tuple[int, Criterion]]
    staff_groups: Sequence[tuple[int, StaffGroup]]
    vacancies: Sequence[tuple[int, Vacancy]]
    discounts: Sequence[tuple[int, Discount]]
    frameworks: Sequence[tuple[int, Framework]]
    joint_purchases: Sequence[tuple[int, JointPurchase]]
    evaluators: Sequence[tuple[int, Evaluator]]
    rules: Sequence[tuple[int, Rule]]
    picks: Sequence[tuple[int, Pick]]
    exclusions: Sequence[tuple[int, Exclusion]]
    scenarios: Sequence[tuple[int, Scenario]]
    marking: Marking | None
    """None where it cannot be read."""
    objective: MoneyValued | Lexicographic | Ratio | None
    """None where it cannot be read."""
    horizon: Horizon | None
    """None where it cannot be read."""
    neighbours: Sequence[tuple[int, tuple[str, str]]] = ()
    unread: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """By table and position, the ids of rows that cannot be read for another reason."""
    named: frozenset[str] = frozenset(TABLES)
    """Tables of which the id of every row is known; only of these can it be said that an id is not there."""
    offers: frozenset[str] | None = frozenset()
    """Lots named by bids that cannot be read; None where some bid does not even say so much."""
    faults: Sequence[Fault] = ()
    """What is wrong with the rows that cannot be read, at most ``MOST_FAULTS``."""

    def is_complete(self, table: str) -> bool:
        """Whether every row of a table can be read."""
        return table in self.named and not self.unread.get(table)

    @classmethod
    def of(cls, case: Case) -> Draft:
        """The draft of a case whose fields are all in order."""
        return cls(
            buyers=tuple(enumerate(case.buyers)),
            services=tuple(enumerate(case.services)),
            lots=None if case.lots is None else tuple(enumerate(case.lots)),
            bidders=tuple(enumerate(case.bidders)),
            bids=tuple(enumerate(case.bids)),
            criteria=tuple(enumerate(case.criteria)),
            staff_groups=tuple(enumerate(case.staff_groups)),
            vacancies=tuple(enumerate(case.vacancies)),
            discounts=tuple(enumerate(case.discounts)),
            frameworks=tuple(enumerate(case.frameworks)),
            joint_purchases=tuple(enumerate(case.joint_purchases)),
            evaluators=tuple(enumerate(case.evaluators)),
            rules=tuple(enumerate(case.rules)),
            picks=tuple(enumerate(case.picks)),
            exclusions=tuple(enumerate(case.exclusions)),
            scenarios=tuple(enumerate(case.scenarios)),
            marking=case.marking,
            objective=case.objective,
            neighbours=tuple(enumerate(case.neighbours)),
            horizon=case.horizon,
        )

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Draft:
        """The draft of a JSON object that has faults of fields."""
        unread: dict[str, dict[int, str]] = {table: {} for table in TABLES}
        faults: list[Fault] = []

        def readable(table: str, model: type[_Row]) -> tuple[tuple[int, _Row], ...]:
            return _readable(document, table, model, unread, faults)

        return cls(
            buyers=readable("buyers", Buyer),
            services=readable("services", Service),
            lots=None if document.get("lots") is None else readable("lots", Lot),
            bidders=readable("bidders", Bidder),
            bids=readable("bids", Bid),
            criteria=readable("criteria", Criterion),
            staff_groups=readable("staff_groups", StaffGroup),
            vacancies=readable("vacancies", Vacancy),
            discounts=readable("discounts", Discount),
            frameworks=readable("frameworks", Framework),
            joint_purchases=readable("joint_purchases", JointPurchase),
            evaluators=readable("evaluators", Evaluator),
            rules=readable("rules", Rule),
            picks=readable("picks", Pick),
            exclusions=readable("exclusions", Exclusion),
            scenarios=readable("scenarios", Scenario),
            marking=_read(Marking, document.get("marking", {})),
            objective=_objective(document.get("objective", {})),
            neighbours=tuple(_neighbours(document.get("neighbours"))),
            faults=faults,
            horizon=_read(Horizon, document.get("horizon")),
            unread=unread,
            named=frozenset(table for table in TABLES if _is_named(document, table)),
            offers=_offers(document.get("bids")),
        )


def _objective(stated: Any) -> MoneyValued | Lexicographic | Ratio | None:
    try:
        return _OBJECTIVE.validate_python(stated)
    except ValidationError:
        return None


def _read(model: type[_Row], row: Any) -> _Row | None:
    try:
        return model.model_validate(row)
    except ValidationError:
        return None


def _readable(
    document: Mapping[str, Any],
    table: str,
    model: type[_Row],
    unread: Mapping[str, dict[int, str]],
    faults: list[Fault],
) -> tuple[tuple[int, _Row], ...]:
    """The rows of a table that can be read; of the others the ids go into ``unread``, and what is wrong into ``faults``."""
    rows = document.get(table)
    found = []
    for position, row in enumerate(rows if isinstance(rows, list) else ()):
        if len(faults) >= MOST_FAULTS:
            break
        try:
            found.append((position, model.model_validate(row)))
        except ValidationError as error:
            faults.extend(from_validation(error, model, (table, position)))
            if _has_id(row):
                unread[table][position] = row["id"]
    return tuple(found)


def _has_id(row: Any) -> bool:
    return isinstance(row, dict) and isinstance(row.get("id"), str)


def _is_named(document: Mapping[str, Any], table: str) -> bool:
    if table not in document:
        return table in _MAY_BE_ABSENT
    rows = document[table]
    if rows is None:
        return table == "lots"
    return isinstance(rows, list) and (bool(rows) or table in _MAY_BE_EMPTY) and all(map(_has_id, rows))


def _neighbours(pairs: Any) -> Iterator[tuple[int, tuple[str, str]]]:
    """The pairs that can be read, each with its position."""
    for position, pair in enumerate(pairs if isinstance(pairs, list) else ()):
        match pair:
            case [str() as one, str() as other]:
                yield position, (one, other)


def _offers(bids: Any) -> frozenset[str] | None:
    if not isinstance(bids, list):
        return None
    named: set[str] = set()
    for bid in bids:
        lots = bid.get("lots") if isinstance(bid, dict) else None
        if not isinstance(lots, list) or not all(isinstance(lot, str) for lot in lots):
            return None
        named.update(lots)
    return frozenset(named)
