"""``selector serve``, up to where it listens."""

import socket
import sys

import pytest
from typer.testing import CliRunner

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


@pytest.mark.parametrize(("host", "warned"), [("0.0.0.0", True), ("127.0.0.1", False)])
def test_a_warning_where_others_can_reach_it(
    host: str, warned: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Server, "run", lambda *_: None)
    serve(host=host, port=0)
    told = capsys.readouterr().err
    assert ("warning: this address is open to other machines" in told) is warned
    assert f"Listening on http://{host}:" in told


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
