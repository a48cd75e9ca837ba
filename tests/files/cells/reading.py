"""What tests of cells have in common."""

import pytest

from selector.files.cells import Cell, Kind, Misread


def assert_refused(kind: Kind, cell: Cell, said: str) -> None:
    """A cell is refused, and the message says what was found and what is expected."""
    with pytest.raises(Misread) as refused:
        kind.read(cell)
    assert str(refused.value) == said
