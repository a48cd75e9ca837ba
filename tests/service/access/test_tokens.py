"""Bearer tokens of an issuer, which listens on a socket of its own."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pydantic import ValidationError

from api.access.jwks import IssuerAway, Jwks
from api.access_settings import AccessSettings
from tests.service.access.issuer import AUDIENCE, Issuer, issuing
from tests.service.access.running import Running, running


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with issuing() as issuer:
        yield issuer


@pytest.fixture
def service(tmp_path: Path, issuer: Issuer) -> Iterator[Running]:
    with running(tmp_path, oidc_issuer=issuer.address, oidc_audience=AUDIENCE) as service:
        yield service


def test_a_token_lets_in_for_what_it_says(service: Running, issuer: Issuer) -> None:
    assert service.ask("/v1/cases", issuer.token()).status == 200
    assert service.ask("/v1/cases", issuer.token(), method="POST").status == 415
    assert service.ask("/v1/cases", issuer.token(scope="selector:read"), method="POST").status == 403
    assert service.ask("/v1/cases", issuer.token(scope=["selector:read", "x"])).status == 200
    for scope in (None, "", "read evaluate admin", "selector:readx", 7, {"selector:admin": True}):
        assert service.ask("/v1/cases", issuer.token(scope=scope)).status == 403, scope
    assert issuer.asked == ["/.well-known/openid-configuration", "/keys"]


def test_keys_go_on_beside_tokens(service: Running) -> None:
    assert service.ask("/v1/cases").status == 401
    assert service.ask("/v1/cases", service.key()).status == 200


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": int(time.time()) - 60},
        {"exp": None},
        {"nbf": int(time.time()) + 86_400},
        {"aud": "another service"},
        {"aud": None},
        {"iss": "https://issuer.example"},
        {"sub": None},
        {"sub": ""},
        {"sub": "two\nlines"},
        {"tenant": None},
        {"tenant": ["one"]},
        {"tenant": ""},
    ],
)
def test_a_token_that_is_not_for_us(service: Running, issuer: Issuer, claims: dict[str, Any]) -> None:
    answer = service.ask("/v1/cases", issuer.token(**claims))
    assert (answer.status, answer.json()["detail"]) == (401, "This key is not valid.")


def test_a_tenant_that_there_is_not(service: Running, issuer: Issuer) -> None:
    answer = service.ask("/v1/cases", issuer.token(tenant="nobody"))
    assert (answer.status, answer.json()["detail"]) == (403, "This is not among what your key or token may do.")


def test_tokens_that_were_tampered_with(service: Running, issuer: Issuer) -> None:
    good = issuer.token()
    head, content, signature = good.split(".")
    other = issuer.token(scope="selector:admin").split(".")[1]
    public = issuer.keys["first"].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    forged = [f"{head}.{other}.{signature}", f"{head}.{content}.", f"{_part({'alg': 'none'})}.{content}."]
    for header in ({"alg": "HS256", "kid": "first"}, {"alg": "none", "kid": "first"}):
        signed = f"{_part(header)}.{other}"
        forged.append(f"{signed}.{_text(hmac.digest(public, signed.encode(), hashlib.sha256))}")
    for token in [*forged, "a.b.c", "ey", "\xe9.\xe9.\xe9"]:
        assert service.ask("/v1/cases", token).status == 401, token
    assert service.ask("/v1/cases", good).status == 200


def test_a_curve(service: Running, issuer: Issuer) -> None:
    issuer.add("curve", curve=True)
    assert service.ask("/v1/cases", issuer.token("curve", algorithm="ES256")).status == 200


def test_an_issuer_that_is_away(service: Running, issuer: Issuer) -> None:
    issuer.away = True
    token = issuer.token()
    answers = [service.ask("/v1/cases", token) for _ in range(3)]
    assert {answer.status for answer in answers} == {503}
    assert answers[0].headers["retry-after"] == "30"
    assert len(issuer.asked) == 1


def test_an_issuer_that_says_it_is_another(service: Running, issuer: Issuer) -> None:
    issuer.named = "https://issuer.example"
    assert service.ask("/v1/cases", issuer.token()).status == 503


class TestKeys:
    """When the issuer is asked for its keys."""

    @pytest.fixture
    def clock(self) -> list[float]:
        return [0.0]

    @pytest.fixture
    def keys(self, issuer: Issuer, clock: list[float]) -> Jwks:
        return Jwks(issuer.address, f"{issuer.address}/keys", lambda: clock[0])

    def test_unknown_names_do_not_have_it_asked_each_time(self, keys: Jwks, issuer: Issuer, clock: list[float]) -> None:
        assert keys.key("first")
        issuer.add("second")
        assert [keys.key("second"), *(keys.key(str(i)) for i in range(20))] == [None] * 21
        assert len(issuer.asked) == 1
        clock[0] = 31
        assert keys.key("second")
        assert len(issuer.asked) == 2

    def test_a_key_that_is_withdrawn_ends(self, keys: Jwks, issuer: Issuer, clock: list[float]) -> None:
        assert keys.key("first")
        del issuer.keys["first"]
        issuer.add("second")
        assert keys.key("first")
        clock[0] = 301
        assert keys.key("first") is None

    def test_keys_outlast_an_issuer_that_is_away(self, keys: Jwks, issuer: Issuer, clock: list[float]) -> None:
        assert keys.key("first")
        issuer.away = True
        clock[0] = 1000
        assert keys.key("first")
        assert len(issuer.asked) == 2

    def test_nobody_who_has_a_key_waits_for_an_issuer_that_is_slow(
        self, keys: Jwks, issuer: Issuer, clock: list[float]
    ) -> None:
        assert keys.key("first")
        clock[0] = 301
        issuer.slow.clear()
        with ThreadPoolExecutor(1) as executor:
            asking = executor.submit(keys.key, "first")
            while len(issuer.asked) < 2:
                assert not asking.done()
            assert all(keys.key("first") for _ in range(10))
            assert not asking.done()
            issuer.slow.set()
            assert asking.result()

    def test_without_a_name_there_must_be_one_key_only(self, keys: Jwks, issuer: Issuer, clock: list[float]) -> None:
        assert keys.key(None)
        issuer.add("second")
        clock[0] = 301
        assert keys.key(None) is None

    @pytest.mark.parametrize(
        "address", ["file:///etc/passwd", "http://192.0.2.1/keys", "http://127.0.0.1:1/keys", "http://127.0.0.1.x/"]
    )
    def test_keys_are_not_taken_from_anywhere(self, address: str) -> None:
        with pytest.raises(IssuerAway):
            Jwks("https://issuer.example", address).key("first")


@pytest.mark.parametrize(
    "settings",
    [
        {"oidc_issuer": "https://issuer.example"},
        {"oidc_issuer": "http://issuer.example", "oidc_audience": "a"},
        {"oidc_issuer": "http://localhost.example", "oidc_audience": "a"},
        {"oidc_jwks": "file:///etc/passwd"},
    ],
)
def test_settings_that_would_let_anybody_in(settings: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        AccessSettings(**settings)


def _part(content: dict[str, str]) -> str:
    return _text(json.dumps(content).encode())


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
