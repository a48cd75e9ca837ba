"""``selector rules``: every rule of the board in a sentence, and what is decided by hand."""

import json
from typing import Annotated, Any

import typer

from models import Case
from selector.cli.case_file import read_case_file
from selector.cli.console import emit, out
from selector.cli.options import CasePath
from selector.cli.paragraph import print_paragraph
from selector.verify.by_hand import by_hand
from selector.verify.sentences.rule import rule_sentence
from selector.verify.tender import Tender
from selector.verify.words import count


def command(
    case: CasePath,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List the rules, picks and exclusions of CASE, each in a sentence. Exit code: 0 they are listed, 2 CASE has faults."""
    read = read_case_file(case)
    if as_json:
        emit(json.dumps(_document(read), indent=2, ensure_ascii=False) + "\n")
        return
    out.print(_heading(read), markup=False, soft_wrap=True)
    for rule in read.rules:
        print_paragraph(out, f"{rule.force}: {rule_sentence(read, rule)}", "- ", aside=rule.because)
    for choice in by_hand(Tender(read)):
        print_paragraph(out, f"{choice.name}: {choice.sentence}", "- ", aside=choice.reason)


def _heading(case: Case) -> str:
    soft = sum(rule.force == "soft" for rule in case.rules)
    off = sum(not rule.active for rule in case.rules)
    of_which = ", ".join(f"{found:,} {what}" for found, what in ((soft, "soft"), (off, "switched off")) if found)
    rules = count(len(case.rules), "rule") + (f" ({of_which})" if of_which else "")
    return f"{rules}, {count(len(case.picks), 'pick')}, {count(len(case.exclusions), 'exclusion')}."


def _document(case: Case) -> dict[str, Any]:
    return {
        "rules": [
            {
                **rule.model_dump(mode="json", include={"id", "name", "because", "active", "penalty", "priority"}),
                "state": rule.force,
                "sentence": rule_sentence(case, rule),
            }
            for rule in case.rules
        ],
        "by_hand": [choice.model_dump(mode="json") for choice in by_hand(Tender(case))],
    }
