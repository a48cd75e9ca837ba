"""Text of a file that anybody may have written, made safe for a terminal."""


def printable(text: str) -> str:
    """The text with what a terminal might obey replaced; line breaks become spaces."""
    lines = " ".join(text.split("\n"))
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in lines)
