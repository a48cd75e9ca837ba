"""Whether what writes papers is installed."""

from importlib.util import find_spec

from models import ExtraMissing

_NEEDED = ("altair", "fontTools", "font_source_sans_pro", "jinja2", "typst", "vl_convert")


def check_extra() -> None:
    """See that what writes papers is installed, without loading it.

    Raises
    ------
    ExtraMissing
        if it is not.
    """
    if any(find_spec(name) is None for name in _NEEDED):
        raise ExtraMissing("the board paper needs its extra: pip install 'supplier-selector[report]'")
