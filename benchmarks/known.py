"""What is published of the instances: optima, and the best awards known."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal, get_args

from benchmarks.errors import InputInvalid
from benchmarks.instance import Sense

Meaning = Literal["optimum", "best known", "incumbent only"]

_GAP = "gap"
# Beside how finely a value was published, what sums of floats may differ by, as a share.
_ARITHMETIC = 1e-9


@dataclass(frozen=True)
class Known:
    """The published value of an instance, in the file's money. Only an ``optimum`` was proven by its publisher."""

    value: float
    meaning: Meaning
    step: float = 0.0
    """The last place to which it was published."""

    def behind(self, objective: float, sense: Sense = "minimise") -> float:
        """By how much an award is worse than what is known, as a fraction of it; negative where it is better."""
        worse = objective - self.value if sense == "minimise" else self.value - objective
        return 0.0 if abs(worse) <= self._allowed else worse / abs(self.value or 1.0)

    def refuted(self, objective: float | None, bound: float | None, sense: Sense = "minimise") -> str:
        """In a few words, why an answer and this cannot both be right; empty where they can."""
        sign = 1 if sense == "minimise" else -1
        if bound is not None and sign * (bound - self.value) > self._allowed:
            return f"proves {bound:,.12g} where {self.value:,.12g} is known to be had"
        if self.meaning == "optimum" and objective is not None and sign * (self.value - objective) > self._allowed:
            return f"has an award of {objective:,.12g} where {self.value:,.12g} is known to be the best"
        return ""

    @property
    def _allowed(self) -> float:
        return self.step / 2 + _ARITHMETIC * abs(self.value)


def known_values(instances: Path) -> Mapping[str, Known]:
    """What is known, by the path of the instance under the folder of instances; empty where nothing is there.

    From ``known.csv`` (set, file, value, meaning) and, for assignment problems, ``gap/data.csv``.

    Raises
    ------
    InputInvalid
        if one of the two is there and cannot be made out.
    """
    return dict((*_listed(instances / "known.csv"), *_of_assignment(instances / _GAP / "data.csv")))


def _listed(path: Path) -> Iterator[tuple[str, Known]]:
    for line in _lines(path, ("set", "file", "value", "meaning")):
        for meaning in get_args(Meaning):
            if line["meaning"] == meaning:
                yield f"{line['set']}/{line['file']}", _known(path, line["value"], meaning)


def _of_assignment(path: Path) -> Iterator[tuple[str, Known]]:
    for line in _lines(path, ("Path", "Optimum", "Best known solution value")):
        if line["Optimum"]:
            yield f"{_GAP}/{line['Path']}", _known(path, line["Optimum"], "optimum")
        elif line["Best known solution value"]:
            yield f"{_GAP}/{line['Path']}", _known(path, line["Best known solution value"], "best known")


def _known(path: Path, text: str, meaning: Meaning) -> Known:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("nan")
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):  # a number without one is none, or has no end
        raise InputInvalid(f"{path.name}: {text[:40]!r} stands where a value is expected, a number")
    return Known(float(value), meaning, 10.0**exponent)


def _lines(path: Path, names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.DictReader(file)
            missing = [name for name in names if name not in (lines.fieldnames or ())]
            if missing:
                raise InputInvalid(f"{path.name} lacks the column {', '.join(missing)}")
            for line in lines:
                yield {name: line[name] or "" for name in names}
    except UnicodeDecodeError:
        raise InputInvalid(f"{path.name} is not a text file") from None
    except csv.Error as error:
        raise InputInvalid(f"{path.name} is no table: {error}") from None
