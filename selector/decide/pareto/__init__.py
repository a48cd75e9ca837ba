"""Which awards are best for some weighing of cost, quality, liability and disruption: the Pareto front."""

from selector.decide.pareto.question import pareto

__all__ = ["pareto"]
