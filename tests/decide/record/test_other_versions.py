"""A record of another version: sentences may be put otherwise, figures may not."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import RecordInvalid
from models.read_record import read_record
from models.record import RECORD_FORMAT, RecordedRule
from selector.decide.record.stated import as_far_as_stated
from selector.version import __version__
from tests.decide.record.made import KEPT, checked, document, places, resealed

ROOT = Path(__file__).parents[3]


def test_how_another_version_puts_its_sentences_is_no_fault_and_is_said() -> None:
    changed = document()
    for each in (*changed["rules"], *changed["overrides"], *changed["award"]["rules"], *changed["award"]["by_hand"]):
        each["sentence"] = "In other words."
    changed["objective"] = "The best."
    assert places(checked(resealed(changed))) >= {"/rules/0/sentence", "/award/rules/0/sentence", "/objective"}

    changed["check"]["version"] = changed["program"]["version"] = changed["award"]["provenance"]["version"] = "7.0"
    check = checked(resealed(changed))
    assert places(check) == set()
    assert any(
        f"This is version {__version__}; the decision was recorded by version 7.0." in note for note in check.notes
    )

    would_say = document()["rules"][0]["sentence"]
    assert any(note.startswith("/rules/0/sentence reads ") and would_say[:60] in note for note in check.notes)
    assert any("more sentences are put otherwise." in note for note in check.notes)

    changed["rules"][0]["state"] = "hard"
    changed["overrides"][0]["reason"] = "Another."
    changed["award"]["totals"]["cost"] = "504241.00"
    assert places(checked(resealed(changed))) >= {"/rules/0/state", "/overrides/0/reason", "totals.cost"}


def test_a_newer_format_is_refused_by_name() -> None:
    changed = document()
    changed["record"] = RECORD_FORMAT + 1
    with pytest.raises(RecordInvalid) as refused:
        read_record(resealed(changed))
    newer = f"{RECORD_FORMAT + 1} is newer than this program, which reads formats up to {RECORD_FORMAT}"
    assert [(fault.pointer, fault.message) for fault in refused.value.faults] == [("/record", newer)]


@pytest.mark.parametrize("stated", [0, -1, True, "1", None, 1.0, [1]])
def test_what_is_no_format_is_refused(stated: object) -> None:
    changed = document()
    changed["record"] = stated
    with pytest.raises(RecordInvalid, match=r"/record: .* is not a format of decision records"):
        read_record(resealed(changed))


def test_a_newer_format_of_the_case_and_a_field_that_is_not_known_are_told_together() -> None:
    changed = document()
    changed["case"]["format"] = 2
    changed["signed"] = changed["award"]["approved"] = True
    with pytest.raises(RecordInvalid) as refused:
        read_record(resealed(changed))
    assert {fault.pointer for fault in refused.value.faults} == {"/case/format", "/signed", "/award/approved"}


def test_a_field_that_an_earlier_version_did_not_know_is_not_missed() -> None:
    class Later(RecordedRule):
        weight: int = 0

    stated = Later(rule="a", state="hard", sentence="A.", because="")
    expected = Later(rule="a", state="soft", sentence="A.", because="", weight=3)
    assert as_far_as_stated(expected, stated) == expected.model_copy(update={"weight": 0})
    assert as_far_as_stated(expected, stated.model_copy(update={"weight": 2})).weight == 3


def test_a_check_needs_no_solver() -> None:
    program = (
        "import sys, types\n"
        "from pathlib import Path\n"
        "barred = ('highspy', 'pulp', 'selector.solve', 'selector.search', 'selector.program', 'selector.evaluation')\n"
        "sys.modules.update(dict.fromkeys(barred))\n"
        # The package itself shows all there is, solvers too; what the check uses of it is what counts.
        "package = types.ModuleType('selector')\n"
        f"package.__path__ = [{str(ROOT / 'selector')!r}]\n"
        "sys.modules['selector'] = package\n"
        "from selector.decide.record import check_record, difference\n"
        "from selector.files.record import read_record_file\n"
        f"found = read_record_file(Path({str(KEPT)!r}))\n"
        "print(check_record(found).valid, difference(found, found).is_empty)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("True True\n", "", 0)
