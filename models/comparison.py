"""Awards of one case under several scenarios, side by side."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Amount, Figure, RuleState, Totals
from models.base import Model
from models.evaluation import Certificate, Provenance
from models.without import Difference, Handover

ComparedStatus = Literal["optimal", "feasible", "infeasible", "unknown", "faulty"]


class Market(Model):
    """What choice there is, and how the spend spreads over those who win it."""

    least_bidders: Annotated[
        int, Field(description="Bidders for the lot that fewest bid for; barred bids do not count.")
    ]
    mean_bidders: Annotated[Figure, Field(description="Bidders for a lot, on average; to 0.001.")]
    contested: Annotated[int, Field(description="Lots for which two bidders or more bid.")]
    lots: Annotated[int, Field(description="Lots there are.")]
    areas_contested: Annotated[
        int,
        Field(description="Areas for each of whose lots two bidders or more bid; a buyer without an area is one."),
    ]
    areas: Annotated[int, Field(description="Areas there are.")]
    winners: Annotated[
        int | None, Field(description="Bidders that win anything, a buyer that falls back on itself among them.")
    ] = None
    largest: Annotated[str | None, Field(description="Who wins the largest part of the yearly spend.")] = None
    largest_share: Annotated[Figure | None, Field(description="That part: a fraction, to a millionth.")] = None
    concentration: Annotated[
        Figure | None,
        Field(description="Herfindahl index of the yearly spend: the sum of squared shares x 10,000; to 0.001."),
    ] = None


class TotalDifference(Model):
    """A total of the award found, less that of the award of the baseline."""

    total: Annotated[str, Field(description="As in `totals`.")]
    difference: Amount
    proven: Annotated[
        bool,
        Field(
            description="Whether it is more than what the two proofs leave open; where it is not, it may lie in how long was looked rather than in the scenario."
        ),
    ]


class ScenarioFault(Model):
    """Why a scenario does not fit its case."""

    pointer: Annotated[str, Field(description="Place in the case, a JSON pointer.")]
    message: str


class Compared(Model):
    """The best award under one scenario."""

    scenario: Annotated[str, Field(description="Its id; `as-stated` is the case itself.")]
    name: str
    because: Annotated[str, Field(description="What question it answers.")] = ""
    status: Annotated[
        ComparedStatus, Field(description="As of an evaluation; `faulty` where the scenario does not fit the case.")
    ]
    sentence: Annotated[str, Field(description="The outcome in words.")]
    faults: tuple[ScenarioFault, ...] = ()
    certificate: Certificate | None = None
    totals: Annotated[Totals | None, Field(description="Null where there is no award.")] = None
    providers: Annotated[int | None, Field(description="Pairs of a bidder and a service that it provides.")] = None
    moves: Annotated[int | None, Field(description="Lots that change supplier.")] = None
    short: Annotated[
        int | None,
        Field(description="Of a built-in scenario: lots by which the award falls short of what it asks for."),
    ] = None
    broken: Annotated[tuple[RuleState, ...], Field(description="Soft rules that the award breaks.")] = ()
    market: Annotated[Market | None, Field(description="Null where the scenario is faulty.")] = None
    objective: Annotated[
        Difference | None,
        Field(
            description="By how much the best possible award differs from that of the baseline in the board's objective, where both have the same one: an interval."
        ),
    ] = None
    differences: Annotated[
        tuple[TotalDifference, ...],
        Field(description="From the baseline, a total each; empty where one of the two has no award."),
    ] = ()
    handovers: Annotated[
        tuple[Handover, ...],
        Field(description="Lots that another bidder wins than in the baseline; who merges stays the same."),
    ] = ()
    case_sha256: Annotated[
        str | None, Field(description="SHA-256 of the case under the scenario; null where it is faulty.")
    ] = None


class Comparison(Model):
    """The best awards of a case under several scenarios."""

    name: Annotated[str, Field(description="Name of the case.")]
    baseline: Annotated[str, Field(description="The scenario that the others are held against.")]
    scenarios: Annotated[tuple[Compared, ...], Field(description="The case as stated first, then as asked.")]
    seconds: Annotated[float, Field(description="Wall-clock time of it all; it differs between like runs.")]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether it is known of every scenario what its award is, that it has none, or that it does not fit."""
        return all(each.status != "unknown" for each in self.scenarios)

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
