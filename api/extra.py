"""What the service is made with beyond the engine: the extra `service`."""

from collections.abc import Iterator
from contextlib import contextmanager

from models import ExtraMissing

_OURS = ("api", "models", "selector")


@contextmanager
def service_extra() -> Iterator[None]:
    """Import in this what the extra brings.

    Raises
    ------
    ExtraMissing
        if the extra is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in _OURS:
            raise
        raise ExtraMissing("the service needs its extra: pip install 'supplier-selector[service]'") from error
