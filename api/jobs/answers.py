"""The function that answers each kind of question; all of them are the engine's."""

import time
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import selector
from api.jobs.asked import (
    AnalyseAsked,
    AuditAsked,
    ChoiceAsked,
    CompareAsked,
    ConflictAsked,
    EvaluateAsked,
    ExplainAsked,
    LettersAsked,
    MarketAsked,
    OfAward,
    ParetoAsked,
    PricesAsked,
    ProspectusAsked,
    ResilienceAsked,
    RobustAsked,
    StabilityAsked,
    TiesAsked,
    WithoutAsked,
)
from api.jobs.question import Question
from models import (
    Analyses,
    Audit,
    BestAward,
    BreakEven,
    Choice,
    Comparison,
    Evaluation,
    Explanation,
    Front,
    Letters,
    NearTies,
    Options,
    Prices,
    Prospectus,
    Resilience,
    Robust,
    Stability,
    SupplyMarket,
    Without,
)
from selector.decide.award_first import for_the_award
from selector.scenarios import stamped

_LEAST_SECONDS = 0.01


@dataclass(frozen=True)
class Why:
    """Why a case has no award, if it has none."""

    evaluation: Evaluation

    def to_json(self) -> str:
        """The conflict as JSON, null where there is none: what the command line prints."""
        found = self.evaluation.conflict
        return "null\n" if found is None else found.model_dump_json(indent=2) + "\n"


def evaluation_of(asked: Question[EvaluateAsked]) -> Evaluation:
    """The best award of the case, or of the case under a scenario."""
    scenario = asked.asked.scenario
    found = selector.evaluate(
        asked.under(scenario), asked.options, on_progress=asked.tell, stop=asked.stop, isolated=asked.isolated
    )
    return stamped(found, scenario)


def why(asked: Question[ConflictAsked]) -> Why:
    """Why there is no award; any award answers that, so the search ends with the first."""
    has_award = False

    def tell(sign: "selector.Sign") -> None:
        nonlocal has_award
        has_award = has_award or sign.incumbent is not None
        asked.tell(sign)

    found = selector.evaluate(
        asked.under(asked.asked.scenario),
        asked.options,
        on_progress=tell,
        stop=lambda: has_award or asked.stop(),
        isolated=asked.isolated,
        clashes=asked.asked.clashes,
        repairs=asked.asked.repairs,
    )
    return Why(found)


def comparison(asked: Question[CompareAsked]) -> Comparison:
    """The awards under several scenarios."""
    return selector.compare(
        asked.with_kept,
        asked.asked.scenarios,
        asked.options,
        baseline=asked.asked.baseline,
        workers=1,
        on_progress=asked.tell,
        stop=asked.stop,
        isolated=asked.isolated,
    )


def worth(asked: Question[WithoutAsked]) -> Without:
    """What bids are worth."""
    return selector.without(asked.case, asked.asked.bids, asked.options, **asked.search)


def redundancy(asked: Question[OfAward]) -> BreakEven:
    """What makes up for redundancy."""
    return selector.break_even(asked.case, asked.options, **asked.search)


def freedom(asked: Question[ChoiceAsked]) -> Choice:
    """How free buyers are to choose."""
    what = asked.asked
    return selector.choice(asked.case, asked.options, coalitions=what.coalitions, shares=what.shares, **asked.searches)


def near(asked: Question[TiesAsked]) -> NearTies:
    """The awards that come next to the best one."""
    what = asked.asked
    return selector.ties(asked.case, asked.options, within=Decimal(repr(what.within)), most=what.most, **asked.search)


def explanation(asked: Question[ExplainAsked]) -> Explanation:
    """Why each bid has lost or won."""
    return selector.explain(asked.case, asked.options, bidders=asked.asked.bidders, **asked.searches)


def drafts(asked: Question[LettersAsked]) -> Letters:
    """Letters to who has lost; an explanation tells which rules barred their bids."""
    what = asked.asked
    award, options = _award(asked)
    why_lost = selector.explain(asked.case, options, bidders=what.bidders, **asked.searches | {"award": award})
    written = selector.letters(
        asked.case, award, bidders=what.bidders, standstill_ends=what.standstill_ends, explanation=why_lost
    )
    return Letters(name=asked.case.name, best=BestAward.of(award), letters=written)


def rules(asked: Question[PricesAsked]) -> Prices:
    """What rules cost."""
    what = asked.asked
    return selector.prices(asked.case, asked.options, rules=what.rules, pairs=what.pairs, **asked.searches)


def failures(asked: Question[ResilienceAsked]) -> Resilience:
    """What the failure of a winner costs."""
    what = asked.asked
    return selector.resilience(
        asked.case,
        asked.options,
        bidders=what.bidders,
        pairs=what.pairs,
        freed=what.free,
        free_all=what.free_all,
        **asked.searches,
    )


def formulas(asked: Question[AuditAsked]) -> Audit:
    """What the award owes to the price formula, and to bids that win nothing."""
    return selector.audit(asked.case, asked.options, formulas=asked.asked.formulas, **asked.searches)


def nondominated(asked: Question[ParetoAsked]) -> Front:
    """The awards to which no other is preferable."""
    what = asked.asked
    return selector.pareto(
        asked.case, asked.options, objectives=what.objectives, epsilon=what.epsilon, **asked.searches
    )


def steadiness(asked: Question[StabilityAsked]) -> Stability:
    """How stable the award is."""
    what = asked.asked
    return selector.stability(
        asked.case,
        asked.options,
        samples=what.samples,
        seed=what.seed,
        prices=_exact(what.prices),
        volumes=_exact(what.volumes),
        transfer=_exact(what.transfer),
        weights=what.weights,
        **asked.searches,
    )


def insured(asked: Question[RobustAsked]) -> Robust:
    """The awards that bear bidders turning out dearer."""
    what = asked.asked
    return selector.robust(
        asked.case,
        asked.options,
        prices=Decimal(repr(what.prices)),
        transfer=Decimal(repr(what.transfer)),
        budgets=None if what.curve else what.budgets,
        **asked.searches,
    )


def supply(asked: Question[MarketAsked]) -> SupplyMarket:
    """Who can win what."""
    return selector.market(asked.case, award=asked.award)


def tender(asked: Question[ProspectusAsked]) -> Prospectus:
    """What suppliers may see before they bid."""
    return selector.prospectus(asked.case)


def all_of_it(asked: Question[AnalyseAsked]) -> Analyses:
    """Every question about an award, as the command line asks them all."""
    # In the process that solves: these print tables too, which the server need not load.
    from selector.cli.analyses import Asking, answers

    award, options = _award(asked)
    found = dict(answers(Asking(asked.case, award, options, 1, asked.tell, asked.stop, asked.isolated)))
    ends = asked.asked.standstill_ends
    drafted = selector.letters(asked.case, award, standstill_ends=ends, explanation=found["explain"])
    return Analyses(award=award, letters=drafted, **found)


def _award(asked: Question[Any]) -> tuple[Evaluation, Options]:
    """The award that is asked about, found where it is not known, and what that leaves of the limits."""
    if asked.award is not None:
        return asked.award, asked.options
    began, limit = time.monotonic(), asked.options.time_limit
    found = selector.evaluate(
        asked.case, for_the_award(asked.options), on_progress=asked.tell, stop=asked.stop, isolated=asked.isolated
    )
    left = None if limit is None else max(limit - (time.monotonic() - began), _LEAST_SECONDS)
    return found, asked.options.model_copy(update={"time_limit": left})


def _exact(share: float | None) -> Decimal | None:
    return None if share is None else Decimal(repr(share))
