"""Text of a case made fit to be shown: without what only steers a terminal, a reader of XML or the direction of a line."""

import re
import unicodedata

# Overrides of direction turn around what stands beside them; isolates and marks would do no harm, but shall not be left open.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile("[\n\t\u2028\u2029]+")


def clean(text: str) -> str:
    """On one line, without characters that nobody sees; letters that are made of a plain one and a mark are one letter."""
    return unicodedata.normalize("NFC", _STEERING.sub("", _BREAKS.sub(" ", text)))


def name_of(text: str, name: str) -> str:
    """A name made fit to be shown; where nothing of it is to be seen, the id that it goes by."""
    found = clean(text)
    return found if any(unicodedata.category(letter)[0] not in "ZCM" for letter in found) else clean(name) or "?"
