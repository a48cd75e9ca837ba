"""What the rules of a case cost: the best award beside the best award without each of them."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Amount, Figure
from models.base import Model
from models.conflict import PatchOperation
from models.evaluation import Provenance
from models.quantities import SignedMoney
from models.without import BestAward, Difference, Handover, TotalsDifference

PriceVerdict = Literal["costs", "costs_nothing", "pays", "open", "no_award", "no_case"]


class ShadowPrice(Model):
    """A hint, and no price: what a unit more of a limit would be worth if bids could be split."""

    amount: Annotated[
        Figure, Field(description="£ of the board's first objective, or points, for a unit of the limit.")
    ]
    unit: Annotated[str, Field(description="Of the limit.")]


class RulePrice(Model):
    """By how much the best award would be better without one statement of the case."""

    rule: Annotated[str, Field(description="Name of the statement, such as `floor[service]` or `rule[id]`.")]
    pointer: Annotated[str, Field(description="JSON Pointer of what the case states.")]
    sentence: Annotated[str, Field(description="The statement in words, with its figures.")]
    soft: Annotated[bool, Field(description="Whether an award may break it, at a penalty or by a priority.")]
    limit: Annotated[Figure | None, Field(description="Null where there is none to be moved.")]
    unit: Annotated[str | None, Field(description="Of the limit.")]
    lift: Annotated[tuple[PatchOperation, ...], Field(description="What takes it out of the case.")]
    verdict: Annotated[
        PriceVerdict,
        Field(
            description="`costs`: the best award would be better without it. `costs_nothing`: it would be as good at every level that was compared. `pays`: it would be worse, as it can be where what others are measured by, or an order of priorities, changes with it. `open`: none of these is proven. `no_award`: without it there is none. `no_case`: what is left is no case."
        ),
    ]
    objective: Annotated[
        str | None,
        Field(
            description="Of the board's objectives the first at which the best award would differ, or may; the first where it would at none; null where nothing is known."
        ),
    ] = None
    at_least: Annotated[
        Amount | None,
        Field(
            description="Proven: without it the best award would be better by at least this in `objective`, £ or points; below 0 where it would or may be worse; null where nothing is proven."
        ),
    ] = None
    at_most: Annotated[
        Amount | None,
        Field(description="Proven: and by at most this; equal to `at_least` where the price is known."),
    ] = None
    levels: Annotated[
        tuple[Difference, ...],
        Field(
            description="The best of each objective with it, less the best without it, as far as the objectives before it are proven. Of rules with a priority, after these."
        ),
    ] = ()
    totals: Annotated[
        TotalsDifference | None,
        Field(
            description="Totals of the best award, less those of the one found without it; null where none was looked for."
        ),
    ] = None
    penalty: Annotated[
        SignedMoney | None,
        Field(
            description="What the best award's breaking it counts for; it is part of the price. Null of rules without a penalty."
        ),
    ] = None
    without: Annotated[
        BestAward | None, Field(description="The award without it; null where none was looked for, or had to be.")
    ] = None
    handovers: Annotated[
        tuple[Handover, ...], Field(description="The lots that another bid wins in the award found without it.")
    ] = ()
    hint: Annotated[
        ShadowPrice | None,
        Field(description="No price: what the linear relaxation makes of its limit. Null where that tells nothing."),
    ] = None
    told: Annotated[str, Field(description="The price in words.")]


class PairPrice(Model):
    """By how much the best award would be better without two statements together."""

    rules: Annotated[tuple[str, str], Field(description="Their names.")]
    objective: Annotated[
        str | None,
        Field(
            description="Of the board's objectives the first at which they cost something, alone or together, or may; the first where they do at none."
        ),
    ] = None
    at_least: Annotated[Amount | None, Field(description="As of a rule, without both.")] = None
    at_most: Annotated[Amount | None, Field(description="As of a rule, without both.")] = None
    beyond_at_least: Annotated[
        Amount | None,
        Field(description="Proven: the two together cost at least so much more than the sum of what each costs alone."),
    ] = None
    beyond_at_most: Annotated[Amount | None, Field(description="Proven: and at most so much more.")] = None
    told: Annotated[str, Field(description="What they cost together, in words.")]


class Unbinding(Model):
    """A statement that no award could break, whatever else it did: it costs nothing."""

    rule: str
    pointer: str
    sentence: str


class Prices(Model):
    """What the rules of a case cost, the dearest first."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="With every rule.")]
    rules: Annotated[
        tuple[RulePrice, ...],
        Field(description="Those that bind somebody, the dearest first. Empty where there is no award."),
    ]
    unbinding: Annotated[
        tuple[Unbinding, ...],
        Field(description="Those that no award could break, were they not there: by arithmetic, before any search."),
    ]
    pairs: Annotated[
        tuple[PairPrice, ...],
        Field(
            description="Pairs that cost more, or less, than the sum of the two, or may; what costs most beyond it first."
        ),
    ]
    paired: Annotated[
        tuple[str, ...],
        Field(description="The rules whose pairs were asked for: each with each. Empty where none were."),
    ]
    unpaired: Annotated[
        int,
        Field(description="How many of the rules that bind somebody were left out of the pairs: there were too many."),
    ] = 0
    pairs_open: Annotated[int, Field(description="How many of the pairs asked for were not come to.")] = 0
    seconds: Annotated[
        float, Field(description="Wall-clock time of it all; like those in certificates, it differs between like runs.")
    ]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether what every rule costs is known, be it between two figures, and every pair asked for was come to."""
        known = all(
            (each.at_least is not None and each.at_most is not None) or each.verdict in ("no_award", "no_case")
            for each in self.rules
        )
        return self.best.status != "unknown" and known and not self.pairs_open

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
