"""API keys over HTTP: who is let in, for what, and what the others are told."""

import time
from typing import Any

import pytest

from api.access import secret
from api.app import Service
from api.store.scopes import SCOPES, Scope
from tests.service.access.running import OTHER, Answer, Running

OPEN = {("get", "/livez"), ("get", "/readyz"), ("get", "/metrics")}
"""What answers without a key; the last of them on this machine only."""


def operations(app: Service) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (method, path): operation
        for path, methods in app.openapi()["paths"].items()
        for method, operation in methods.items()
    }


def test_everything_else_asks_for_a_key(service: Running) -> None:
    service.key()
    asked = [one for one in operations(service.app) if one not in OPEN]
    assert len(asked) >= 15
    for method, path in asked:
        answer = service.ask(path, method=method.upper())
        assert answer.status == 401, (method, path)
        assert answer.headers["www-authenticate"] == 'Bearer realm="selector"'
        assert answer.headers["content-type"] == "application/problem+json"


def test_the_description_says_so(service: Running) -> None:
    for one, operation in operations(service.app).items():
        if one not in OPEN:
            assert operation["security"] == [{"HTTPBearer": []}, {"APIKeyHeader": []}], one
            assert {"401", "403", "429"} <= set(operation["responses"]), one


@pytest.mark.parametrize("header", ["Authorization", "authorization", "X_API_Key"])
def test_where_a_key_is_sent(service: Running, header: str) -> None:
    key = service.key()
    value = key if header == "X_API_Key" else f"bEARER  {key} "
    assert service.ask("/v1/cases", **{header: value}).status == 200


def test_every_key_that_is_none_gets_the_same_answer(service: Running) -> None:
    revoked, expired, right = service.key(), service.key(seconds=-1), service.key()
    service.revoke(revoked)
    parts = secret.take_apart(right)
    assert parts is not None
    wrong = [
        revoked,
        expired,
        f"sel_{parts.id}_{'a' * 52}",
        f"sel_{'a' * 12}_{parts.secret}",
        right[:-1],
        right + "a",
        right.upper(),
        "sel_",
        "nothing",
        "eyJhbGciOiJub25lIn0.e30.",
    ]
    told = [service.ask("/v1/cases", key).without_names() for key in wrong]
    assert told == [told[0]] * len(wrong)
    status, headers, problem = told[0]
    assert (status, problem["detail"]) == (401, "This key is not valid.")
    assert headers["www-authenticate"] == 'Bearer realm="selector", error="invalid_token"'


def test_two_keys_at_once(service: Running) -> None:
    one, other = service.key(), service.key(tenant=OTHER)
    assert service.ask("/v1/cases", one, X_API_Key=one).status == 200
    assert service.ask("/v1/cases", one, X_API_Key=other).status == 401


def test_another_scheme(service: Running) -> None:
    service.key()
    assert service.ask("/v1/cases", Authorization="Basic c2VsOmE=").json()["detail"] == (
        "The Authorization must be Bearer and a key."
    )


@pytest.mark.parametrize("scope", SCOPES)
def test_each_scope_holds_those_before_it(service: Running, scope: Scope) -> None:
    key = service.key(scope)
    allowed = SCOPES.index(scope)
    asked = {
        "read": service.ask("/v1/cases", key),
        "evaluate": service.ask("/v1/cases", key, method="POST"),
        "admin": service.ask("/metrics", key, X_Forwarded_For="192.0.2.7"),
    }
    for i, (needed, answer) in enumerate(asked.items()):
        assert (answer.status != 403) == (i <= allowed), needed
        if answer.status == 403:
            assert answer.json()["detail"] == "This is not among what your key or token may do."
    assert (asked["read"].status, asked["admin"].status) == (200, 200 if scope == "admin" else 403)


def test_a_key_that_ends_while_it_is_used(service: Running) -> None:
    revoked, expiring, other = service.key(), service.key(seconds=2), service.key()
    assert service.ask("/v1/cases", revoked).status == service.ask("/v1/cases", expiring).status == 200
    service.revoke(revoked)
    assert service.ask("/v1/cases", revoked).status == 401
    time.sleep(2.1)
    assert service.ask("/v1/cases", expiring).status == 401
    assert service.ask("/v1/cases", other).status == 200


def test_a_key_is_hashed_once_a_minute(service: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed, true = 0, secret.fits

    def counted(*arguments: Any) -> bool:
        nonlocal hashed
        hashed += 1
        return true(*arguments)

    monkeypatch.setattr(secret, "fits", counted)
    at = 0.0
    monkeypatch.setattr(service.app.state.access._keyring, "_clock", lambda: at)
    keys = [service.key(), service.key()]

    def ask_all() -> list[Answer]:
        return [service.ask("/v1/cases", key) for key in keys * 3]

    assert {answer.status for answer in ask_all()} == {200}
    assert hashed == 2
    at = 59.0
    ask_all()
    assert hashed == 2
    at = 61.0
    ask_all()
    assert hashed == 4


def test_what_is_kept_of_a_key() -> None:
    new = secret.make()
    parts = secret.take_apart(new.text)
    assert parts is not None
    assert new.hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert parts.secret not in new.hash
    assert secret.fits(new.hash, parts.secret)
    assert not secret.fits(new.hash, parts.secret[::-1])
    assert not secret.fits(None, parts.secret)
    assert not secret.fits("no hash", parts.secret)
    assert secret.make().text != new.text
