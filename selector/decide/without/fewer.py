"""Whether the best award stays the best where a bid that it does not accept had never been made."""

from models import Case, Certificate, Evaluation, Lexicographic, Ratio
from selector.verify import verify

_OF_ALL_BIDS = {"disqualified", "abnormally_low", "by_hand"}
"""What an evaluation tells of all bids, accepted or not, and of what was decided about them by hand."""


def still_best(case: Case, best: Evaluation) -> Evaluation | None:
    """The best award as one of a case with fewer bids, and so with fewer awards; None where others may now be better.

    Its levels are then those of that case. Ties are not: they are settled within windows that open at the greatest Q of
    all that are as good, which fewer may not reach.
    """
    if not is_best_at_each_level(case, best.certificate) or not _stands(case, best):
        return None
    if best.certificate.ties != "found":
        return best
    return best.model_copy(update={"certificate": best.certificate.model_copy(update={"ties": "not_examined"})})


def is_best_at_each_level(case: Case, certificate: Certificate) -> bool:
    """Whether later levels are sought within a tolerance of what the award itself has, at every level.

    Where another award is better at a level and that one is gone, worse ones come within the tolerance.
    """
    if any(level.value != level.best for level in certificate.levels):
        return False
    # Qualities and scores are told to a millionth: two that are told alike may differ by less.
    if isinstance(case.objective, Ratio):
        return not case.objective.tolerance
    if not isinstance(case.objective, Lexicographic):
        return True
    # Penalties may come last, though no level of the case names them.
    earlier = {level.objective for level in certificate.levels[:-1]}
    return not any(
        level.objective == "quality" and level.objective in earlier and level.slack for level in case.objective.levels
    )


def _stands(case: Case, best: Evaluation) -> bool:
    provenance = best.provenance.model_copy(update={"case_sha256": case.sha256})
    told = {name: getattr(best, name) for name in best.model_fields_set - _OF_ALL_BIDS}
    return verify(case, Evaluation(**told | {"provenance": provenance})).valid
