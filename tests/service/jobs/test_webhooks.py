"""Whom it may concern is told of the end of a run."""

import base64
import hashlib
import hmac
import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from api.jobs.accept import Webhook
from api.jobs.addresses import NotAllowed
from api.jobs.webhook import NotDelivered, deliver, signature
from api.routes.run_entry import RunEntry
from api.store.ended import Ended
from tests.service.jobs.place import KNOT, OTHER, Place, eventually

KEY = b"a secret of thirty-two bytes, or."
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"


class Receiver(ThreadingHTTPServer):
    """Notes what it is told, and answers as it was asked to, 204 at last."""

    def __init__(self, *answers: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = list(answers)
        self.heard: list[tuple[str, dict[str, str], bytes]] = []
        self.times: list[float] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook?run=1"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.heard.append((self.path, headers, body))
        self.server.times.append(time.monotonic())
        status = self.server.answers.pop(0) if self.server.answers else 204
        self.send_response(status)
        if status == 307:
            self.send_header("Location", self.server.url)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def receiving(*answers: int) -> Iterator[Receiver]:
    with Receiver(*answers) as receiver:
        thread = threading.Thread(target=receiver.serve_forever, daemon=True)
        thread.start()
        yield receiver
        receiver.shutdown()
        thread.join()


def test_the_end_of_a_run_is_told_once_it_arrives_and_is_signed(working: Place) -> None:
    with receiving(503, 307) as receiver:
        run = working.accept(webhook=Webhook(receiver.url, SECRET))
        eventually(lambda: len(receiver.heard) == 3)
        assert working.run(run).status == "finished"
        time.sleep(0.5)
    assert len(receiver.heard) == 3
    for path, headers, body in receiver.heard:
        assert path == "/hook?run=1"
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        mac = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
        assert headers["webhook-signature"] == f"v1,{mac}"
        assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
        told = json.loads(body)
        assert told["type"] == "run.finished"
        assert told["data"] == {
            "id": run,
            "kind": "evaluate",
            "case": "smallest",
            "status": "finished",
            "result_status": "optimal",
        }
    assert {headers["webhook-id"] for _, headers, _ in receiver.heard} == {run}


def test_a_run_that_is_cancelled_is_told_too(place: Place) -> None:
    with receiving() as receiver:
        waits = place.accept(webhook=Webhook(receiver.url, "any text will do"))
        place.cancel(waits)
        place.start(1, private_webhooks=True)
        goes = place.accept(KNOT, webhook=Webhook(receiver.url, "any text will do"))
        place.goes(goes)
        place.cancel(goes)
        eventually(lambda: len(receiver.heard) == 2)
    assert {json.loads(body)["type"] for _, _, body in receiver.heard} == {"run.cancelled"}
    assert {json.loads(body)["data"]["id"] for _, _, body in receiver.heard} == {waits, goes}


def test_nobody_is_told_at_a_private_address(place: Place) -> None:
    place.start(1)
    with receiving() as receiver:
        run = place.accept(webhook=Webhook(receiver.url, SECRET))
        place.ended(run)
        eventually(lambda: place.queue.retrieve_workflow(f"webhook-{run}").get_status().status == "ERROR")
    assert receiver.heard == []
    assert place.run(run).status == "finished"


def test_a_place_that_never_takes_it_is_left_in_the_end(place: Place) -> None:
    place.start(1, private_webhooks=True, webhook_wait=0.01)
    with receiving(*[500] * 20) as receiver:
        run = place.accept(webhook=Webhook(receiver.url, SECRET))
        place.ended(run)
        eventually(lambda: place.queue.retrieve_workflow(f"webhook-{run}").get_status().status == "ERROR")
    assert len(receiver.heard) == 7
    waits = [after - before for before, after in pairwise(receiver.times)]
    assert all(wait >= 0.01 * 3**number for number, wait in enumerate(waits))
    assert place.run(run).status == "finished"


def test_a_place_that_does_not_answer_holds_up_no_other_tenant(place: Place) -> None:
    place.start(1, private_webhooks=True)
    with receiving() as receiver, socket.create_server(("127.0.0.1", 0)) as silent:
        nowhere = Webhook(f"http://127.0.0.1:{silent.getsockname()[1]}/", SECRET)
        for _ in range(5):
            place.ended(place.accept(webhook=nowhere))
        other = place.accept(tenant=OTHER, webhook=Webhook(receiver.url, SECRET))
        eventually(lambda: receiver.heard, 10)
        assert json.loads(receiver.heard[0][2])["data"]["id"] == other


def test_no_answer_of_the_service_has_the_secret(place: Place) -> None:
    with receiving() as receiver:
        run = place.accept(webhook=Webhook(receiver.url, "a secret that nobody sees again"))
        place.start(1, private_webhooks=True)
        told = RunEntry.of(place.ended(run)).model_dump_json()
        assert "secret" not in told
        assert receiver.url not in told


@pytest.mark.parametrize("answers", [["8.8.8.8", "127.0.0.1"], ["127.0.0.1"], ["8.8.8.8", "10.0.0.1"]])
def test_a_name_is_looked_up_once_and_that_address_connected_to(
    monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    """A name that stands for another address when it is asked for again does not lead behind the service."""
    left, connected = list(answers), []

    def look_up(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (left.pop(0), 80))]

    def connect(address: tuple[str, int], *_: object) -> socket.socket:
        connected.append(address)
        raise OSError("not here")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    webhook = json.dumps({"url": "http://hook.example/", "secret": SECRET})
    ended = Ended("run", "evaluate", "case", "finished", "optimal", 1000, webhook)
    with pytest.raises(NotDelivered if answers[0] == "8.8.8.8" else NotAllowed):
        deliver(ended, private=False)
    assert connected == ([("8.8.8.8", 80)] if answers[0] == "8.8.8.8" else [])
    assert len(left) == len(answers) - 1


def test_the_signature_is_that_of_the_standard() -> None:
    # The example of https://github.com/standard-webhooks/standard-webhooks.
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    assert signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body) == (
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl to make a certificate with")
def test_it_is_sent_to_whom_the_certificate_names_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-keyout",
            key,
            "-out",
            certificate,
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with receiving() as receiver:
        receiver.socket = context.wrap_socket(receiver.socket, server_side=True)
        port = receiver.server_address[1]
        webhook = json.dumps({"url": f"https://localhost:{port}/hook", "secret": SECRET})
        ended = Ended("run", "evaluate", "case", "finished", "optimal", 1000, webhook)
        with pytest.raises(NotDelivered, match="certificate verify failed"):
            deliver(ended, private=True)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        deliver(ended, private=True)
    ((_, headers, _),) = receiver.heard
    assert headers["host"] == f"localhost:{port}"
