"""Long sentences in tables: the whole stands in the results book."""

from selector.report.clean import clean
from selector.report.text import Quote, Text

_LONGEST = 220


def shortened(text: str) -> Text:
    """A sentence as it is or, where it is too long for a table, its beginning."""
    told = clean(text)
    if len(told) <= _LONGEST:
        return (Quote(told),)
    return (Quote(told[:_LONGEST].rsplit(" ", 1)[0]), " …")
