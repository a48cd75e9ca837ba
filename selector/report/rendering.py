"""A paper in one of its forms, as bytes."""

from typing import TYPE_CHECKING, Literal

from selector.report.missing import check_extra
from selector.report.paper import Paper

if TYPE_CHECKING:
    from selector.report.pictures import Pictures

Form = Literal["html", "pdf", "xlsx"]
FORMS: tuple[Form, ...] = ("html", "pdf", "xlsx")


def render(paper: Paper, form: Form, pictures: "Pictures | None" = None) -> bytes:
    """A paper as the bytes of a file: a page in UTF-8, a PDF or a results book.

    Nothing is written and nothing fetched. Like papers give like bytes.

    Parameters
    ----------
    paper
        What it says.
    form
        How it is written.
    pictures
        Charts that are drawn already; given to each of several forms of a paper, each chart is drawn once.

    Raises
    ------
    ExtraMissing
        if what writes papers is not installed.
    """
    check_extra()
    # What each form is written with is loaded where it is needed: a server may have to do with none of it.
    if form == "xlsx":
        from selector.report.xlsx.writer import book

        return book(paper)
    from selector.report.pictures import Pictures

    drawn = pictures or Pictures()
    if form == "pdf":
        from selector.report.pdf.writer import pdf

        return pdf(paper, drawn)
    from selector.report.html.writer import html

    return html(paper, drawn).encode()
