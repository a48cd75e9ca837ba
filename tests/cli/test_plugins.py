"""Commands that other packages add."""

import importlib.metadata
from importlib.metadata import EntryPoint

import pytest
import typer
from typer.testing import CliRunner

from models import ExtraMissing
from selector.cli import app, plugins


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    points = (
        EntryPoint("absent", "no_such_package:command", plugins.COMMANDS),
        EntryPoint("group", f"{__name__}:GROUP", plugins.COMMANDS),
        EntryPoint("single", f"{__name__}:single", plugins.COMMANDS),
    )
    monkeypatch.setattr(
        plugins,
        "entry_points",
        lambda group, name=None: [one for one in points if one.group == group and name in (None, one.name)],
    )
    monkeypatch.setattr(importlib.metadata.EntryPoint, "load", _load)


def _load(point: EntryPoint) -> object:
    if point.module == __name__:
        return globals()[point.attr]
    raise ModuleNotFoundError("No module named 'no_such_package'", name="no_such_package")


GROUP = typer.Typer(help="A group.", add_completion=False, rich_markup_mode=None)


@GROUP.command()
def one(word: str) -> None:
    """Say one thing."""
    typer.echo(f"one {word}")


@GROUP.command()
def two() -> None:
    """Say another."""


def single(word: str = "nothing") -> None:
    """Say something."""
    typer.echo(f"single {word}")


@pytest.mark.usefixtures("added")
def test_a_command_and_a_group_of_them() -> None:
    assert CliRunner().invoke(app, ["single", "--word", "it"]).stdout == "single it\n"
    assert CliRunner().invoke(app, ["group", "one", "it"]).stdout == "one it\n"
    assert "Say another." in CliRunner().invoke(app, ["group", "--help"]).stdout


@pytest.mark.usefixtures("added")
def test_one_whose_packages_are_not_installed_names_the_extra_and_hides_no_other() -> None:
    told = CliRunner().invoke(app, ["--help"]).stdout
    assert "A group." in told
    assert "whose extra is not installed" in told
    result = CliRunner().invoke(app, ["absent", "--port", "0", "what"])
    assert isinstance(result.exception, ExtraMissing)
    assert str(result.exception) == "the service needs its extra: pip install 'supplier-selector[service]'"
