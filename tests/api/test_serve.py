"""``selector serve``, up to where it listens."""

import socket
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.access.keyless import KeyNeeded
from api.commands import serve
from api.listening import is_loopback, listen, url
from api.server import Server
from models import ExtraMissing
from selector.cli import app


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = CliRunner().invoke(app, ["serve", "--port", str(port)])
    assert result.exit_code == 1
    assert result.stderr == f"error: cannot listen on 127.0.0.1 port {port}: address already in use\n"


@pytest.mark.parametrize("host", ["no.such.name.invalid", "192.0.2.1", "not a name"])
def test_an_address_that_is_not_ours(host: str) -> None:
    result = CliRunner().invoke(app, ["serve", "--host", host, "--port", "0"])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: cannot listen on {host} port 0: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("option", ["--port=70000", "--time-limit=0", "--solves=0", "--wait=-1", "--body-limit=0"])
def test_a_setting_out_of_range(option: str) -> None:
    result = CliRunner().invoke(app, ["serve", option])
    assert result.exit_code == 2
    assert option.partition("=")[0] in result.stderr


def test_without_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "api.server")
    with pytest.raises(ExtraMissing, match=r"pip install 'supplier-selector\[service\]'"):
        serve(port=0)


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1"])
@pytest.mark.parametrize("keys", [True, False])
def test_what_is_told_of_who_is_let_in(
    host: str, keys: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Server, "run", lambda *_: None)
    if keys:
        CliRunner().invoke(app, ["keys", "create", "board", "--data", str(tmp_path)])
    with pytest.raises(KeyNeeded) if host == "0.0.0.0" and not keys else nullcontext():
        serve(host=host, port=0, data=tmp_path, workers=0)
    told = capsys.readouterr().err
    assert ("Nobody is asked for a key" in told) is (host == "127.0.0.1" and not keys)
    assert ("keys and cases are sent in the clear" in told) is (host == "0.0.0.0" and keys)
    assert (f"Listening on http://{host}:" in told) is (host == "127.0.0.1" or keys)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_the_address_is_told_as_a_url(host: str) -> None:
    if host == "::1" and not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    with listen(host, 0) as listener:
        address, port = listener.getsockname()[:2]
        assert url(listener) == (f"http://[{address}]:{port}" if ":" in address else f"http://{address}:{port}")
        assert is_loopback(listener)


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True
