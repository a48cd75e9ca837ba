"""Pyomo: sets, and constraints by rules over them; to HiGHS by Pyomo's own persistent interface for highspy."""

import highspy
import pyomo.environ as pyo
from pyomo.contrib.solver.solvers.highs import Highs

from benchmarks.building.market import Market
from benchmarks.building.measured import serve


def build(market: Market) -> highspy.Highs:
    """The program of a market in HiGHS."""
    solver = Highs()
    solver.set_instance(model_of(market))
    highs: highspy.Highs = solver._solver_model
    return highs


def model_of(market: Market) -> pyo.ConcreteModel:
    """The program of a market in Pyomo."""
    m = market
    model = pyo.ConcreteModel()
    model.bids, model.places = pyo.RangeSet(0, len(m.price) - 1), pyo.RangeSet(0, len(m.setup) - 1)
    model.lots, model.services = pyo.RangeSet(0, m.lots - 1), pyo.RangeSet(0, len(m.total) - 1)
    model.accept = pyo.Var(model.bids, domain=pyo.Binary)
    model.provide = pyo.Var(model.places, domain=pyo.Binary)
    price, people, place = m.price.tolist(), m.people.tolist(), m.place.tolist()
    setup, floor, capacity, room = (each.tolist() for each in (m.setup, m.floor, m.capacity, m.room))
    model.cost = pyo.Objective(
        expr=pyo.quicksum(price[bid] * model.accept[bid] for bid in model.bids)
        + pyo.quicksum(setup[at] * model.provide[at] for at in model.places)
    )
    model.cover = pyo.Constraint(
        model.lots, rule=lambda model, lot: pyo.quicksum(model.accept[bid] for bid in m.bids_of_lot[lot]) == 1
    )
    model.provide_if = pyo.Constraint(
        model.bids, rule=lambda model, bid: model.accept[bid] <= model.provide[place[bid]]
    )
    model.provide_only_if = pyo.Constraint(
        model.places,
        rule=lambda model, at: pyo.quicksum(model.accept[bid] for bid in m.bids_of_place[at]) >= model.provide[at],
    )
    served = [
        pyo.quicksum(people[bid] * model.accept[bid] for bid in m.bids_of_place[at]) for at in range(len(m.setup))
    ]
    model.floor = pyo.Constraint(model.places, rule=lambda model, at: served[at] >= floor[at] * model.provide[at])
    model.capacity = pyo.Constraint(model.places, rule=lambda model, at: served[at] <= capacity[at] * model.provide[at])
    model.max_providers = pyo.Constraint(
        model.services,
        rule=lambda model, service: (
            pyo.quicksum(model.provide[at] for at in m.places_of_service[service]) <= int(m.max_providers[service])
        ),
    )
    model.total_capacity = pyo.Constraint(
        model.services,
        rule=lambda model, service: (
            pyo.quicksum(room[at] * model.provide[at] for at in m.places_of_service[service]) >= int(m.total[service])
        ),
    )
    return model


if __name__ == "__main__":
    serve(Market.read, build)
