"""The wheel: what is in it, and that it works where there is nothing else. `make test-wheel` runs this."""

import configparser
import email
import email.message
import json
import runpy
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.wheels import PROJECT, ROOT, Distributions, Installed, build, files_of, install

pytestmark = pytest.mark.wheel

NAME = "supplier-selector"
VERSION = runpy.run_path(str(ROOT / "selector" / "version.py"))["__version__"]
DIST_INFO = f"supplier_selector-{VERSION}.dist-info"
PACKAGES = ("api", "models", "selector")

LIBRARY = """
import sys
from pathlib import Path
import api, models, selector, selector.client

assert all(Path(package.__file__).is_relative_to(sys.prefix) for package in (api, models, selector))
case = selector.read_case_file(Path("two-boards.json"))
evaluation = selector.evaluate(case, models.Options(time_limit=100))
assert selector.verify(case, evaluation).valid
print(evaluation.certificate.objective, len(selector.england_2013().buyers))
for wanted in (api.create_app, lambda: api.Settings, selector.client.Client):
    try:
        wanted()
    except models.ExtraMissing as missing:
        print(missing)
"""

ASKING = """
import sys
from importlib.metadata import distributions
from pathlib import Path
from selector.client import Client

assert {each.name.lower() for each in distributions()}.isdisjoint({"dbos", "sqlalchemy", "uvicorn"})
with Client(sys.argv[1]) as client:
    award = client.evaluate(Path("two-boards.json"))
    run = client.wait(client.start("evaluate", client.add_case(Path("two-boards.json")).id).id)
print(award.certificate.objective, run.result_status)
"""


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    # Not pytest's own: it keeps the folders of three runs, and an environment with a solver is large.
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)


@pytest.fixture(scope="module")
def distributions(folder: Path) -> Distributions:
    return build(folder)


@pytest.fixture(scope="module")
def metadata(distributions: Distributions) -> email.message.Message:
    return email.message_from_bytes(files_of(distributions.wheel)[f"{DIST_INFO}/METADATA"])


@pytest.fixture(scope="module")
def installed(distributions: Distributions, folder: Path) -> Installed:
    found = install(distributions.wheel, folder)
    shutil.copy(ROOT / "examples" / "two-boards.json", found.folder)
    return found


def test_it_holds_every_file_of_the_packages_and_no_other(distributions: Distributions) -> None:
    # A rule of .gitignore keeps a file out of the wheel as well, wherever it lies.
    tree = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in files_of(distributions.wheel) if not name.startswith(f"{DIST_INFO}/")} == tree
    assert {f"{package}/py.typed" for package in PACKAGES} <= tree
    assert {"selector/examples/england_2013/ccgs.csv", "selector/examples/england_2013/SOURCE.md"} <= tree


def test_the_sdist_makes_the_same_wheel(distributions: Distributions) -> None:
    assert distributions.wheel_of_sdist.name == distributions.wheel.name
    assert files_of(distributions.wheel_of_sdist) == files_of(distributions.wheel)


def test_the_entry_points(distributions: Distributions) -> None:
    points = configparser.ConfigParser()
    points.read_string(files_of(distributions.wheel)[f"{DIST_INFO}/entry_points.txt"].decode())
    assert points["console_scripts"]["selector"] == "selector.cli:main"
    assert points["selector.commands"]["serve"] == "api.commands:serve"


def test_the_readme_is_its_description(metadata: email.message.Message) -> None:
    assert (metadata["Name"], metadata["Version"]) == (NAME, VERSION)
    assert metadata["Description-Content-Type"] == "text/markdown"
    description = metadata.get_payload(decode=True)
    assert isinstance(description, bytes)
    assert description.decode().strip() == (ROOT / "README.md").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("extra", ["", *PROJECT["project"]["optional-dependencies"]])
def test_it_asks_for_what_pyproject_states(extra: str, metadata: email.message.Message) -> None:
    asked = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    assert {_plain(one) for one in asked if one.marker is None or one.marker.evaluate({"extra": extra})} == {
        _plain(one) for one in _stated(extra) if one.marker is None or one.marker.evaluate()
    }
    assert set(metadata.get_all("Provides-Extra", [])) == set(PROJECT["project"]["optional-dependencies"])


def _stated(extra: str) -> Iterator[Requirement]:
    """What pyproject states for an extra, and without any; an extra that names others has theirs."""
    project = PROJECT["project"]
    for text in [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]:
        requirement = Requirement(text)
        if requirement.name == NAME:
            for other in requirement.extras:
                yield from _stated(other)
        else:
            yield requirement


def _plain(requirement: Requirement) -> tuple[str, str, frozenset[str]]:
    return requirement.name, str(requirement.specifier), frozenset(requirement.extras)


def test_what_it_asks_for_fits_together(installed: Installed) -> None:
    ran = installed.run("python", "-m", "pip", "check")
    assert ran.returncode == 0, ran.stdout


def test_it_tells_its_version(installed: Installed) -> None:
    ran = installed.run("selector", "--version")
    assert (ran.stdout, ran.stderr, ran.returncode) == (f"{VERSION}\n", "", 0)


def test_the_bundled_example_from_case_to_verified_award(installed: Installed) -> None:
    for words in (
        ("example", "england-2013", "example", "--area", "Greater Manchester"),
        ("check", "example/case.json"),
        ("evaluate", "example/case.json", "--out", "example", "--gap", "0.01", "--time-limit", "100"),
        ("verify", "example/case.json", "example/award.json"),
    ):
        ran = installed.run("selector", *words)
        assert ran.returncode == 0, ran.stderr
    award = json.loads((installed.folder / "example" / "award.json").read_text(encoding="utf-8"))
    assert len(award["awards"]) == 216
    assert award["provenance"]["version"] == VERSION


def test_two_boards(installed: Installed) -> None:
    ran = installed.run("selector", "evaluate", "two-boards.json", "--json")
    assert ran.returncode == 0, ran.stderr
    award = json.loads(ran.stdout)
    assert (award["status"], award["certificate"]["objective"]) == ("optimal", "-87775.00")


def test_the_library(installed: Installed) -> None:
    ran = installed.run("python", "-W", "error", "-c", LIBRARY)
    assert ran.stderr == ""
    assert ran.stdout.splitlines() == ["-87775.00 221", lacks("service"), lacks("service"), lacks("client")]


def test_evaluate_without_the_extra_of_papers_writes_the_award(installed: Installed) -> None:
    ran = installed.run("selector", "evaluate", "two-boards.json", "--out", "papers")
    assert ran.returncode == 0
    assert f"note: the board paper needs its extra: pip install '{NAME}[report]'\n" in ran.stderr
    assert [path.name for path in (installed.folder / "papers").iterdir()] == ["award.json"]


@pytest.mark.parametrize("command", ["serve", "worker", "keys"])
def test_a_command_without_its_extra_names_it(installed: Installed, command: str) -> None:
    ran = installed.run("selector", command)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("", f"error: {lacks('service')}\n", 1)


def lacks(extra: str) -> str:
    return f"the {extra} needs its extra: pip install '{NAME}[{extra}]'"


def test_the_service_and_its_client(distributions: Distributions, folder: Path) -> None:
    service = install(distributions.wheel, folder, "service")
    client = install(distributions.wheel, folder, "client")
    shutil.copy(ROOT / "examples" / "two-boards.json", client.folder)
    with service.serving() as url:
        ran = client.run("python", "-W", "error", "-c", ASKING, url)
    assert (ran.stdout, ran.stderr) == ("-87775.00 optimal\n", "")
