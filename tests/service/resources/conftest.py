from collections.abc import Iterator

import httpx2
import pytest

from selector.client import Client
from tests.service.resources.house import House, house


@pytest.fixture(scope="package")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One that many tests share. Evaluations of more than two seconds become runs."""
    with house(tmp_path_factory.mktemp("service"), body_limit=2**20, small_seconds=2.0, small_bids=150) as found:
        yield found


@pytest.fixture
def client(service: House, request: pytest.FixtureRequest) -> Iterator[Client]:
    """Of a tenant that only this test knows."""
    with service.client(tenant_of(request)) as client:
        yield client


@pytest.fixture
def wire(service: House, request: pytest.FixtureRequest) -> Iterator[httpx2.Client]:
    """Of the same tenant, for what the client does not do."""
    with service.wire(tenant_of(request)) as wire:
        yield wire


def tenant_of(request: pytest.FixtureRequest) -> str:
    name: str = request.node.name
    return f"{abs(hash(name)):032x}"[:32]
