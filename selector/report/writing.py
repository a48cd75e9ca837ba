"""A paper written in all its forms."""

from collections.abc import Sequence
from pathlib import Path

from selector.files.writing import in_place
from selector.report.missing import check_extra
from selector.report.paper import Paper
from selector.report.rendering import FORMS, Form, render


def write_paper(folder: Path, name: str, paper: Paper, forms: Sequence[Form] = FORMS) -> list[Path]:
    """Write a paper into a folder, each form whole or not at all; like papers give like bytes.

    Returns
    -------
    list of Path
        what was written.

    Raises
    ------
    ExtraMissing
        if what writes papers is not installed.
    OSError
        if a file cannot be written.
    """
    check_extra()
    from selector.report.pictures import Pictures

    pictures = Pictures()
    # All of them first: where one cannot be made, none stands beside others of an earlier award.
    contents = {folder / f"{name}.{form}": render(paper, form, pictures) for form in forms}
    for path, content in contents.items():
        with in_place(path) as file:
            file.write(content)
    return list(contents)
