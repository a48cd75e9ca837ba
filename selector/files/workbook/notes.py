"""What is said of a column to the person who fills it."""

from selector.files.cells import Listing
from selector.files.tables import Column, Wide
from selector.files.workbook.lists import sheet_of_ids


def note(column: Column) -> str:
    """What the column means, what is expected, and what a blank cell means."""
    return "\n".join(filter(None, (_sentence(column.note), f"Write {_expected(column)}.", _blank(column))))


def wide_note(group: Wide) -> str:
    """What is said of a column whose heading names a year, a criterion or a kind."""
    what = f"an id of the sheet {sheet_of_ids(group.points_to).name}" if group.points_to else group.key.expected
    return "\n".join(
        (
            _sentence(group.note),
            f"Write {group.value.expected}.",
            f'The heading says which: "{group.prefix}: " and {what}. '
            "Change it, or add such columns to the right; those that you leave empty count for nothing.",
        )
    )


def meaning(column: Column) -> str:
    """The same of a setting, on one line."""
    return " ".join(filter(None, (_sentence(column.note), _blank(column))))


def _sentence(text: str) -> str:
    return text if not text or text.endswith(".") else f"{text}."


def _expected(column: Column) -> str:
    if column.points_to:
        sheet = sheet_of_ids(column.points_to).name
        return (
            f"ids of the sheet {sheet}, apart by ;"
            if isinstance(column.kind, Listing)
            else f"an id of the sheet {sheet}"
        )
    return column.kind.expected


def _blank(column: Column) -> str:
    if column.required:
        return "Required."
    default = column.default_told
    group, apart, _ = column.heading.partition(": ")
    # An object of the case that may be missing as a whole: it is there as soon as one of its columns is filled.
    if apart and column.always and column.path[0] != "objective":
        whole = f'Leave all of "{group}" blank if there is none.'
        return f"{whole} If another of them is filled in, blank means {default}." if default else whole
    return f"Blank means {default}." if default else "May be blank."
