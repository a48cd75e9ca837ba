"""The parts of a page that are made, each between two marks; what stands outside is written by hand."""

from collections.abc import Mapping

from benchmarks.errors import InputInvalid

_MARK = "<!-- {} {}: made by `python -m benchmarks report` -->"


def filled(page: str, parts: Mapping[str, str]) -> str:
    """The page with the text of its parts replaced, by their names.

    Raises
    ------
    InputInvalid
        if the page lacks the marks of a part.
    """
    for name, text in parts.items():
        begin, end = _MARK.format("begin", name), _MARK.format("end", name)
        before, found, rest = page.partition(begin)
        _, ended, after = rest.partition(end)
        if not (found and ended):
            raise InputInvalid(f"the page lacks the marks {begin} and {end}")
        page = f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}"
    return page
