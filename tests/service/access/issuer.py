"""An issuer of tokens on a socket: its discovery document, its keys, and how often it was asked."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

AUDIENCE = "selector"


class Issuer:
    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[str] = []
        self.away = False
        self.slow = threading.Event()
        self.slow.set()
        self.keys: dict[str, Any] = {}
        self.named = address
        self.add("first")

    def add(self, name: str, *, curve: bool = False) -> None:
        made: Any = ec.generate_private_key(ec.SECP256R1()) if curve else rsa.generate_private_key(65537, key_size=2048)
        self.keys[name] = made

    def token(self, key: str = "first", *, algorithm: str = "RS256", **claims: Any) -> str:
        """A token that is right, but for the claims that are given; a claim that is None is left out."""
        now = int(time.time())
        right = {
            "iss": self.address,
            "aud": AUDIENCE,
            "sub": "ann",
            "iat": now,
            "exp": now + 60,
            "tenant": "one",
            "scope": "openid selector:evaluate",
        }
        content = {name: value for name, value in (right | claims).items() if value is not None}
        return jwt.encode(content, self.keys[key], algorithm=algorithm, headers={"kid": key})

    def document(self, path: str) -> dict[str, Any] | None:
        if path == "/.well-known/openid-configuration":
            return {"issuer": self.named, "jwks_uri": f"{self.address}/keys"}
        if path == "/keys":
            return {"keys": [self._public(name) | {"kid": name, "use": "sig"} for name in self.keys]}
        return None

    def _public(self, name: str) -> dict[str, Any]:
        public = self.keys[name].public_key()
        algorithm = RSAAlgorithm if isinstance(public, rsa.RSAPublicKey) else ECAlgorithm
        found: dict[str, Any] = json.loads(algorithm.to_jwk(public))
        return found


@contextmanager
def issuing() -> Iterator[Issuer]:
    issuer: Issuer

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            issuer.asked.append(self.path)
            issuer.slow.wait(30)
            found = None if issuer.away else issuer.document(self.path)
            body = json.dumps(found).encode()
            self.send_response(503 if found is None else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        issuer = Issuer(f"http://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield issuer
        finally:
            server.shutdown()
            thread.join()
