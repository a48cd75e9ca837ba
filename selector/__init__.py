"""Choose suppliers on cost, quality, liability and disruption, with proof.

``evaluate(read_case(text))`` is the whole of it; the rest is here for who needs more.
"""

from models import (
    Audit,
    AwardInvalid,
    BreakEven,
    Case,
    CaseInvalid,
    Choice,
    ClusterFailed,
    Comparison,
    Evaluation,
    Explanation,
    ExtraMissing,
    Front,
    Letter,
    NearTies,
    Options,
    Prices,
    Prospectus,
    RecordInvalid,
    Resilience,
    Robust,
    SelectorError,
    SolverFailed,
    Stability,
    SupplyMarket,
    Unanswerable,
    UnknownName,
    Without,
    read_award,
    read_case,
)
from selector.appraise import (
    Appraisal,
    Bidders,
    Bids,
    Discount,
    Ground,
    Joint,
    Limits,
    Lots,
    Outposts,
    Services,
    appraise,
)
from selector.cluster import Cluster
from selector.compare import ScenarioSign, compare
from selector.decide.audit import audit
from selector.decide.break_even import break_even
from selector.decide.choice import choice
from selector.decide.explain import explain
from selector.decide.letters import letters
from selector.decide.pareto import pareto
from selector.decide.prices import prices
from selector.decide.record import check_record, record
from selector.decide.resilience import resilience
from selector.decide.robust import robust
from selector.decide.stability import stability
from selector.decide.supply import market, prospectus
from selector.decide.ties import ties
from selector.decide.without import without
from selector.evaluation import evaluate
from selector.examples import england_2013, synthetic, write_example
from selector.files import read_award_file, read_case_file
from selector.fronts import Multiobjective, Nondominated, Point, SoFar, nondominated
from selector.presets import PRESETS, Preset, Replaced, apply_preset
from selector.program import Objectives, Program, lay, money_valued, objectives
from selector.scenarios import BASELINES, under
from selector.search import Sign
from selector.solve import Found, Goal, Outcome, Plan, Progress, hand_over, solve_here, solve_in_child
from selector.solve.memory import Memory
from selector.verify import Finding, Verification, verify
from selector.version import __version__

__all__ = [
    "BASELINES",
    "PRESETS",
    "Appraisal",
    "Audit",
    "AwardInvalid",
    "Bidders",
    "Bids",
    "BreakEven",
    "Case",
    "CaseInvalid",
    "Choice",
    "Cluster",
    "ClusterFailed",
    "Comparison",
    "Discount",
    "Evaluation",
    "Explanation",
    "ExtraMissing",
    "Finding",
    "Found",
    "Front",
    "Goal",
    "Ground",
    "Joint",
    "Letter",
    "Limits",
    "Lots",
    "Memory",
    "Multiobjective",
    "NearTies",
    "Nondominated",
    "Objectives",
    "Options",
    "Outcome",
    "Outposts",
    "Plan",
    "Point",
    "Preset",
    "Prices",
    "Program",
    "Progress",
    "Prospectus",
    "RecordInvalid",
    "Replaced",
    "Resilience",
    "Robust",
    "ScenarioSign",
    "SelectorError",
    "Services",
    "Sign",
    "SoFar",
    "SolverFailed",
    "Stability",
    "SupplyMarket",
    "Unanswerable",
    "UnknownName",
    "Verification",
    "Without",
    "__version__",
    "apply_preset",
    "appraise",
    "audit",
    "break_even",
    "check_record",
    "choice",
    "compare",
    "england_2013",
    "evaluate",
    "explain",
    "hand_over",
    "lay",
    "letters",
    "market",
    "money_valued",
    "nondominated",
    "objectives",
    "pareto",
    "prices",
    "prospectus",
    "read_award",
    "read_award_file",
    "read_case",
    "read_case_file",
    "record",
    "resilience",
    "robust",
    "solve_here",
    "solve_in_child",
    "stability",
    "synthetic",
    "ties",
    "under",
    "verify",
    "without",
    "write_example",
]
