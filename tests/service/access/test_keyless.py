"""The service without keys: on this machine only."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.access.keyless import KeyNeeded, check_address
from api.access.settings import AccessSettings
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


@pytest.mark.parametrize("header", ["X_Forwarded_For", "Forwarded", "X_Real_IP"])
def test_nor_is_whoever_comes_by_a_proxy(service: Running, header: str) -> None:
    assert service.ask("/v1/cases", **{header: "127.0.0.1"}).status == 403


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
