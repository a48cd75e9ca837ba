"""How prices, and qualities, become the scores of the ratio objective: a formula a file.

Every formula is a pure function of the exact figures of the bids that qualify for a lot; what it gives is exact, and
rounded once, to 0.001 point, where it becomes a score.
"""

from selector.appraise.price_scores.scores import Scored, benchmark, point_value, scored, scores

__all__ = ["Scored", "benchmark", "point_value", "scored", "scores"]
