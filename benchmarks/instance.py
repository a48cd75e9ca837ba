"""A problem in memory, ready to be asked of the engine."""

from dataclasses import dataclass
from typing import Literal

import selector
from models import Case
from selector import Appraisal


@dataclass(frozen=True)
class Instance:
    """A problem: a whole ``Case``, or only the arrays that a program is laid from, with cost as their objective."""

    question: Case | Appraisal
    scale: int = 1
    """Pounds of the question in one unit of the file's money."""

    @property
    def reader(self) -> Literal["case", "program"]:
        """Which road through the engine is measured: all of it, or from the arrays to the outcome."""
        return "case" if isinstance(self.question, Case) else "program"

    def appraisal(self) -> Appraisal:
        """The arrays of the problem."""
        # By its full name: the function shares it with a module, which this package may not import.
        return selector.appraise(self.question) if isinstance(self.question, Case) else self.question
