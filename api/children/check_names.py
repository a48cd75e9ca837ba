"""Names that are asked for, held against the case before anything is solved."""

from collections.abc import Collection

from models import Case, SelectorError, UnknownName
from models.base import Model
from models.faults import shown, suggestion
from selector.scenarios import AS_STATED, named


class AskedInvalid(SelectorError):
    """What is asked names what there is not; each is a field, its position where it is one of many, and a message."""

    def __init__(self, faults: Collection[tuple[str, int | None, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)


def check_names(case: Case, asked: Model, beside: Collection[str] = ()) -> None:
    """Do nothing, unless scenarios or bids are asked for that are not of the case; scenarios may be kept beside it.

    Raises
    ------
    AskedInvalid
        if some are, with all of them.
    """
    faults: list[tuple[str, int | None, str]] = []
    for field in ("scenario", "scenarios", "baseline"):
        stated = getattr(asked, field, ())
        for position, name in _each(stated):
            try:
                if name != AS_STATED and name not in beside:
                    named(case, name)
            except UnknownName as error:
                faults.append((field, position, str(error)))
    wanted = getattr(asked, "bids", ())
    known = {bid.id for bid in case.bids} if wanted else set()
    for position, name in _each(wanted):
        if name not in known:
            near = suggestion(name, known) if len(faults) < 10 else ""
            faults.append(("bids", position, f"There is no bid {shown(name)} in the case{near}."))
    if faults:
        raise AskedInvalid(faults)


def _each(stated: str | tuple[str, ...]) -> list[tuple[int | None, str]]:
    return [(None, stated)] if isinstance(stated, str) else list(enumerate(stated))
