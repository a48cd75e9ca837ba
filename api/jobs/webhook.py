"""Tells the owner of a run of its end: a signed POST, as Standard Webhooks has it (https://www.standardwebhooks.com)."""

import base64
import binascii
import hashlib
import hmac
import http.client
import json
import time
from datetime import UTC, datetime
from urllib.parse import urlsplit

from api.jobs.addresses import NotAllowed, check_url, resolved
from api.jobs.post import Place, post
from api.store.ended import Ended

_PREFIX = "whsec_"


class NotDelivered(Exception):
    """The message did not arrive, and may if it is sent again."""


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """HMAC-SHA256 of a message, as its header ``webhook-signature`` has it."""
    signed = b".".join((message_id.encode(), str(timestamp).encode(), body))
    digest = hmac.new(_key(secret), signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def message(ended: Ended) -> bytes:
    """The body that tells of the end of a run."""
    return json.dumps(
        {
            "type": f"run.{ended.status}",
            "timestamp": datetime.fromtimestamp(ended.finished_at / 1000, UTC).isoformat(timespec="milliseconds"),
            "data": {
                "id": ended.run_id,
                "kind": ended.kind,
                "case": ended.case_id,
                "status": ended.status,
                "result_status": ended.result_status,
            },
        }
    ).encode()


def deliver(ended: Ended, *, private: bool) -> None:
    """Send the message.

    Raises
    ------
    NotDelivered
        if it did not arrive.
    NotAllowed
        if it may not go there.
    """
    webhook = json.loads(ended.webhook)
    url, secret = webhook["url"], webhook["secret"]
    host, port = check_url(url, private=private)
    body, sent_at = message(ended), int(time.time())
    headers = {
        "content-type": "application/json",
        "user-agent": "selector-webhook",
        "webhook-id": ended.run_id,
        "webhook-timestamp": str(sent_at),
        "webhook-signature": signature(secret, ended.run_id, sent_at, body),
    }
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        address = resolved(host, port, private=private)
        status = post(Place(host, port, address, tls=parts.scheme == "https"), target, body, headers)
    except NotAllowed:
        raise
    except (OSError, http.client.HTTPException) as error:
        raise NotDelivered(f"{host}: {error}") from error
    if not 200 <= status < 300:  # a redirect is not followed: it may lead anywhere
        raise NotDelivered(f"{host} answered {status}")


def _key(secret: str) -> bytes:
    if secret.startswith(_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error:
            return secret.encode()
    return secret.encode()
