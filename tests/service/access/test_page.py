"""Whoever reaches the service sees the board's page; what it shows of the board's is asked with a key."""

from tests.service.access.running import Running


def test_the_page_takes_no_key_and_what_it_asks_does(service: Running) -> None:
    service.key()
    assert service.ask("/").status == 200
    assert service.ask("/page/main.js").status == 200
    assert service.ask("/v1/cases").status == 401
