"""What every message of a fault must be."""

import re

from models import Fault

_JARGON = re.compile(
    r"Input should|Decimal|pydantic|\b(None|True|False|nan|inf|tuple|dict|str|int|float)\b|\w_(type|error)"
)
_QUOTED = re.compile(r'".*"')


def assert_reads_well(fault: Fault) -> None:
    """Nothing of the libraries underneath, nothing that breaks a terminal, nothing endless."""
    assert not _JARGON.search(_QUOTED.sub('""', fault.message))
    assert not fault.message.endswith((".", " "))
    assert len(fault.message) < 300
    assert str(fault).isprintable()
    assert fault.pointer.encode("utf-8").decode() == fault.pointer
