"""Whether the best award stays the best where a bid that it does not accept had never been made."""

from models import Case, Certificate, Evaluation, Lexicographic
from selector.verify import verify


def still_best(case: Case, best: Evaluation) -> Evaluation | None:
    """The best award as one of a case with fewer bids, and so with fewer awards; None where others may now be better.

    Its levels are then those of that case. Ties are not: they are settled within windows that open at the greatest Q of
    all that are as good, which fewer may not reach.
    """
    if not _is_best_at_each_level(case, best.certificate) or not _stands(case, best):
        return None
    if best.certificate.ties != "found":
        return best
    return best.model_copy(update={"certificate": best.certificate.model_copy(update={"ties": "not_examined"})})


def _is_best_at_each_level(case: Case, certificate: Certificate) -> bool:
    """Whether later levels are sought within a tolerance of what the award itself has, at every level.

    Where another award is better at a level and that one is gone, worse ones come within the tolerance.
    """
    if any(level.value != level.best for level in certificate.levels):
        return False
    earlier = case.objective.levels[:-1] if isinstance(case.objective, Lexicographic) else ()
    # Qualities are told to a millionth: two that are told alike may differ by less.
    return not any(level.objective == "quality" and level.slack for level in earlier)


def _stands(case: Case, best: Evaluation) -> bool:
    provenance = best.provenance.model_copy(update={"case_sha256": case.sha256})
    return verify(case, best.model_copy(update={"provenance": provenance})).valid
