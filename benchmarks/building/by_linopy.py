"""linopy: variables and constraints by whole arrays, sums by group; to HiGHS by linopy's own ``to_highspy``."""

import highspy
import linopy
import pandas as pd
import xarray as xr

from benchmarks.building.market import Market
from benchmarks.building.measured import serve


def build(market: Market) -> highspy.Highs:
    """The program of a market in HiGHS."""
    highs: highspy.Highs = model_of(market).to_highspy()
    return highs


def model_of(market: Market) -> linopy.Model:
    """The program of a market in linopy."""
    m = market
    bids, places = pd.RangeIndex(len(m.price), name="bid"), pd.RangeIndex(len(m.setup), name="place")
    model = linopy.Model()
    accept = model.add_variables(binary=True, coords=[bids], name="accept")
    provide = model.add_variables(binary=True, coords=[places], name="provide")
    lot, place = pd.Series(m.lot, bids, name="lot"), pd.Series(m.place, bids, name="place")
    service = pd.Series(m.service, places, name="service")
    people, room = xr.DataArray(m.people, [bids]), xr.DataArray(m.room, [places])
    floor, capacity = xr.DataArray(m.floor, [places]), xr.DataArray(m.capacity, [places])
    services = pd.RangeIndex(len(m.total), name="service")
    model.add_objective(
        (accept * xr.DataArray(m.price, [bids])).sum() + (provide * xr.DataArray(m.setup, [places])).sum()
    )
    model.add_constraints(accept.groupby(lot).sum() == 1, name="cover")
    model.add_constraints(accept - provide.sel(place=xr.DataArray(m.place, [bids])) <= 0, name="provide_if")
    model.add_constraints(accept.groupby(place).sum() - provide >= 0, name="provide_only_if")
    served = (accept * people).groupby(place).sum()
    model.add_constraints(served - floor * provide >= 0, name="floor")
    model.add_constraints(served - capacity * provide <= 0, name="capacity")
    model.add_constraints(
        provide.groupby(service).sum() <= xr.DataArray(m.max_providers, [services]), name="max_providers"
    )
    model.add_constraints(
        (provide * room).groupby(service).sum() >= xr.DataArray(m.total, [services]), name="total_capacity"
    )
    return model


if __name__ == "__main__":
    serve(Market.read, build)
