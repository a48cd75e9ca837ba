"""Where in a table a fault is, and how far it goes."""

ROWS, COLUMNS = 1_048_576, 16_384
"""What a sheet of a workbook holds; a file of a folder holds as much, so that it may become one."""


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A, B, ..., Z, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
