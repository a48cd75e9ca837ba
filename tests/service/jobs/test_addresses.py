"""Where webhooks may go."""

import pytest

from api.jobs.addresses import NotAllowed, check_url, resolved


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1.2.3:9000/",
        "http://10.0.0.1/",
        "http://172.16.3.4/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "http://localhost/",
        "http://LOCALHOST:8000/",
        "http://api.localhost/",
        "http://localhost./",
        "http://api.localhost.:80/",
        "http://0/",
        "http://127.1/",
        "http://10.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://192.168.257/",
        "http://198.18.0.1/",
        "http://192.0.0.8/",
        "http://240.0.0.1/",
        "https://[::]/",
        "https://[::127.0.0.1]/",
        "https://[::ffff:0.0.0.0]/",
        "https://[::ffff:0:127.0.0.1]/",
        "https://[64:ff9b:1::7f00:1]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[100::1]/",
        "https://[2001:db8::1]/",
        "https://[fe80::1%25lo]/",
    ],
)
def test_not_to_loopback_and_private_addresses(url: str) -> None:
    with pytest.raises(NotAllowed, match="loopback and private"):
        check_url(url, private=False)
    assert check_url(url, private=True)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "http:///path",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org/#part",
        "http://example.org:99999/",
        "http://example.org:port/",
        "http://[::1/",
        "http://example.org/a b",
        "http://example.org/\r\nX: y",
        "http://exämple.org/",
        "http://example..org/",
        f"http://{'a' * 64}.org/",
        "http://./",
    ],
)
def test_not_to_what_is_no_plain_url(url: str) -> None:
    with pytest.raises(NotAllowed):
        check_url(url, private=True)


def test_to_the_port_that_is_stated_or_that_of_the_scheme() -> None:
    assert check_url("https://example.org/hook", private=False) == ("example.org", 443)
    assert check_url("http://example.org/hook?a=b", private=False) == ("example.org", 80)
    assert check_url("https://8.8.8.8:8443", private=False) == ("8.8.8.8", 8443)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "017700000001", "localhost"])
def test_not_to_a_name_that_stands_for_such_an_address(host: str) -> None:
    with pytest.raises(NotAllowed):
        resolved(host, 80, private=False)
    assert resolved(host, 80, private=True) in ("127.0.0.1", "::1")
