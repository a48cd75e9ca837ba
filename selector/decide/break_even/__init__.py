"""What redundancy asks of bidders outside the NHS family."""

from selector.decide.break_even.question import break_even

__all__ = ["break_even"]
