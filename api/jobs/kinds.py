"""The kinds of run. Another kind is another entry: what may be asked, the function that answers, and what that gives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from api.jobs import answers, asked
from api.jobs.question import Question
from models import (
    Analyses,
    Audit,
    BreakEven,
    Choice,
    Comparison,
    Conflict,
    Evaluation,
    Explanation,
    Front,
    Letters,
    NearTies,
    Prices,
    Prospectus,
    Resilience,
    Robust,
    Stability,
    SupplyMarket,
    Without,
)
from models.base import Model


@dataclass(frozen=True)
class Kind:
    """A kind of run, which may be asked for at once too."""

    asked: type[Model]
    """What may be asked."""
    answer: Callable[[Question[Any]], Any]
    """The answer: its ``to_json`` is that of the command line."""
    result: type[Model]
    """What the answer is as JSON."""
    summary: str
    """What it does, in a few words."""
    told: str
    """What the answer tells, in a sentence."""
    status: Callable[[Any], str | None] = lambda answer: answer.best.status
    """Status of the best award in an answer; None where nothing is solved."""
    scenarios: Callable[[Any], tuple[str, ...]] = lambda _: ()
    """The scenarios that are asked for by name."""
    nullable: bool = False
    """Whether the answer may be null."""

    @property
    def is_of_award(self) -> bool:
        """Whether it may be asked about an award that is known."""
        return "award" in self.asked.model_fields


def _of_baseline(answer: Comparison) -> str:
    return next(each.status for each in answer.scenarios if each.scenario == answer.baseline)


def _scenario(what: asked.EvaluateAsked | asked.ConflictAsked) -> tuple[str, ...]:
    return (what.scenario,)


KINDS: dict[str, Kind] = {
    "evaluate": Kind(
        asked.EvaluateAsked,
        answers.evaluation_of,
        Evaluation,
        "Evaluate a case",
        "The best award, proven and verified; that there is none, or that none was found in time, is told by its status.",
        status=lambda answer: answer.status,
        scenarios=_scenario,
    ),
    "conflict": Kind(
        asked.ConflictAsked,
        answers.why,
        Conflict,
        "Tell why there is no award",
        "Rules that cannot hold together, and what would mend it; null where the case has an award.",
        status=lambda answer: answer.evaluation.status,
        scenarios=_scenario,
        nullable=True,
    ),
    "compare": Kind(
        asked.CompareAsked,
        answers.comparison,
        Comparison,
        "Compare scenarios",
        "The best award under each scenario, and how they differ.",
        status=_of_baseline,
        scenarios=lambda what: (*what.scenarios, what.baseline),
    ),
    "without": Kind(
        asked.WithoutAsked,
        answers.worth,
        Without,
        "Tell what bids are worth",
        "The best award, and the best award without each bid.",
    ),
    "break_even": Kind(
        asked.OfAward,
        answers.redundancy,
        BreakEven,
        "Tell what makes up for redundancy",
        "What each bidder outside the NHS family must be cheaper by, and is.",
    ),
    "choice": Kind(
        asked.ChoiceAsked,
        answers.freedom,
        Choice,
        "Tell how free buyers are to choose",
        "What each buyer has of the best award, and what it would have alone.",
    ),
    "ties": Kind(
        asked.TiesAsked,
        answers.near,
        NearTies,
        "List awards as good as the best, or nearly so",
        "The awards that come next to the best one, and whether there are others.",
    ),
    "explain": Kind(
        asked.ExplainAsked,
        answers.explanation,
        Explanation,
        "Tell why bids have lost",
        "The price and the quality at which each losing bid would have won, or what bars it.",
    ),
    "letters": Kind(
        asked.LettersAsked,
        answers.drafts,
        Letters,
        "Draft letters to who has lost",
        "A letter to each bidder that has bid for what another has won.",
    ),
    "prices": Kind(
        asked.PricesAsked,
        answers.rules,
        Prices,
        "Tell what rules cost",
        "By how much the best award would be better without each rule, floor, cap and threshold.",
    ),
    "resilience": Kind(
        asked.ResilienceAsked,
        answers.failures,
        Resilience,
        "Tell what the failure of a winner costs",
        "The best repair of the award after the failure of each winner.",
    ),
    "audit": Kind(
        asked.AuditAsked,
        answers.formulas,
        Audit,
        "Tell what hangs on the price formula",
        "The award under each price formula, and whether a bid that wins nothing decides it.",
    ),
    "pareto": Kind(
        asked.ParetoAsked,
        answers.nondominated,
        Front,
        "List the awards to which no other is preferable",
        "The Pareto front of the objectives: all of it, or what was found with the gap that is proven.",
    ),
    "stability": Kind(
        asked.StabilityAsked,
        answers.steadiness,
        Stability,
        "Tell how stable the award is",
        "How far weights may move before another award is the best, and how often each is at figures drawn at random.",
    ),
    "robust": Kind(
        asked.RobustAsked,
        answers.insured,
        Robust,
        "Find an award that bears dearer bidders",
        "The award that counts for least when some bidders turn out dearer, and what that costs.",
    ),
    "market": Kind(
        asked.MarketAsked,
        answers.supply,
        SupplyMarket,
        "Tell who can win what",
        "How concentrated the market is, whom the board depends on, and what is contested.",
        status=lambda _: None,
    ),
    "prospectus": Kind(
        asked.ProspectusAsked,
        answers.tender,
        Prospectus,
        "Tell suppliers what is to be bought",
        "The size and shape of each deal, without any bid.",
        status=lambda _: None,
    ),
    "analyse": Kind(
        asked.AnalyseAsked,
        answers.all_of_it,
        Analyses,
        "Answer every question about an award",
        "The award, market, explain, prices, ties, resilience, audit, pareto and stability of it, and letters.",
        status=lambda answer: answer.award.status,
    ),
}
"""By name."""


def command(name: str) -> str:
    """A kind as the command line and paths have it."""
    return name.replace("_", "-")
