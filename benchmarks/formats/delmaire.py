"""Single-source location as Delmaire, Díaz, Fernández and Ortega (1999) wrote it down.

``n m``, customers first; a row of m costs for each of n customers, the cost being that of the whole customer; the demands
of the customers; the fixed costs of the facilities; their capacities. Díaz and Fernández (2002) solve them.
"""

from pathlib import Path

from benchmarks.formats.location import Location, location_format
from benchmarks.formats.tokens import Tokens


def parse(path: Path) -> Location:
    """The figures of a file.

    Raises
    ------
    InputInvalid
        if the file is no such file.
    """
    tokens = Tokens(path)
    customers = tokens.size("the number of customers")
    facilities = tokens.size("the number of facilities")
    tokens.expect(2 + customers * facilities + customers + 2 * facilities)
    rows = [tokens.take(facilities, "a cost") for _ in range(customers)]
    demand = tokens.take(customers, "a demand")
    fixed = tokens.take(facilities, "a fixed cost")
    return Location(
        name=path.name,
        capacity=tokens.take(facilities, "a capacity"),
        fixed=fixed,
        demand=demand,
        cost=tuple(zip(*rows, strict=True)),
    )


FORMAT = location_format("delmaire", "single-source location: Delmaire et al.", parse)
read = FORMAT.read
