"""Single-source location as Holmberg, Rönnqvist and Yuan (1999) wrote it down.

``m n``; for each of m facilities ``capacity fixed``; the demands of n customers; a row of n costs for each facility, the
cost being that of the whole customer. Yang, Chu and Chen (2012) and single-source OR-Library files are laid out alike.
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
    facilities = tokens.size("the number of facilities")
    customers = tokens.size("the number of customers")
    tokens.expect(2 + 2 * facilities + customers + facilities * customers)
    sites = [tokens.take(2, "a facility's capacity or fixed cost") for _ in range(facilities)]
    return Location(
        name=path.name,
        capacity=tuple(capacity for capacity, _ in sites),
        fixed=tuple(fixed for _, fixed in sites),
        demand=tokens.take(customers, "a demand"),
        cost=tuple(tokens.take(customers, "a cost") for _ in range(facilities)),
    )


FORMAT = location_format("holmberg", "single-source location: Holmberg et al., Yang et al., OR-Library", parse)
read = FORMAT.read
