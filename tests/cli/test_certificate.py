"""What was proven of an objective, in a sentence."""

from decimal import Decimal

import pytest

from models.evaluation import Level
from selector.cli.certificate import level_line


@pytest.mark.parametrize(
    ("objective", "value", "best", "bound", "said"),
    [
        ("priority 1", "0", "0", "0", "Priority 1: every rule of it kept, and no award can do better."),
        (
            "priority 1",
            "18",
            "23",
            "18",
            "Priority 1: rules broken by 2,300.0000% of their limits, and no award can do better than 1,800.0000%"
            " (gap 10.0000%). The award, found for later objectives, is better: rules broken by 1,800.0000% of their limits.",
        ),
        (
            "score",
            "70",
            "72",
            "72",
            "Score: 72.000 points, and no award can do better. Within the board's tolerance the award gives up 2.000 points"
            " of it for later objectives.",
        ),
        (
            "quality",
            "71",
            "70",
            "72",
            "Quality: 70.000 points, within 2.000 points of the best possible (gap 10.0000%). The award, found for later"
            " objectives, is better: 71.000 points.",
        ),
        (
            "penalty",
            "9",
            "10",
            "8",
            "Penalty: £10.00, within £2.00 of the best possible (gap 10.0000%). The award, found for later objectives, is"
            " better: £9.00.",
        ),
    ],
)
def test_of_a_level(objective: str, value: str, best: str, bound: str, said: str) -> None:
    level = Level(objective=objective, value=Decimal(value), best=Decimal(best), bound=Decimal(bound), gap=0.1)
    assert level_line(level) == said
