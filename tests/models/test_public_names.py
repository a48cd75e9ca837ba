"""``__all__`` is what can be imported from ``models``, and nothing else is."""

import types

import models


def test_all_is_what_is_importable() -> None:
    public = {
        name
        for name, value in vars(models).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public == set(models.__all__)


def test_all_is_without_repetition() -> None:
    assert len(models.__all__) == len(set(models.__all__))
