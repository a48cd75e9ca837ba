"""Single-source location of the test bed of Avella and Boccia (2009), up to 1,000 facilities and customers.

``m n``; the demands of n customers; the capacities of m facilities; their fixed costs; a row of n costs for each facility,
the cost being that of one unit of the customer's demand. The values published say so: they are of the problem in which a
customer may be served in part by several facilities. HiGHS found 16,350.6606 for that of 1-1, proven to 0.01 % over the 14
likeliest facilities of each customer, and 16,350.66 is published; taken for that of the whole customer, costs would come to
a quarter less, or to three quarters.

Served from one facility each, customers cost the published value at the least: as much in 1-16, and more where facilities
are as small as customers (0.8 % and more in 1-1, by our bound).
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
