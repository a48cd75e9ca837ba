"""Texts that files are apt to spoil, as ids, names, notes and reasons."""

import re

from hypothesis import strategies as st

from models.quantities import ID_PATTERN, NAME_PATTERN

# What looks like something else: a formula, a number, a date, a word with a meaning, a part of a format, a heading.
_LOOKS = [
    "=1+1", "=HYPERLINK(\"x\")", "+1", "-1", "-0", "@sum", "#", "# note", "#N/A", "#REF!", "'quoted", '"', '""', '"a"',
    '"a', 'a"', 'a"b', '"a";"b"', '"\\u0041"', "a;b", ";", "; ", "a; b;", "a,b", ",", "a\tb", "a|b", "a\\b", "\\", "\\n",
    "none", "None", "NONE", "null", "NULL", "nan", "NaN", "inf", "Infinity", "true", "TRUE", "FALSE", "yes", "No", "1",
    "0", "1.0", "1.50", ".5", "5.", "1e5", "5E1", "007", "1,234", "1 234", "£5", "£1,000.00", "12%", "12.5%", "(5)",
    "123456789012345678", "0x10", "1_000", "\uff11\uff12", "2013-14", "2013-04-01", "1/4/2013", "01/04/2013", "1 Apr",
    "Apr-13", "41365", "12:30", "[long text 1]", "[long text 999]", "[Long Text 1]", "_x0041_", "_x000D_", "_x005F_x0041_",
    "x0041_", "{}", "[]", "{\"a\": 1}", "[1]", "{", "Id", "id", "ID", "Name", "Score (points): a", "Price", "Setting",
    "Value", "(a)", "a (b)", "a: b", ":", "a.b", ".", "*", "a*", "budget[*", "/", "a/b", "~", "~1", "~0~1", "&amp;",
    "<a>", "]]>", "<!--", "&", "a  b", "a\u00a0b", "a\u200bb", "\u200b", "\ufeff", "\ufeffa", "\ufffe", "a\uffffb",
    "a\u2028b", "\u00e9", "e\u0301", "\u0301", "\U0001f600", "\U0001f468\u200d\U0001f469", "\u05d0\u05d1", "\u202ea",
    "\u200fa", "\ufb01", "\u0130", "\u0131", "\u00df", "SS", "acme", "Acme", "ACME", "acme ltd", "Acme  Ltd", "@", "@1",
    "a:b", "a:b:c", "b:c", "c",
]  # fmt: skip
_LONG = ["x" * 200, "\U0001f600" * 200, '"' * 200, "= " * 99 + "=", "\u0301" * 200]

_LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
_SHORT = st.text(st.sampled_from("ab1=+-@#\";: \u00a0,.\\_/~'") | _LETTERS, min_size=1, max_size=6)


def _an_id(text: str) -> str:
    return text.strip() or "x"


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return len(text) <= 200 and re.fullmatch(ID_PATTERN, text) is not None


IDS = st.one_of(
    st.sampled_from([text for text in _LOOKS if is_id(text)]),
    st.sampled_from(["a", "b", "c", "north", "csu-1"]),
    _SHORT.map(_an_id),
    st.sampled_from(_LONG),
)
"""An id."""

NAMES = st.one_of(
    st.sampled_from([text for text in _LOOKS if re.fullmatch(NAME_PATTERN, text)]),
    st.sampled_from(
        [" ", "  a", "a  ", "\u00a0", "\u00a0a\u00a0", "\u3000a", " =1", "\u2028", '" "', ' "a" ', "#N/A "]
    ),
    _SHORT,
    st.sampled_from([*_LONG, "n" * 500, "\U0001f600" * 500, " " * 500, '"' * 500]),
)
"""A name: a line of text, which may begin and end with spaces."""

_CONTROLLED = [
    "", " ", "\n", "\r", "\r\n", "\t", "\0", "a\0b", "a\nb", "a\r\nb", "a\rb", "a\tb", "\ta", "a\n", "\na", "- a\n- b",
    "a\n=1+1", "a;\n=1+1", "\x01\x02", "\x0b\x0c", "\x1b[31m", "\x1c", "\x1fa", "\x7f", "\x80\x85", "\x85", "\x9f", "#\n",
    '"\n"', "\\u0000", "_x0000_\0", "\u2028\u2029", '"a\nb"', '{"a":\n1}', "[long text 1]\n",
]  # fmt: skip
_ANY = st.text(st.sampled_from('a \n\r\t\0\x1f\x85"=;_x0041') | st.characters(exclude_categories=["Cs"]), max_size=12)
_PAGES = st.sampled_from([
    "x" * 32_767, "x" * 32_768, "x" + "\U0001f600" * 16_383, "x" + "\U0001f600" * 16_384, "\0" * 6_000,
    "\n" * 5_000, '"' * 9_999, "word " * 1_999 + "word", "a\u0301" * 5_000, "\r\n" * 5_000,
])  # fmt: skip
_BOOKS = st.sampled_from(["x" * 100_000, "\U0001f600" * 100_000, '"' * 100_000, "line\n" * 20_000, "\x1f" * 100_000])


def _seldom(often: st.SearchStrategy[str], seldom: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.integers(0, 11).flatmap(lambda chance: seldom if chance == 11 else often)


_FREE = st.sampled_from(_LOOKS) | st.sampled_from(_CONTROLLED) | _ANY

BECAUSE = _seldom(_FREE, _PAGES.map(lambda text: text[:10_000]))
"""Up to 10,000 characters of any text."""
NOTES = _seldom(_FREE, _PAGES | _BOOKS)
"""Up to 100,000 characters of any text."""
# Spaces around a reason are taken off; what is left must be something to Python and to the models.
REASONS = BECAUSE.map(
    lambda text: text if text.strip() and text.strip("\x1c\x1d\x1e\x1f") else f"why {text!r}"[:10_000]
)
"""Why something was decided."""
TEXTS = _FREE
"""Any text, as JSON may hold it."""
