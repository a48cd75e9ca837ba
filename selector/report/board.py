"""The board paper: which sections it has, and in which order they are read."""

from models import Case, Evaluation
from selector.report.answers import Answers
from selector.report.clean import clean
from selector.report.decided import Decided
from selector.report.facts import Facts
from selector.report.paper import Paper, Section
from selector.report.sections import published
from selector.report.sections.award import award as who_wins
from selector.report.sections.baselines import baselines
from selector.report.sections.buyers import buyers
from selector.report.sections.certificate import certificate
from selector.report.sections.choice import choice
from selector.report.sections.decision import decision
from selector.report.sections.figures import figures
from selector.report.sections.losers import losers
from selector.report.sections.near import near
from selector.report.sections.no_award import no_award
from selector.report.sections.pareto import pareto
from selector.report.sections.places import places
from selector.report.sections.record import record
from selector.report.sections.resilience import resilience
from selector.report.sections.robust import robust
from selector.report.sections.rules import rules
from selector.report.sections.sentences import formula, market
from selector.report.sections.since import since
from selector.report.sections.stability import stability
from selector.report.sections.words import words
from selector.report.text import Quote

CONFIDENTIAL = "Confidential: holds bidders' prices. Not for publication."

_ORDER = (
    decision, figures, who_wins, places, baselines, pareto, certificate, near, stability, robust, rules, resilience, market, formula, choice, since,
    record, buyers, losers, words,
)  # fmt: skip


def board_paper(
    case: Case,
    award: Evaluation,
    answers: Answers | None = None,
    *,
    earlier: Evaluation | None = None,
    decided: tuple[Decided, ...] = (),
) -> Paper:
    """The paper of an award for the board that decides, prices and all.

    Parameters
    ----------
    case
        The case under the scenario that the award names.
    award
        The award; where there is none, the paper says why.
    answers
        What was asked about the award besides; each has its section.
    earlier
        An award to tell the differences from.
    decided
        Decisions on the award that are on record, for the minutes.

    Returns
    -------
    Paper
        as data, which the writers of all three forms take.
    """
    facts = Facts(case, award, answers or Answers(), earlier, decided)
    found = (section(facts) for section in _ORDER) if award.awards else (*no_award(facts), record(facts))
    sections: tuple[Section, ...] = tuple(section for section in found if section is not None)
    return Paper(
        name="Board paper",
        title=(Quote(clean(case.name)),),
        subtitle=("Award of contracts",) if award.awards else ("No award",),
        marking=CONFIDENTIAL,
        sections=sections,
        year=case.date.year,
    )


def public_paper(case: Case, award: Evaluation) -> Paper:
    """The paper of an award for everybody: who wins what, without a price or a figure from which one could be worked out.

    Raises
    ------
    ValueError
        if there is no award to publish.
    """
    if not award.awards:
        raise ValueError("there is no award to publish")
    facts = Facts(case, award)
    found = (
        published.decision(facts),
        who_wins(facts, prices=False),
        places(facts),
        published.competition(facts),
        published.rules(facts),
        published.record(facts),
        words(facts),
    )
    return Paper(
        name="Notice of the award",
        title=(Quote(clean(case.name)),),
        subtitle=("Award of contracts",),
        marking="For publication: holds no prices.",
        sections=tuple(section for section in found if section is not None),
        year=case.date.year,
    )
