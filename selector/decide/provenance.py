"""From what, and by what, the answer to a question was made."""

from models import Case, Options, Provenance
from selector.version import __version__

_STATED = ("gap", "time_limit", "solver")


def provenance(case: Case, options: Options) -> Provenance:
    """The case, this program, and the options that the question was asked with."""
    return Provenance(
        case_sha256=case.sha256, version=__version__, options={name: getattr(options, name) for name in _STATED}
    )
