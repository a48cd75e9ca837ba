"""What the failure of a winner costs: the repair of an award some of whose bids can not be kept to any more."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Figure, Sense
from models.base import Model
from models.evaluation import Provenance, Status
from models.without import BestAward, Difference, Handover, TotalsDifference

RepairOutcome = Literal["unaffected", "kept", "broken", "uncovered", "unknown"]


class BrokenLimit(Model):
    """A limit of the case that the repaired award breaks, as the solver-free check finds it."""

    rule: Annotated[str, Field(description="Name of the rule, such as `capacity[bidder, service]`.")]
    value: Figure
    limit: Figure
    sense: Annotated[Sense, Field(description="Which side of the limit is allowed.")]
    unit: str
    relative: Annotated[
        Figure,
        Field(description="By how much it is broken: a share of the limit, or in units where that is 0; six decimals."),
    ]
    sentence: Annotated[str, Field(description="The rule in words.")]


class Anew(Model):
    """The best award of the case had the failed bids never been accepted, every other lot open again."""

    status: Annotated[
        Status,
        Field(description="Of the search for it: `infeasible` where no award at all keeps every rule without them."),
    ]
    levels: Annotated[
        tuple[Difference, ...],
        Field(
            description="It less the award that failed, by level; where it is not proven the best, an interval of the best that there can be at the first level."
        ),
    ] = ()
    saves: Annotated[
        Difference | None,
        Field(
            description="How much better than the repair it is in the board's first objective, never below 0; null where the repair does not keep every rule."
        ),
    ] = None


class Failure(Model):
    """What becomes of the award if some of its bidders fail."""

    bidders: Annotated[tuple[str, ...], Field(description="Those that fail.")]
    partnerships: Annotated[
        tuple[str, ...], Field(description="Partnerships that fail with them, as they are partners in these.")
    ] = ()
    lots: Annotated[tuple[str, ...], Field(description="The lots they have won, which nobody provides any more.")]
    people: Annotated[int, Field(description="People of the buyers of those lots, each buyer counted once.")]
    outcome: Annotated[
        RepairOutcome,
        Field(
            description="`kept`: the repair keeps every rule. `broken`: every lot is covered, and limits are broken. `uncovered`: lots stay without a supplier; limits may be broken too. `unaffected`: they have won nothing. `unknown`: no repair was found within the limits."
        ),
    ]
    status: Annotated[
        Status,
        Field(
            description="`optimal` where no repair is better: none leaves fewer lots uncovered, or breaks limits less, or is then better at the first level of the objective, within the gap in force; `feasible` where that is not proven."
        ),
    ]
    levels: Annotated[
        tuple[Difference, ...],
        Field(
            description="The best repair less the award, by level of the board's objective: of what each has, be it that later levels have given up some within a tolerance. Lots that stay uncovered count nothing in it."
        ),
    ] = ()
    totals: Annotated[
        TotalsDifference | None, Field(description="The repaired award less the award; never marked as proven.")
    ] = None
    handovers: Annotated[tuple[Handover, ...], Field(description="Who takes over which of those lots.")] = ()
    others: Annotated[tuple[Handover, ...], Field(description="Lots of freed bidders that another bid wins.")] = ()
    uncovered: Annotated[
        tuple[str, ...],
        Field(
            description="Lots that must be awarded, as they are required or their buyer may not fall back on itself, and for which no bid is left that fits."
        ),
    ] = ()
    people_uncovered: Annotated[
        int, Field(description="People of the buyers of uncovered lots, counted for each lot by itself.")
    ] = 0
    no_other_bid: Annotated[
        tuple[str, ...],
        Field(
            description="Those of the lots that must be awarded and for which nobody else has a bid that may be accepted."
        ),
    ] = ()
    broken: tuple[BrokenLimit, ...] = ()
    distance: Annotated[
        float,
        Field(
            description="How far limits are broken in all: the sum over the statements of the case of the share of its limit by which each would have to move, 1 for one without a limit."
        ),
    ] = 0.0
    anew: Annotated[
        Anew | None, Field(description="Null where it was not looked for, or is what the repair is already.")
    ] = None
    sentence: Annotated[str, Field(description="The answer in words.")]


class Resilience(Model):
    """An award, and the best repair of it after each failure that was asked about."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="The award that is repaired.")]
    freed: Annotated[tuple[str, ...], Field(description="Bidders whose lots a repair may move.")] = ()
    free_all: Annotated[bool, Field(description="Whether a repair may move every lot.")] = False
    failures: Annotated[
        tuple[Failure, ...],
        Field(
            description="The worst first, those of one bidder before those of two: by people uncovered, then by how far limits are broken, then by the board's objective. Empty where there is no award."
        ),
    ]
    not_examined: Annotated[
        tuple[tuple[str, ...], ...],
        Field(description="Failures that were asked about and not come to within the limits."),
    ] = ()
    worst: Annotated[
        tuple[str, ...],
        Field(description="Whose failure is the worst, of the single bidders; empty where none was examined."),
    ] = ()
    by_extra: Annotated[
        tuple[str, ...],
        Field(
            description="Single bidders whose lots are all covered again, by how much worse that is in the objective, the worst first."
        ),
    ] = ()
    by_people: Annotated[
        tuple[str, ...],
        Field(description="Single bidders whose failure leaves lots uncovered, by people uncovered, the most first."),
    ] = ()
    harmless: Annotated[
        tuple[str, ...],
        Field(description="Single bidders whose failure needs no rule broken and leaves no lot uncovered."),
    ] = ()
    irreplaceable: Annotated[
        tuple[str, ...], Field(description="Lots for which nobody but the winner has a bid that may be accepted.")
    ] = ()
    sentences: Annotated[tuple[str, ...], Field(description="What there is to know of all of them, in words.")] = ()
    seconds: Annotated[
        float, Field(description="Wall-clock time of it all; like those in certificates, it differs between like runs.")
    ]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether it is known what each failure comes to."""
        known = all(each.outcome != "unknown" for each in self.failures)
        return self.best.status != "unknown" and known and not self.not_examined

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
