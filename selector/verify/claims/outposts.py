"""The local staff that providers are said to keep."""

from collections.abc import Iterator

from models import Evaluation
from models.faults import shown
from selector.verify.claims.wrong import not_once, wrong
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number, pounds


def outposts(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each outpost once, with its staff and cost, and no other."""
    expected = {(row.bidder, row.service, row.area): row for row in recomputed.award.outposts}
    yield from not_once(
        "outposts",
        expected,
        ((row.bidder, row.service, row.area) for row in evaluation.outposts),
        lambda key: f"The outpost of {shown(key[0])} for {shown(key[1])} in {shown(key[2])} has to be kept",
    )
    for position, stated in enumerate(evaluation.outposts):
        here, right = f"outposts[{position}]", expected.get((stated.bidder, stated.service, stated.area))
        of = f"outpost of {shown(stated.bidder)} for {shown(stated.service)} in {shown(stated.area)}"
        if right is None:
            yield Finding("outposts", f"The {of} is listed, and none has to be kept there.")
            continue
        if not same_figure(stated.wte, right.wte):
            yield wrong(f"{here}.wte", f"The WTE of the {of}", number(stated.wte), number(right.wte))
        if stated.cost != right.cost:
            yield wrong(f"{here}.cost", f"The cost of the {of}", pounds(stated.cost), pounds(right.cost))
