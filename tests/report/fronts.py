"""Answers of ``pareto`` and ``stability`` about the example, as they are written."""

from selector.report.front import Front
from selector.report.stability import Stability
from tests.report.papers import awarded, two_boards


def front() -> Front:
    """Three awards, of which the second is the best."""
    award = awarded()
    assert award.totals is not None
    points = []
    for at, shift in enumerate((-41000, 0, 25000)):
        totals = award.totals.model_copy(
            update={"cost": award.totals.cost + shift, "quality": award.totals.quality + at - 1}
        )
        values = [f"{totals.cost:.0f}", f"{totals.quality:.3f}", f"{totals.liability:.0f}"]
        points.append({"values": values, "totals": totals.model_dump(mode="json"), "bids": [], "best": at == 1})
    names = (("cost", "£", False), ("quality", "points", True), ("liability", "£", False))
    return Front.model_validate(
        {
            "name": two_boards().name,
            "best": {"status": "optimal", "certificate": None, "totals": award.totals.model_dump(mode="json")},
            "objectives": [{"name": name, "unit": unit, "more_is_better": more} for name, unit, more in names],
            "points": points,
            "complete": True,
            "provenance": award.provenance.model_dump(mode="json"),
        }
    )


def stability() -> Stability:
    """Two ranges, and draws."""
    award = awarded()
    assert award.totals is not None
    return Stability.model_validate(
        {
            "name": two_boards().name,
            "best": {"status": "optimal", "certificate": None, "totals": award.totals.model_dump(mode="json")},
            "smallest": {"sentence": "A change of 1.6 % makes another award the best."},
            "ranges": [
                {"weight": "quality_value", "sentence": "A point of quality may be worth from £7,750 to £12,112.50."}
            ],
            "acceptability": {"examined": 100, "same": {"count": 62, "share": 0.62, "low": 0.522, "high": 0.709}},
            "provenance": award.provenance.model_dump(mode="json"),
        }
    )
