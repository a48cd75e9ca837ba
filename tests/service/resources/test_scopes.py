"""What a key may do: each operation of the description, so that a new one cannot be forgotten."""

import httpx2
import pytest

from tests.api.cases import smallest
from tests.service.resources.house import House
from tests.service.resources.operations import NOTHING, OPEN_TO_ALL, OWN_RULE, filled, operations


@pytest.fixture(scope="module")
def there(service: House) -> dict[str, str]:
    """Ids of what the tenant has."""
    with service.client("scoped") as client:
        case = client.add_case(smallest())
        client.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 130000}}})
        run = client.start("market", case.id)
        client.wait(run.id)
        award = client.wait(client.start("evaluate", case.id).id)
        decision = client.decide(award.id, by="A chair", because="A reason.")
    ids = {"case_id": case.id, "scenario_id": "dearer", "run_id": award.id}
    return {**ids, "decision_id": decision.id, "example": "two-boards"}


def test_who_has_no_key_or_too_small_a_scope_gets_nowhere(service: House, there: dict[str, str]) -> None:
    service.key("scoped")
    checked = 0
    with (
        httpx2.Client(base_url=service.url, trust_env=False) as nobody,
        service.wire("scoped", ()) as nothing,
        service.wire("scoped", ("read",)) as read,
        service.wire("scoped", ("read", "evaluate")) as evaluate,
    ):
        for method, path in operations(service):
            if path in OPEN_TO_ALL | OWN_RULE:
                continue
            checked += 1
            # Each of nothing, so that what is allowed does no harm.
            place = filled(path, NOTHING)
            refused = nobody.request(method, place)
            assert refused.status_code == 401, (method, path)
            assert refused.headers["WWW-Authenticate"].startswith("Bearer")
            assert nothing.request(method, place).status_code == 403, (method, path)
            assert (read.request(method, place).status_code == 403) == (method != "GET"), (method, path)
            assert evaluate.request(method, place).status_code not in (401, 403), (method, path)
            # Whether there is anything there is told to nobody without a key, nor with too small a one.
            theirs = filled(path, there)
            assert nobody.request(method, theirs).status_code == 401
            assert nothing.request(method, theirs).status_code == 403
    assert checked >= 15


def test_the_description_says_who_is_asked_for_a_key(service: House) -> None:
    for path, methods in service.app.openapi()["paths"].items():
        for method, operation in methods.items():
            is_open = path in OPEN_TO_ALL | OWN_RULE
            assert bool(operation.get("security")) is not is_open, (method, path)
            assert is_open or {"401", "403", "429"} <= operation["responses"].keys(), (method, path)
