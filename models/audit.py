"""Price formulas and rank reversals: what the award owes to the formula, and to bids that win nothing."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Amount
from models.base import Model
from models.evaluation import Provenance
from models.objective import PriceFormula, Ratio
from models.without import BestAward, Handover, TotalsDifference

Verdict = Literal["stays", "tie", "reversal", "rounding", "tolerance", "rules", "no_award", "open"]


class Winner(Model):
    """A bidder that wins something, and how much."""

    bidder: str
    lots: Annotated[int, Field(description="How many it wins.")]


class FormulaAward(Model):
    """The best award under one price formula."""

    formula: Annotated[PriceFormula | None, Field(description="Null for the objective that the case states.")]
    stated: Annotated[bool, Field(description="Whether it is the objective of the case itself.")]
    objective: Annotated[Ratio | None, Field(description="The objective as it was searched; null where there is none.")]
    left_out: Annotated[str | None, Field(description="Why there is no award under it; null where it was looked at.")]
    best: BestAward
    stated_award: Annotated[
        Amount | None,
        Field(description="Points that the award of the case has under it; null for an objective without scores."),
    ]
    winners: Annotated[tuple[Winner, ...], Field(description="Those that win most lots first.")]
    difference: Annotated[
        TotalsDifference | None, Field(description="Its totals, less those of the award of the case.")
    ]
    handovers: Annotated[tuple[Handover, ...], Field(description="Lots that another bid wins than in the award.")]
    sentence: Annotated[str, Field(description="The answer in words.")]


class WonUnder(Model):
    """Who wins a lot under one formula."""

    formula: Annotated[PriceFormula | None, Field(description="Null for the objective that the case states.")]
    bid: str
    bidder: str


class ContestedLot(Model):
    """A lot whose winner hangs on the formula."""

    lot: str
    buyer: str
    service: str
    winners: Annotated[tuple[WonUnder, ...], Field(description="Under each formula that an award was found under.")]


class LotReversal(Model):
    """Two bids for a lot that change their order once a third is withdrawn."""

    lot: str
    ahead: Annotated[str, Field(description="The bid that is ahead of the other with all bids.")]
    behind: Annotated[str, Field(description="The bid that is ahead once the third is withdrawn.")]
    withdrawn: Annotated[str, Field(description="The third bid.")]
    first_place: Annotated[bool, Field(description="Whether they are first, before and after.")]
    ahead_with: Annotated[Amount, Field(description="Points of the one with all bids.")]
    behind_with: Annotated[Amount, Field(description="Points of the other with all bids.")]
    ahead_without: Annotated[Amount, Field(description="Points of the one without the third.")]
    behind_without: Annotated[Amount, Field(description="Points of the other without the third.")]


class LotRankings(Model):
    """The order of all qualifying bids on each lot under one formula, and what withdrawing any one of them does to it."""

    formula: PriceFormula
    stated: Annotated[bool, Field(description="Whether it is the formula of the case itself.")]
    lots: Annotated[int, Field(description="Lots that were looked at.")]
    complete: Annotated[bool, Field(description="Whether these are all, each with every bid withdrawn in its turn.")]
    pairs: Annotated[int, Field(description="Pairs of bids for one lot, one ahead of the other.")]
    reversible: Annotated[int, Field(description="Pairs whose order changes once some third bid is withdrawn.")]
    lots_reversible: Annotated[int, Field(description="Lots with such a pair.")]
    lots_first: Annotated[int, Field(description="Lots whose first place changes so.")]
    examples: Annotated[
        tuple[LotReversal, ...], Field(description="The most telling, first places first, then by how far they move.")
    ]


class Withdrawal(Model):
    """The award under one formula once a bidder that wins nothing, or a single bid that is not accepted, is withdrawn."""

    formula: Annotated[PriceFormula | None, Field(description="Null for the objective that the case states.")]
    bidder: str
    bid: Annotated[str | None, Field(description="The one bid that is withdrawn; null where all of the bidder's are.")]
    verdict: Annotated[
        Verdict,
        Field(
            description="`stays`: still the best award, or proven to be as near to it as before. `tie`: still among the best, another that is as good comes out. `reversal`: scores moved, and it is no longer the best. `rounding`: scores moved alike, but for their rounding. `tolerance`: what later objectives may give up is measured from an award that is gone. `rules`: a rule, or what bars bids, counts differently. `no_award`: none keeps the rules without it. `open`: not settled."
        ),
    ]
    proven: Annotated[bool, Field(description="Whether the verdict is a fact, and not only as far as was found.")]
    searched: Annotated[bool, Field(description="Whether an award was searched; false where none had to be, or could.")]
    overtaken: Annotated[
        tuple[str, ...],
        Field(
            description="Lots whose winner is ahead of some bid with all bids, and behind it without these: by the scores of the lot alone."
        ),
    ]
    without: BestAward
    handovers: Annotated[tuple[Handover, ...], Field(description="Lots that another bid wins then.")]
    sentence: Annotated[str, Field(description="The answer in words.")]


class Audit(Model):
    """The award under each price formula, and under which of them bids that win nothing change it."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="Of the case as it stands.")]
    basis: Annotated[str, Field(description="Weights and price that the formulas were tried with, in words.")]
    formulas: tuple[FormulaAward, ...]
    robust: Annotated[
        int, Field(description="Lots that one bidder wins under every formula that an award was found under.")
    ]
    contested: Annotated[tuple[ContestedLot, ...], Field(description="All other lots.")]
    rankings: tuple[LotRankings, ...]
    withdrawals: Annotated[tuple[Withdrawal, ...], Field(description="By formula, in the order of bidders and bids.")]
    sentences: Annotated[tuple[str, ...], Field(description="What a board needs to know, in words.")]
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether each award is proven as closely as was asked for, all lots were looked at, and no withdrawal is open."""
        return (
            self.best.status != "unknown"
            and all(
                each.left_out is not None or each.best.status in ("optimal", "infeasible") for each in self.formulas
            )
            and all(each.complete for each in self.rankings)
            and all(each.verdict != "open" for each in self.withdrawals)
        )

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
