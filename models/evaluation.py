"""What one run produced: the award, its certificate, its totals and the state of every rule (``award.json``)."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from models.base import Model
from models.quantities import SignedMoney

Status = Literal["optimal", "feasible", "infeasible", "unknown"]
Ties = Literal["proven_none", "found", "not_examined"]

# Not money: written as a JSON number. Every such figure has few decimals, so its shortest float is exact to the eye.
Figure = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
# Pounds or points, by the objective of the level: written as text, as money is.
Amount = Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json")]


class Level(Model):
    """What was proven of one objective; a money-valued evaluation has one level, a lexicographic one has several."""

    objective: Annotated[str, Field(description="`money_valued`, or the objective of the level.")]
    value: Annotated[
        Amount, Field(description="Its value in the award; later levels may have given up some within the tolerance.")
    ]
    best: Annotated[Amount, Field(description="The best value found when this level was optimised.")]
    bound: Annotated[
        Amount | None,
        Field(description="No award that the rules and the earlier levels allow is better than this."),
    ]
    gap: Annotated[
        float | None,
        Field(description="|best - bound| / |best|, a fraction; over total cost where the value can come near 0."),
    ]


class Certificate(Model):
    """What was proven, and how."""

    objective: Annotated[
        Amount | None, Field(description="Value of the award in the board's first objective: £, or points.")
    ]
    bound: Annotated[Amount | None, Field(description="No award that the rules allow is better than this.")]
    gap: Annotated[
        float | None,
        Field(
            description="|objective - bound| / |objective|, a fraction; over total cost where the objective can come near 0."
        ),
    ]
    gap_pounds: Annotated[SignedMoney | None, Field(description="|objective - bound| where both are pounds.")] = None
    seconds: Annotated[
        float, Field(description="Wall-clock time of the run; the only figure that differs between like runs.")
    ]
    solver: Annotated[str, Field(description="Name and version of the solver.")]
    method: Annotated[str, Field(description="How the bound was proven.")]
    limit: Annotated[
        Literal["time", "stopped", "failure"] | None, Field(description="What ended the search before it was done.")
    ] = None
    levels: Annotated[tuple[Level, ...], Field(description="What was proven of each objective, in order.")] = ()
    ties: Annotated[Ties, Field(description="Whether another award is as good, to the penny.")] = "not_examined"
    feasibility_tolerance: Annotated[
        float, Field(description="Most by which the solver may break a row, of rows scaled to about 1.")
    ]
    integrality_tolerance: Annotated[
        float, Field(description="Most by which the solver's yes-or-no may differ from 0 or 1.")
    ]


class Totals(Model):
    """The four objectives and what they are made of."""

    cost: Annotated[SignedMoney, Field(description="Present value: accepted bids + charges - discount.")]
    quality: Annotated[Figure, Field(description="Q, 0 to 100, to six decimal places.")]
    liability: Annotated[SignedMoney, Field(description="Expected redundancy cost, whoever pays it.")]
    disruption: Annotated[Figure, Field(description="Lots that change supplier, or the WTE of their staff.")]
    charges: Annotated[SignedMoney, Field(description="Present value of set-up charges and overheads.")]
    discount: Annotated[SignedMoney, Field(description="Present value of discounts.")]
    liability_buyers: Annotated[SignedMoney, Field(description="The part of the liability that buyers pay.")]


class Accepted(Model):
    """One lot and the bid that won it."""

    lot: str
    buyer: str
    service: str
    bid: str
    bidder: str
    cost: Annotated[SignedMoney, Field(description="Present value of the bid.")]
    quality: Annotated[Figure, Field(description="Points, to 0.001.")]
    liability: Annotated[SignedMoney, Field(description="Expected redundancy cost of this lot, before redeployment.")]


class Provider(Model):
    """A bidder that wins at least one lot of a service."""

    bidder: str
    service: str
    lots: Annotated[int, Field(description="Lots won.")]
    volume: Annotated[Figure, Field(description="Volume won, in the service's unit.")]


class RuleState(Model):
    """One limit the case states, and where the award stands against it."""

    rule: Annotated[str, Field(description="Name of the rule, such as `capacity[bidder, service]`.")]
    satisfied: bool
    value: Figure
    limit: Figure
    sense: Annotated[
        Literal["at least", "at most", "exactly"], Field(description="Which side of the limit is allowed.")
    ]
    unit: str
    sentence: Annotated[str, Field(description="The rule in words.")]


class Provenance(Model):
    """From what, by what."""

    case_sha256: Annotated[str, Field(description="SHA-256 of the case in canonical JSON.")]
    version: Annotated[str, Field(description="Version of this program.")]
    options: Annotated[dict[str, float | str | None], Field(description="Options in force.")]


class Evaluation(Model):
    """The outcome of one run. Without an award (``infeasible``, ``unknown``) the lists are empty and ``totals`` is null."""

    status: Status
    name: Annotated[str, Field(description="Name of the case.")]
    certificate: Certificate
    totals: Totals | None = None
    awards: tuple[Accepted, ...] = ()
    providers: tuple[Provider, ...] = ()
    rules: tuple[RuleState, ...] = ()
    conflict: None = None
    provenance: Provenance

    def to_json(self) -> str:
        """The text of ``award.json``: indented, ending in a newline, alike for like runs but for ``certificate.seconds``."""
        return self.model_dump_json(indent=2) + "\n"
