"""A paper written in all its forms."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from selector.report.missing import check_extra
from selector.report.paper import Paper

Form = Literal["html", "pdf", "xlsx"]
FORMS: tuple[Form, ...] = ("html", "pdf", "xlsx")


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
    from selector.report.html.writer import write_html
    from selector.report.pdf.writer import write_pdf
    from selector.report.pictures import Pictures
    from selector.report.xlsx.writer import write_book

    pictures = Pictures()
    written = []
    for form in forms:
        path = folder / f"{name}.{form}"
        if form == "html":
            write_html(path, paper, pictures)
        elif form == "pdf":
            write_pdf(path, paper, pictures)
        else:
            write_book(path, paper)
        written.append(path)
    return written
