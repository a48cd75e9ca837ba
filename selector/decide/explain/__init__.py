"""Why an award is what it is: what losing bids would have had to be, and how far winning bids are ahead."""

from selector.decide.explain.question import explain

__all__ = ["explain"]
