"""What goes in and what comes out: frozen models of a case and of its evaluation, and their validation.

Nothing here knows how an award is found; every other package builds on this one.
"""

from models.analyses import Analyses
from models.audit import (
    Audit,
    ContestedLot,
    FormulaAward,
    LotRankings,
    LotReversal,
    Winner,
    Withdrawal,
    WonUnder,
)
from models.award import (
    Accepted,
    BuyerAccount,
    ByHand,
    Disqualified,
    EarnedDiscount,
    LowBid,
    Outpost,
    Provider,
    Reason,
    Redeployed,
    RuleState,
    Sense,
    StaffOutcome,
    Totals,
)
from models.bid import Bid, ContractForm, PriceBasis
from models.bidder import Bidder, Partner
from models.bidder_kind import NHS_KINDS, BidderKind
from models.break_even import BreakEven, BreakEvenBidder, ComparedLot, IfAllLeave, PublishedRedundancy, Redundancy
from models.buyer import Buyer
from models.case import FORMAT, Case
from models.choice import (
    Alone,
    BuyerChoice,
    BuyerFigures,
    Choice,
    ChosenLot,
    Coalition,
    Coalitions,
    FavouriteLot,
    Leaving,
    Regret,
    ShareMethod,
    ValuedBy,
)
from models.choice_by_hand import Exclusion, Pick
from models.comparison import Compared, ComparedStatus, Comparison, Market, ScenarioFault, TotalDifference
from models.conflict import Clash, Conflict, ConflictRule, Mended, Move, PatchOperation, Repair
from models.contiguity import Contiguity
from models.criterion import Criterion
from models.discount import Discount, DiscountBasis, DiscountKind, Tier
from models.errors import (
    AwardInvalid,
    CaseInvalid,
    ClusterFailed,
    ExtraMissing,
    RecordInvalid,
    SelectorError,
    SolverFailed,
    Unanswerable,
    UnknownName,
)
from models.evaluation import Certificate, Evaluation, Level, Provenance, Status, Ties
from models.explain import (
    Bar,
    CriterionBeside,
    Explanation,
    Letter,
    LosingBid,
    LotBeside,
    Threshold,
    WinningBid,
)
from models.faults import Fault
from models.framework import Framework
from models.front import Front, FrontObjective, FrontPoint
from models.horizon import Horizon
from models.hosting import Hosting
from models.joint_purchase import JointPurchase
from models.letters import Letters
from models.lot import InHouse, Lot
from models.lot_set import LotSet
from models.low_prices import LowPrices
from models.market import SupplyMarket
from models.marks import Evaluator, Marking, Moderation
from models.mobilisation import Mobilisation
from models.objective import (
    EvaluatedPrice,
    Lexicographic,
    LexicographicLevel,
    MoneyValued,
    ObjectiveName,
    PriceFormula,
    Ratio,
)
from models.options import Options
from models.preference import Preference
from models.prices import PairPrice, Prices, RulePrice, ShadowPrice, Unbinding
from models.prospectus import Prospectus
from models.published import Published
from models.read import read_award, read_case
from models.read_record import read_record
from models.record import DecisionRecord, SealedRecord
from models.record_check import RecordCheck
from models.record_difference import RecordDifference
from models.resilience import Anew, BrokenLimit, Failure, RepairOutcome, Resilience
from models.robust import Robust, RobustAward, WorstBidder, WorstCase
from models.rule import COUNTS, BidderSet, Grouping, Metric, Rule, RuleSense
from models.scenario import MergedCharges, MergedPrices, Merger, Scenario
from models.scores import BidScores, LotScores, ScoreSheet
from models.service import Service, Shape
from models.stability import (
    Acceptability,
    Acceptance,
    AcceptedAward,
    AcceptedBid,
    AcceptedBidder,
    CriterionRange,
    FixedCriterion,
    OrderChange,
    OtherBest,
    SmallestChange,
    Stability,
    TurningPoint,
    WeightMap,
    WeightRange,
    WeightRegion,
)
from models.staff import DEFAULT_TERMS, LotShare, StaffGroup, TransferTerms, Vacancy
from models.ties import NearTies, OtherAward
from models.without import BestAward, Difference, Handover, TotalsDifference, Without, WithoutBid

__all__ = [
    "COUNTS",
    "DEFAULT_TERMS",
    "FORMAT",
    "NHS_KINDS",
    "Acceptability",
    "Acceptance",
    "Accepted",
    "AcceptedAward",
    "AcceptedBid",
    "AcceptedBidder",
    "Alone",
    "Analyses",
    "Anew",
    "Audit",
    "AwardInvalid",
    "Bar",
    "BestAward",
    "Bid",
    "BidScores",
    "Bidder",
    "BidderKind",
    "BidderSet",
    "BreakEven",
    "BreakEvenBidder",
    "BrokenLimit",
    "Buyer",
    "BuyerAccount",
    "BuyerChoice",
    "BuyerFigures",
    "ByHand",
    "Case",
    "CaseInvalid",
    "Certificate",
    "Choice",
    "ChosenLot",
    "Clash",
    "ClusterFailed",
    "Coalition",
    "Coalitions",
    "Compared",
    "ComparedLot",
    "ComparedStatus",
    "Comparison",
    "Conflict",
    "ConflictRule",
    "ContestedLot",
    "Contiguity",
    "ContractForm",
    "Criterion",
    "CriterionBeside",
    "CriterionRange",
    "DecisionRecord",
    "Difference",
    "Discount",
    "DiscountBasis",
    "DiscountKind",
    "Disqualified",
    "EarnedDiscount",
    "EvaluatedPrice",
    "Evaluation",
    "Evaluator",
    "Exclusion",
    "Explanation",
    "ExtraMissing",
    "Failure",
    "Fault",
    "FavouriteLot",
    "FixedCriterion",
    "FormulaAward",
    "Framework",
    "Front",
    "FrontObjective",
    "FrontPoint",
    "Grouping",
    "Handover",
    "Horizon",
    "Hosting",
    "IfAllLeave",
    "InHouse",
    "JointPurchase",
    "Leaving",
    "Letter",
    "Letters",
    "Level",
    "Lexicographic",
    "LexicographicLevel",
    "LosingBid",
    "Lot",
    "LotBeside",
    "LotRankings",
    "LotReversal",
    "LotScores",
    "LotSet",
    "LotShare",
    "LowBid",
    "LowPrices",
    "Market",
    "Marking",
    "Mended",
    "MergedCharges",
    "MergedPrices",
    "Merger",
    "Metric",
    "Mobilisation",
    "Moderation",
    "MoneyValued",
    "Move",
    "NearTies",
    "ObjectiveName",
    "Options",
    "OrderChange",
    "OtherAward",
    "OtherBest",
    "Outpost",
    "PairPrice",
    "Partner",
    "PatchOperation",
    "Pick",
    "Preference",
    "PriceBasis",
    "PriceFormula",
    "Prices",
    "Prospectus",
    "Provenance",
    "Provider",
    "Published",
    "PublishedRedundancy",
    "Ratio",
    "Reason",
    "RecordCheck",
    "RecordDifference",
    "RecordInvalid",
    "Redeployed",
    "Redundancy",
    "Regret",
    "Repair",
    "RepairOutcome",
    "Resilience",
    "Robust",
    "RobustAward",
    "Rule",
    "RulePrice",
    "RuleSense",
    "RuleState",
    "Scenario",
    "ScenarioFault",
    "ScoreSheet",
    "SealedRecord",
    "SelectorError",
    "Sense",
    "Service",
    "ShadowPrice",
    "Shape",
    "ShareMethod",
    "SmallestChange",
    "SolverFailed",
    "Stability",
    "StaffGroup",
    "StaffOutcome",
    "Status",
    "SupplyMarket",
    "Threshold",
    "Tier",
    "Ties",
    "TotalDifference",
    "Totals",
    "TotalsDifference",
    "TransferTerms",
    "TurningPoint",
    "Unanswerable",
    "Unbinding",
    "UnknownName",
    "Vacancy",
    "ValuedBy",
    "WeightMap",
    "WeightRange",
    "WeightRegion",
    "Winner",
    "WinningBid",
    "Withdrawal",
    "Without",
    "WithoutBid",
    "WonUnder",
    "WorstBidder",
    "WorstCase",
    "read_award",
    "read_case",
    "read_record",
]
