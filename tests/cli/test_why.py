"""A conflict in words: nothing left out that a board needs, nothing claimed that is not proven."""

import io
import shlex
from pathlib import Path

import pytest
from rich.console import Console

from models import Case, Conflict
from selector.cli.next_command import next_command
from selector.cli.why import print_conflict
from tests.cli.conflicts import boards, clash, conflict, repair, shape, viability

COMMAND = next_command(Path("case.json"))


def printed(case: Case, shown: Conflict, width: int = 80, encoding: str = "utf-8") -> str:
    """What a terminal shows of a conflict."""
    buffer = io.BytesIO()
    file = io.TextIOWrapper(buffer, encoding=encoding, errors="replace", newline="\n")
    print_conflict(Console(file=file, width=width, highlight=False), case, shown, COMMAND)
    file.flush()
    return buffer.getvalue().decode(encoding)


def flat(text: str) -> str:
    """The same without line breaks."""
    return " ".join(text.split())


def test_a_short_conflict_with_its_repairs() -> None:
    case = boards()
    shown = conflict(clash(viability(case, 0), shape()), repair=repair(case), alternatives=(repair(case, least=False),))
    text = printed(case, shown)
    lines = text.splitlines()
    assert next(line for line in lines if line) == "What cannot hold together"
    for phrase in (
        "The 2 rules that cannot both hold (drop either and the other can):",
        "The boards have 200,000 people in all.",
        "- Firm 0 must serve at least 300,000 people in local services to stand. Moved alone, it would have to be 200,000 people or"
        " less. (viability[f0])",
        "- IT is plural: it must have at least 2 providers. (shape[it])",
        "1. 1 change. Proven: no repair moves less.",
        "- Lower the floor of Firm 0 from 300,000 to 200,000 people. (viability[f0])",
        "The best award would then cost £1,234.50, with a quality of 61.25 points, a liability of £0.00 and 1 lot changing"
        " supplier.",
        "$ selector conflict case.json --apply case-mended.json --choice 1",
        "2. 1 change, moving 33.3 % in all. Not proven the least: none that differs from those above moves less than"
        " 25 %.",
        "$ selector conflict case.json --apply case-mended.json --choice 2",
    ):
        assert phrase in flat(text)
    order = [text.index(phrase) for phrase in ("The boards", "- Firm 0", "- IT is", "What would mend it", "1. ", "2. ")]
    assert order == sorted(order)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", ["Firm {}", "[bold]Śląsk & Söhne[/bold] :tiger: {} " + "of somewhere far away " * 4])
def test_nothing_is_wider_than_the_terminal(width: int, name: str) -> None:
    case = boards(12, name)
    shown = conflict(clash(*(viability(case, position) for position in range(12)), minimal=False), repair=repair(case))
    for line in printed(case, shown, width).splitlines():
        assert len(line) <= width or line.lstrip().startswith("$ "), line


def test_many_rules_of_a_family_are_one_table() -> None:
    case = boards(12)
    shown = conflict(clash(shape(), *(viability(case, position) for position in range(12))))
    lines = printed(case, shown).splitlines()
    assert len(lines) < 30
    (heading,) = [line for line in lines if "viability[...]" in line]
    assert heading == "- People that a bidder must serve to stand, 12 rules: (viability[...])"
    for bidder in case.bidders:
        (line,) = [line for line in lines if f" {bidder.name} " in line]
        assert line.split()[-4:] == ["300,000", "people", "200,000", "people"]
    assert "must serve at least 300,000" not in flat("\n".join(lines))


def test_many_moves_of_a_family_are_one_table() -> None:
    case = boards(30)
    (move,) = repair(case).moves
    moves = tuple(
        move.model_copy(update={"rule": f"viability[f{at}]", "pointer": f"/bidders/{at}/viability_floor"})
        for at in range(30)
    )
    text = printed(case, conflict(clash(viability(case, 0)), repair=repair(case, moves=moves)))
    (line,) = [line for line in text.splitlines() if " Firm 7 " in line]
    assert line.split()[-6:] == ["300,000", "people", "200,000", "people", "33.3", "%"]
    assert "30 changes" in text
    assert "and 6 more: --json lists them all." in text
    assert "Lower the floor" not in text


def test_statements_of_two_names_keep_both() -> None:
    case = boards(5, "The long name of a commissioning support unit {} of the north and of the west")
    capacities = [
        viability(case, at).model_copy(
            update={"rule": f"capacity[f{at}, it]", "pointer": f"/bidders/{at}/capacity/it", "sense": "at most"}
        )
        for at in range(5)
    ]
    lines = printed(case, conflict(clash(*capacities))).splitlines()
    assert len([line for line in lines if line.startswith("  The long name of") and " IT " in line]) == 5


def test_statements_without_figures_are_a_list() -> None:
    case = boards(5)
    vetoes = [shape().model_copy(update={"rule": f"shape[{at}]", "sentence": f"Sentence {at}."}) for at in range(5)]
    text = printed(case, conflict(clash(*vetoes)))
    assert "Delivery shapes, 5 rules: (shape[...])" in text
    assert text.count("\n  IT") == 5


def test_what_has_no_limit_is_always_a_sentence() -> None:
    case = boards()
    (move,) = repair(case).moves
    added = [
        move.model_copy(update={"sentence": f"Add X{at} to the shortlist.", "before": None, "after": None})
        for at in range(5)
    ]
    text = printed(case, conflict(clash(viability(case, 0)), repair=repair(case, moves=tuple(added))))
    for at in range(5):
        assert f"- Add X{at} to the shortlist." in text


def test_a_table_has_no_column_of_nothing() -> None:
    case = boards(12)
    text = printed(case, conflict(clash(*(viability(case, position, reach=None) for position in range(12)))))
    assert "At least" in text
    assert "Would hold at" not in text


def test_hundreds_of_rules_are_not_all_listed() -> None:
    case = boards(300)
    text = printed(case, conflict(clash(*(viability(case, position) for position in range(300)), minimal=False)))
    assert len(text.splitlines()) < 50
    assert "and 276 more: --json lists them all." in text


def test_no_figure_is_told_twice() -> None:
    case = boards()
    told = "The floor of Firm 0 would have to be 200,000 people and not 300,000 people."
    first = clash(viability(case, 0)).model_copy(update={"explanation": (told,)})
    text = flat(printed(case, conflict(first)))
    assert text.count("200,000 people") == 1


def test_what_is_not_proven_is_not_claimed() -> None:
    case = boards(3)
    rules = [viability(case, position) for position in range(3)]
    proven, open_ = (flat(printed(case, conflict(clash(*rules, minimal=minimal)))) for minimal in (True, False))
    assert "The 3 rules that cannot all hold (drop any one of them and the others can):" in proven
    assert "drop" not in open_
    assert "(that each of them is needed for that is not proven)" in open_
    exact, near, unknown = (
        flat(printed(case, conflict(clash(*rules), repair=repair(case, award=changed))))
        for changed in (
            repair(case).award.model_copy(update={"gap": gap, "status": status})
            for gap, status in ((0.0, "optimal"), (0.008, "optimal"), (None, "feasible"))
        )
    )
    assert "The best award would then cost" in exact
    assert "An award within 0.8 % of the best would then cost" in near
    assert "An award would then cost" in unknown


def test_one_rule_alone() -> None:
    case = boards()
    text = flat(printed(case, conflict(clash(viability(case, 0, reach=None)))))
    assert "The rule that cannot hold, whatever else is given up: - Firm 0" in text
    assert "would have to be" not in text


@pytest.mark.parametrize(
    ("mendable", "phrase"), [(None, "whether there is one is open"), (False, "Proven: no move of the rules")]
)
def test_no_repair(mendable: bool | None, phrase: str) -> None:
    case = boards()
    text = flat(printed(case, conflict(clash(viability(case, 0)), mendable=mendable)))
    assert phrase in text
    assert ("Proven" in text) == (mendable is False)
    assert "selector conflict" not in text


def test_further_conflicts_are_numbered() -> None:
    case = boards()
    text = flat(printed(case, conflict(clash(viability(case, 0)), further=(clash(viability(case, 1)),))))
    assert text.index("(1 of 2") < text.index("Firm 0") < text.index("(2 of 2") < text.index("Firm 1")


def test_names_are_no_markup_and_no_emoji() -> None:
    case = boards(4, "[red]Ł {}[/red] :tiger:")
    few = printed(case, conflict(clash(viability(case, 0)), repair=repair(case)))
    many = printed(case, conflict(clash(*(viability(case, position) for position in range(4)))))
    for text in (few, many):
        assert "[red]Ł 0[/red] :tiger:" in flat(text)


def test_a_terminal_that_knows_few_letters() -> None:
    case = boards(4, "Łódź {}")
    shown = conflict(clash(*(viability(case, position) for position in range(4))), repair=repair(case))
    text = printed(case, shown, encoding="ascii")
    assert "??d? 0" in text
    assert "cost ?1,234.50" in flat(text)


def test_the_command_survives_a_shell() -> None:
    path = Path("my cases") / "case's; rm.json"
    command = next_command(path, ("--fixed", "budget[*]"))(2)
    assert shlex.split(command) == [
        "selector", "conflict", str(path), "--fixed", "budget[*]",
        "--apply", str(path.with_name("case's; rm-mended.json")), "--choice", "2",
    ]  # fmt: skip


def test_a_bound_of_nothing_proves_nothing() -> None:
    case = boards()
    text = flat(printed(case, conflict(clash(viability(case, 0)), repair=repair(case, least=False, bound=0.0))))
    assert "moves less than" not in text
    assert "Not proven the least" in text


def test_bids_alone_are_to_blame() -> None:
    shown = Conflict(
        rules=(), minimal=True, explanation=("No choice of bids.", "Of IT there is too much."), mendable=False
    )
    text = flat(printed(boards(), shown))
    assert text.startswith(
        "What cannot be awarded together No choice of bids. Of IT there is too much. What would mend"
    )
    assert "No rule can be moved to mend it." in text
    assert "rules that cannot" not in text
    assert "Fix fewer" not in text
    assert "--fixed" not in text
