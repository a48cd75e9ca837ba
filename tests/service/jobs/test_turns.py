"""Tenants take turns, however many runs one of them has queued."""

from itertools import pairwise

from sqlalchemy import select

from api.store.claims import claim
from api.store.tables import RUNS
from tests.service.jobs.place import LOCAL, OTHER, Place, eventually


def turns(place: Place, runs: list[str]) -> list[int]:
    with place.database.reading() as connection:
        found = connection.execute(select(RUNS.c.id, RUNS.c.turn)).all()
    of = {row.id: row.turn for row in found}
    return [of[run] for run in runs]


def begin(place: Place, run: str) -> None:
    with place.database.writing() as connection:
        assert claim(connection, run, "somebody") is not None


def test_a_tenants_first_run_comes_next_after_those_that_go(place: Place) -> None:
    many = [place.accept() for _ in range(20)]
    assert turns(place, many) == list(range(1, 21))
    for run in many[:6]:
        begin(place, run)
    few = [place.accept(tenant=OTHER) for _ in range(3)]
    assert turns(place, few) == [6, 7, 8]
    waiting = turns(place, many[6:])
    assert waiting[0] == 7
    # Whoever comes back does not come before all others again.
    begin(place, few[0])
    assert turns(place, [place.accept(tenant=OTHER)]) == [9]


def test_a_queue_that_was_empty_begins_anew(place: Place) -> None:
    assert turns(place, [place.accept(), place.accept(tenant=OTHER)]) == [1, 1]


def test_one_run_of_a_tenant_is_not_held_up_by_two_hundred_of_another(place: Place) -> None:
    many = [place.accept() for _ in range(200)]
    place.start(1)
    eventually(lambda: place.run(many[2]).ended)
    single = place.accept(tenant=OTHER)
    ended = place.ended(single, OTHER)
    for run in many[20:]:
        place.cancel(run)
    started = place.column(
        "SELECT id FROM runs WHERE tenant_id = :tenant AND started_at > :since AND started_at < :until",
        tenant=LOCAL,
        since=ended.created_at,
        until=ended.started_at,
    )
    # One may have been taken as this one was accepted.
    assert len(started) <= 1


def test_they_alternate(place: Place) -> None:
    many = [place.accept() for _ in range(12)]
    few = [place.accept(tenant=OTHER) for _ in range(4)]
    place.start(1)
    for run in many:
        place.ended(run)
    order = place.column("SELECT tenant_id FROM runs ORDER BY started_at, finished_at")
    assert order[:8] == [LOCAL, OTHER] * 4
    assert all(place.run(run, OTHER).status == "finished" for run in few)
    begun = [place.run(run).started_at or 0 for run in many]
    assert all(one <= after for one, after in pairwise(begun))
