"""Answers that tell themselves in sentences: the market, and the price formula."""

from selector.report.blocks import Bullets, Paragraph
from selector.report.clean import clean
from selector.report.facts import Facts
from selector.report.paper import Section
from selector.report.text import Quote


def market(facts: Facts) -> Section | None:
    """Whom the board depends on; None where nobody asked."""
    answer = facts.answers.market
    if answer is None or not answer.sentences:
        return None
    return Section("market", ("The market, and whom the board depends on",), (_bullets(answer.sentences),))


def formula(facts: Facts) -> Section | None:
    """Whether the award hangs on the price formula; None where nobody asked."""
    answer = facts.answers.audit
    if answer is None or not answer.sentences:
        return None
    return Section(
        "formula",
        ("Does it hang on the price formula?",),
        (Paragraph((Quote(clean(answer.basis)),)), _bullets(answer.sentences)),
    )


def _bullets(sentences: tuple[str, ...]) -> Bullets:
    return Bullets(tuple((Quote(clean(each)),) for each in sentences))
