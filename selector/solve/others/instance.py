"""PuLP's classes for solvers, and instances of them."""

import warnings
from typing import Any

import pulp

_BASES = ("LpSolver", "LpSolver_CMD", "SASsolver")


def class_names() -> list[str]:
    """PuLP's classes; nothing is started to list them, as solvers with licences greet at once."""
    classes = {
        each.__name__ for each in vars(pulp).values() if isinstance(each, type) and issubclass(each, pulp.LpSolver)
    }
    return sorted(name for name in classes if name not in _BASES and hasattr(pulp, name))


def instance(pulp_class: str, **arguments: Any) -> Any:
    """PuLP's solver of a class, silent."""
    if pulp_class == "PULP_CBC_CMD":  # it warns of its own end with PuLP 4, which brings CBC in another way
        arguments["_skip_v4_deprecation"] = True
    return getattr(pulp, pulp_class)(msg=False, **arguments)


def is_available(pulp_class: str) -> bool:
    """Whether PuLP has the class, and finds what it drives."""
    if not hasattr(pulp, pulp_class):
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # one without a licence says so in a warning
        try:
            return bool(instance(pulp_class).available())
        except Exception:  # noqa: BLE001  (licence checks raise what they like; whatever it is, the solver cannot run)
            return False
