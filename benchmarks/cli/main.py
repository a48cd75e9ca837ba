"""The command line put together, and errors put into words."""

import sys

import typer

from benchmarks.cli import build, fronts, gate, keep, pareto, report, run, scale, service, solve
from benchmarks.cli.console import complain
from benchmarks.errors import InputInvalid
from models import CaseInvalid, SelectorError

app = typer.Typer(
    name="benchmarks",
    help="Measure the engine on public instances, and against peers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(name="solve")(solve.command)
app.command(name="pareto")(pareto.command)
app.command(name="run")(run.command)
app.command(name="build")(build.command)
app.command(name="fronts")(fronts.command)
app.command(name="service")(service.command)
app.command(name="scale")(scale.command)
app.command(name="gate")(gate.command)
app.command(name="keep")(keep.command)
app.command(name="report")(report.command)


def main() -> None:
    """Run the command line, and end the process with its exit code: 2 for input that cannot be used, 1 for the rest."""
    try:
        app(prog_name="python -m benchmarks")
    except (InputInvalid, CaseInvalid) as error:
        complain(str(error))
        sys.exit(2)
    except SelectorError as error:
        complain(str(error))
        sys.exit(1)
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        sys.exit(1)
