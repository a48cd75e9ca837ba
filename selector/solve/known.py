"""What is known of a search from its messages, to be answered for if it ends before it is done."""

import math
from dataclasses import dataclass

from selector.solve.outcome import Found, GoalResult, Limit, Outcome, Plan, Progress, Settled


@dataclass
class Known:
    """What a child has told so far, to be answered for if it ends before it is done."""

    plan: Plan
    accepted: tuple[int, ...] | None = None
    settled: tuple[GoalResult, ...] = ()
    pending: Found | None = None
    """The best award for the goal being pursued."""
    bound: float = -math.inf

    def add(self, message: Progress | Found | Settled) -> None:
        """Take note of a message."""
        if isinstance(message, Found):
            if message.goal == len(self.settled) < len(self.plan.goals):
                self.accepted = message.accepted
                self.pending = message
        elif isinstance(message, Settled):
            self.accepted = message.accepted
            self.settled = message.goals
            self.pending = None
        elif message.bound is not None and message.goal == self.plan.goals[0].name:
            self.bound = max(self.bound, message.bound)

    def outcome(self, limit: Limit) -> Outcome:
        """What can be said of the best award so far."""
        goals = self.settled
        done = len(goals) == len(self.plan.goals)  # only ties were left to settle
        if self.pending is not None:
            bound = min(self.bound, self.pending.value) if not goals else -math.inf
            goals = (*goals, GoalResult(self.pending.value, bound, proven=False))
        return Outcome(
            accepted=self.accepted,
            goals=goals,
            infeasible=False,
            limit=None if done else limit,
            ties="not_examined",
            bound=goals[0].bound if goals else self.bound,
        )
