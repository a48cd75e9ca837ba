"""What one run produced: the award, its certificate, its totals and the state of every rule (``award.json``)."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import (
    Accepted,
    Amount,
    BuyerAccount,
    ByHand,
    Disqualified,
    EarnedDiscount,
    LowBid,
    Outpost,
    Provider,
    Redeployed,
    RuleState,
    StaffOutcome,
    Totals,
)
from models.base import Model
from models.conflict import Conflict
from models.quantities import SignedMoney

Status = Literal["optimal", "feasible", "infeasible", "unknown"]
Ties = Literal["proven_none", "found", "not_examined"]


class Level(Model):
    """What was proven of one objective; a money-valued evaluation has one level, a lexicographic one has several."""

    objective: Annotated[
        str,
        Field(description="`money_valued`, `score`, `charges`, `priority 1` and so on, or the objective of the level."),
    ]
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
        Amount | None,
        Field(description="Value of the award in the board's first objective, after any priorities: £, or points."),
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


class Provenance(Model):
    """From what, by what."""

    case_sha256: Annotated[str, Field(description="SHA-256 of the case in canonical JSON.")]
    scenario: Annotated[
        str | None, Field(description="Scenario of that case under which the award was made; null for the case itself.")
    ] = None
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
    discounts: Annotated[
        tuple[EarnedDiscount, ...], Field(description="Discounts of the bidders that win something in their scope.")
    ] = ()
    outposts: Annotated[tuple[Outpost, ...], Field(description="Local staff that providers keep.")] = ()
    moves: Annotated[tuple[Redeployed, ...], Field(description="Who is redeployed, by group and vacancy.")] = ()
    staff: Annotated[
        StaffOutcome | None, Field(description="What becomes of the staff; null where the case has none.")
    ] = None
    buyers: Annotated[
        tuple[BuyerAccount, ...], Field(description="What each buyer pays, in the order of the case.")
    ] = ()
    rules: tuple[RuleState, ...] = ()
    disqualified: Annotated[
        tuple[Disqualified, ...], Field(description="Bids that may not be accepted, in the order of the case.")
    ] = ()
    abnormally_low: Annotated[
        tuple[LowBid, ...], Field(description="Bids so low that the board is to ask why, by lot.")
    ] = ()
    by_hand: Annotated[tuple[ByHand, ...], Field(description="What was decided by hand, and why.")] = ()
    conflict: Annotated[
        Conflict | None, Field(description="Where the status is `infeasible`: why, and what would mend it.")
    ] = None
    provenance: Provenance

    def to_json(self) -> str:
        """The text of ``award.json``: indented, ending in a newline, alike for like runs but for ``certificate.seconds``."""
        return self.model_dump_json(indent=2) + "\n"
