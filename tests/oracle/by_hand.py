"""Rows of small cases that are written by hand."""

from typing import Any

Row = dict[str, Any]


def case(**tables: Any) -> Row:
    """One year, one service ``it`` for buyers N (180,000 people) and S (120,000), lots ``N:it`` and ``S:it``."""
    return {
        "format": 1,
        "name": "by hand",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": 1},
        "buyers": [buyer("N", 180_000), buyer("S", 120_000)],
        "services": [service()],
        **tables,
    }


def service(**more: Any) -> Row:
    """The service ``it``."""
    return {"id": "it", "name": "IT", **more}


def buyer(name: str, population: int, **more: Any) -> Row:
    """A buyer."""
    return {"id": name, "name": name, "population": population, **more}


def bidder(name: str, kind: str = "private", **more: Any) -> Row:
    """A bidder that any number of people will do for."""
    return {"id": name, "name": name, "kind": kind, "viability_floor": 0, **more}


def bid(name: str, bidder: str, lot: str, price: int | str = 100, score: int | str | None = None) -> Row:
    """A bid for a year; ``score`` is on ``care``, where that is a criterion."""
    scores = {} if score is None else {"scores": {"care": score}}
    return {"id": name, "bidder": bidder, "lots": [lot], "price": price, **scores}


def package(
    name: str, bidder: str, lots: list[str], price: int | str = 100, score: int | str | None = None, **more: Any
) -> Row:
    """A bid for several lots for a year, scored as others are."""
    return {**bid(name, bidder, lots[0], price, score), "lots": lots, **more}


def care(**more: Any) -> Row:
    """The criterion ``care``."""
    return {"id": "care", "name": "Care", **more}
