"""The service without keys: on this machine only."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.access.keyless import KeyNeeded, check_address
from api.access_settings import AccessSettings
from api.store.database import Database
from api.store.migrate import migrate
from selector.cli import app
from tests.service.access.running import Running

OIDC = AccessSettings(oidc_issuer="https://issuer.example/", oidc_audience="selector")


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "127.1.2.3"])
def test_whoever_asks_from_this_machine_is_let_in(service: Running, host: str) -> None:
    assert service.ask("/v1/cases", Host=host).status == 200


@pytest.mark.parametrize(
    "host", ["example.com", "localhost.example.com", "192.0.2.1", "127.0.0.1.nip.io", "", "[", "a b"]
)
def test_a_page_that_has_its_own_name_lead_here_is_not(service: Running, host: str) -> None:
    answer = service.ask("/v1/cases", Host=host)
    assert answer.status in (400, 403)
    assert answer.status == 400 or answer.json()["detail"].startswith("No key was made yet")


@pytest.mark.parametrize("header", ["X_Forwarded_For", "X_Forwarded_Host", "Forwarded", "Via", "X_Real_IP"])
def test_nor_is_whoever_comes_by_a_proxy(service: Running, header: str) -> None:
    assert service.ask("/v1/cases", **{header: "127.0.0.1"}).status == 403


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize("origin", ["https://example.com", "null", "http://localhost:3000", "http://127.0.0.1"])
def test_nor_is_a_page_of_somebody_else(service: Running, method: str, origin: str) -> None:
    answer = service.ask("/v1/cases", method=method, Origin=origin)
    assert answer.status == (403 if method in ("GET", "POST") else 405)
    assert service.ask("/metrics", Origin=origin).status == 403


def test_a_page_of_its_own_is(service: Running) -> None:
    here = f"127.0.0.1:{service.port}"
    assert service.ask("/v1/cases", Host=here, Origin=f"http://{here}").status == 200
    assert service.ask("/v1/cases", Host=here, Origin=f"http://localhost:{service.port}").status == 403


def test_no_page_of_another_site_may_read_or_send(service: Running) -> None:
    """There is no leave for other origins (CORS), with a key or without."""
    key = service.key()
    asked = {"Origin": "https://example.com", "Access_Control_Request_Method": "DELETE"}
    for method in ("OPTIONS", "GET", "POST"):
        for path in ("/v1/cases", "/livez", "/openapi.json"):
            answer = service.ask(path, key, method=method, **asked)
            assert not [name for name in answer.headers if name.startswith("access-control")], (method, path)
    assert service.ask("/v1/cases", key, method="OPTIONS", **asked).status == 405


def test_a_key_that_nobody_made(service: Running) -> None:
    assert service.ask("/v1/cases", "sel_a_b").status == 401


def test_the_first_key_ends_it_at_once_and_for_good(service: Running) -> None:
    assert service.ask("/v1/cases").status == 200
    key = service.key()
    assert service.ask("/v1/cases").status == 401
    service.revoke(key)
    assert service.ask("/v1/cases").status == 401


def test_beyond_this_machine_there_must_be_a_key(service: Running) -> None:
    with pytest.raises(KeyNeeded, match=r"0\.0\.0\.0 can be reached from other machines"):
        check_address("0.0.0.0", False, service.database, AccessSettings())
    check_address("127.0.0.1", True, service.database, AccessSettings())
    check_address("0.0.0.0", False, service.database, OIDC)
    service.revoke(service.key())
    check_address("0.0.0.0", False, service.database, AccessSettings())


def test_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELECTOR_DATA", str(tmp_path))
    migrate(Database(f"sqlite:///{tmp_path / 'selector.db'}"))
    result = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0", "--port", "0"])
    assert isinstance(result.exception, KeyNeeded)
    assert re.search("make one with `selector keys create`, or listen on 127.0.0.1$", str(result.exception))
