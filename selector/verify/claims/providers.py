"""Who provides what."""

from collections.abc import Iterator

from models import Evaluation
from models.faults import shown
from selector.verify.claims.wrong import not_once, wrong
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number


def providers(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each provider once, with its lots and volume, and no other."""
    award = recomputed.award
    yield from not_once(
        "providers",
        award.by_provider,
        ((row.bidder, row.service) for row in evaluation.providers),
        lambda pair: f"{shown(pair[0])} provides {shown(pair[1])}",
    )
    for row in evaluation.providers:
        won = award.by_provider.get((row.bidder, row.service))
        of = f"{shown(row.bidder)} as provider of {shown(row.service)}"
        if won is None:
            yield Finding("providers", f"{of} is listed, and wins no lot of it.")
            continue
        if row.lots != len(won):
            yield wrong("providers", f"The number of lots of {of}", str(row.lots), str(len(won)))
        volume = award.volume(row.bidder, row.service)
        if not same_figure(row.volume, volume):
            yield wrong("providers", f"The volume of {of}", number(row.volume), number(volume))
