"""PuLP: a variable and a constraint each an object, sums by ``lpSum``; to HiGHS by PuLP's own adapter for highspy."""

import highspy
from pulp import HiGHS, LpMinimize, LpProblem, LpVariable, lpSum

from benchmarks.building.market import Market
from benchmarks.building.measured import serve


def build(market: Market) -> highspy.Highs:
    """The program of a market in HiGHS."""
    problem = problem_of(market)
    solver = HiGHS(msg=False)
    solver.createAndConfigureSolver(problem)
    solver.buildSolverModel(problem)
    highs: highspy.Highs = problem.solverModel
    return highs


def problem_of(market: Market) -> LpProblem:
    """The program of a market in PuLP."""
    m = market
    problem = LpProblem("market", LpMinimize)
    accept = [LpVariable(f"accept_{bid}", cat="Binary") for bid in range(len(m.price))]
    provide = [LpVariable(f"provide_{place}", cat="Binary") for place in range(len(m.setup))]
    problem += lpSum(price * bid for price, bid in zip(m.price.tolist(), accept, strict=True)) + lpSum(
        setup * place for setup, place in zip(m.setup.tolist(), provide, strict=True)
    )
    for bids in m.bids_of_lot:
        problem += lpSum(accept[bid] for bid in bids) == 1
    for bid, place in enumerate(m.place.tolist()):
        problem += accept[bid] <= provide[place]
    people, floor, capacity, room = (each.tolist() for each in (m.people, m.floor, m.capacity, m.room))
    for place, bids in enumerate(m.bids_of_place):
        served = lpSum(people[bid] * accept[bid] for bid in bids)
        problem += lpSum(accept[bid] for bid in bids) >= provide[place]
        problem += served >= floor[place] * provide[place]
        problem += served <= capacity[place] * provide[place]
    for service, places in enumerate(m.places_of_service):
        problem += lpSum(provide[place] for place in places) <= int(m.max_providers[service])
        problem += lpSum(room[place] * provide[place] for place in places) >= int(m.total[service])
    return problem


if __name__ == "__main__":
    serve(Market.read, build)
