"""Single-source location of the test bed of Avella and Boccia (2009), up to 1,000 facilities and customers.

``m n``; the demands of n customers; the capacities of m facilities; their fixed costs; a row of n costs for each facility,
the cost being that of one unit of the customer's demand. So the best awards known say: the relaxation of the 300 x 300
instances lies 0.4 to 0.8 % below them, and by a quarter or more where a cost is taken for that of the whole customer.
"""

from operator import mul
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
    tokens.expect(2 + customers + 2 * facilities + facilities * customers)
    demand = tokens.take(customers, "a demand")
    capacity = tokens.take(facilities, "a capacity")
    fixed = tokens.take(facilities, "a fixed cost")
    return Location(
        name=path.name,
        capacity=capacity,
        fixed=fixed,
        demand=demand,
        cost=tuple(
            tuple(map(mul, tokens.take(customers, "a cost"), demand))  # exact: figures are short
            for _ in range(facilities)
        ),
    )


FORMAT = location_format("tbed", "single-source location: Avella, Boccia; costs are for each unit of demand", parse)
read = FORMAT.read
