"""Answers that were made are kept as far as there is room for them."""

from api.http.made import Made


def test_the_last_asked_for_stay() -> None:
    made = Made(most_bytes=10)
    made.put("one", b"1234")
    made.put("two", b"1234")
    assert made.get("one") == b"1234"
    made.put("three", b"1234")
    assert (made.get("one"), made.get("two"), made.get("three")) == (b"1234", None, b"1234")


def test_one_that_is_too_large_takes_nobody_s_place() -> None:
    made = Made(most_bytes=10)
    made.put("one", b"1234")
    made.put("large", bytes(11))
    assert (made.get("one"), made.get("large")) == (b"1234", None)


def test_the_same_once_more_counts_once() -> None:
    made = Made(most_bytes=10)
    for _ in range(5):
        made.put("one", b"1234")
    made.put("two", b"123456")
    assert (made.get("one"), made.get("two")) == (b"1234", b"123456")
