"""How stable the award is: when weights move, and when figures come out otherwise."""

from selector.report.blocks import Block
from selector.report.facts import Facts
from selector.report.paper import Section
from selector.report.sections.samples import samples
from selector.report.sections.weights import weights


def stability(facts: Facts) -> Section | None:
    """How far weights and figures may move before another award is best; None where nobody asked."""
    answer = facts.answers.stability
    if answer is None:
        return None
    blocks: list[Block] = [*weights(answer)]
    if answer.acceptability is not None:
        blocks += samples(facts, answer.acceptability)
    return Section("stability", ("How stable it is",), tuple(blocks)) if blocks else None
