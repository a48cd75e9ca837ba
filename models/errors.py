"""Every error this project raises on purpose.

::

    SelectorError
    ├── CaseInvalid    (ValueError)    the case has faults; ``faults`` lists them all
    ├── AwardInvalid   (ValueError)    the award file cannot be read, or is of another case
    ├── RecordInvalid  (ValueError)    the decision record cannot be read; ``faults`` says where
    ├── UnknownName    (ValueError)    there is no such example, area or region
    ├── Unanswerable   (ValueError)    the question is too large to be answered exactly; the message says what can be
    ├── SolverFailed   (RuntimeError)  the solver broke down, or its award did not survive verification
    ├── ClusterFailed  (ConnectionError)  the cluster cannot be used; the message says what to do
    └── ExtraMissing   (ImportError)   a feature needs packages that are not installed

Each also inherits the builtin that a caller would catch. A limit, or a case without an award, is an outcome and no error.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a solver's process knows errors, and no faults
    from models.faults import Fault

_MOST_SHOWN = 200


class SelectorError(Exception):
    """The root of all of them."""


class _Faulty(SelectorError, ValueError):
    """What was read has faults, all of them in ``faults``."""

    noun: str

    def __init__(self, faults: "Sequence[Fault]") -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        lines = [f"  {fault}" for fault in self.faults[:_MOST_SHOWN]]
        if count > _MOST_SHOWN:
            lines.append(f"  and {count - _MOST_SHOWN:,} more")
        text = "\n".join(lines)
        super().__init__(f"the {self.noun} has {count:,} fault{'' if count == 1 else 's'}:\n{text}")

    def __reduce__(self) -> tuple[type["_Faulty"], tuple["tuple[Fault, ...]"]]:
        return type(self), (self.faults,)


class CaseInvalid(_Faulty):
    """The case has faults; ``faults`` lists them all."""

    noun = "case"


class AwardInvalid(_Faulty):
    """The award file cannot be read, or is of another case; ``faults`` says where."""

    noun = "award"


class RecordInvalid(_Faulty):
    """The decision record cannot be read; ``faults`` says where."""

    noun = "record"


class UnknownName(SelectorError, ValueError):
    """There is no such example, area or region; the message names the nearest, or all there are."""


class Unanswerable(SelectorError, ValueError):
    """The question is too large to be answered exactly; the message says what can be asked instead.

    ``asked`` is the name of what asks for too much.
    """

    def __init__(self, asked: str, message: str) -> None:
        self.asked = asked
        super().__init__(message)

    def __reduce__(self) -> tuple[type["Unanswerable"], tuple[str, str]]:
        return type(self), (self.asked, str(self))


class SolverFailed(SelectorError, RuntimeError):
    """The solver broke down, or its award did not survive verification."""


class ClusterFailed(SelectorError, ConnectionError):
    """The cluster cannot be reached, has no worker that can do the work, or was lost; the message says what to do."""


class ExtraMissing(SelectorError, ImportError):
    """A feature needs packages that are not installed; the message names the extra."""
