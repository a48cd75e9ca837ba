"""Choose suppliers on cost, quality, liability and disruption, with proof.

``evaluate(read_case(text))`` is the whole of it; the rest is here for who needs more.
"""

from models import (
    AwardInvalid,
    Case,
    CaseInvalid,
    Evaluation,
    ExtraMissing,
    Options,
    SelectorError,
    SolverFailed,
    read_award,
    read_case,
)
from selector.appraise import Appraisal, appraise
from selector.evaluation import Sign, evaluate
from selector.examples import UnknownName, england_2013, synthetic, write_example
from selector.files import read_award_file, read_case_file
from selector.program import Program, lay, objectives
from selector.solve import Goal, Outcome, Plan, solve_here, solve_in_child
from selector.verify import Finding, Verification, verify
from selector.version import __version__

__all__ = [
    "Appraisal",
    "AwardInvalid",
    "Case",
    "CaseInvalid",
    "Evaluation",
    "ExtraMissing",
    "Finding",
    "Goal",
    "Options",
    "Outcome",
    "Plan",
    "Program",
    "SelectorError",
    "Sign",
    "SolverFailed",
    "UnknownName",
    "Verification",
    "__version__",
    "appraise",
    "england_2013",
    "evaluate",
    "lay",
    "objectives",
    "read_award",
    "read_award_file",
    "read_case",
    "read_case_file",
    "solve_here",
    "solve_in_child",
    "synthetic",
    "verify",
    "write_example",
]
