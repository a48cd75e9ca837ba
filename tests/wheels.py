"""The distributions as they are built, and an environment that holds the wheel and what it asks for, nothing else."""

import os
import re
import subprocess
import tomllib
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

LISTENING = re.compile(r"Listening on (\S+) ")

NO_CONNECTION = "connection broken by"
"""What pip says each time it finds no way to the registry."""


@dataclass(frozen=True)
class Distributions:
    """The files that are published, and the wheel that an installer makes of the sdist."""

    wheel: Path
    sdist: Path
    wheel_of_sdist: Path


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel, and an empty folder to work in."""

    environment: Path
    folder: Path

    def run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment in the folder, with nothing of the caller's variables."""
        return subprocess.run(
            [self.environment / "bin" / command, *arguments],
            cwd=self.folder,
            env=self._environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    @contextmanager
    def serving(self) -> Iterator[str]:
        """The URL of its service, for as long as the context lasts."""
        command = [str(self.environment / "bin" / "selector"), "serve", "--port", "0"]
        with subprocess.Popen(
            command, cwd=self.folder, env=self._environ, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr is not None
            try:
                told: list[str] = []
                while not (found := LISTENING.search(line := process.stderr.readline())):
                    assert line, "".join(told)
                    told.append(line)
                yield found[1]
            finally:
                process.terminate()
        assert process.returncode == 0

    @property
    def _environ(self) -> dict[str, str]:
        return {"PATH": os.defpath, "HOME": str(self.folder)}


def build(folder: Path) -> Distributions:
    """The wheel and the sdist of the checkout, and the wheel of the sdist, made with what pyproject asks for."""
    builder = _environment(folder / "builder")
    _pip(builder, "install", *PROJECT["build-system"]["requires"])
    subprocess.run(
        [builder / "bin" / "python", "-m", "hatchling", "build", "--directory", folder / "dist"], cwd=ROOT, check=True
    )
    (sdist,) = (folder / "dist").glob("*.tar.gz")
    _pip(builder, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder / "of-sdist", sdist)
    (wheel,) = (folder / "dist").glob("*.whl")
    (wheel_of_sdist,) = (folder / "of-sdist").iterdir()
    return Distributions(wheel, sdist, wheel_of_sdist)


def install(wheel: Path, folder: Path, *extras: str) -> Installed:
    """The wheel, with what some extras bring, in an environment of its own."""
    place = folder / "-".join(["environment", *extras])
    environment = _environment(place)
    _pip(
        environment,
        "install",
        "--constraint",
        ROOT / "constraints.txt",
        f"{wheel}[{','.join(extras)}]" if extras else wheel,
    )
    work = place / "work"
    work.mkdir()
    return Installed(environment, work)


def files_of(wheel: Path) -> dict[str, bytes]:
    """Every file in a wheel: its name and its bytes."""
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _environment(path: Path) -> Path:
    venv.create(path, with_pip=True, symlinks=True)
    return path


def _pip(environment: Path, *arguments: str | Path) -> None:
    """Run the environment's pip; without a way to the registry the tests are skipped, but never in CI."""
    done = subprocess.run(
        [environment / "bin" / "python", "-m", "pip", "--disable-pip-version-check", *arguments],
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    if done.returncode == 0:
        return
    if NO_CONNECTION in done.stderr and not os.environ.get("CI"):
        pytest.skip("pip has no way to its package registry, which the wheel's requirements come from")
    pytest.fail(f"pip {' '.join(map(str, arguments))}\n{done.stdout}{done.stderr}", pytrace=False)
