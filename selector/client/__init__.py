"""A thin client of the service: each method is a request, and what comes back is typed.

::

    with Client("http://127.0.0.1:8000", key="sel_...") as client:
        award = client.evaluate(Path("case.xlsx"))
"""

from selector.client.client import Client
from selector.client.problem import Fault, RunCancelled, ServiceProblem
from selector.client.told import CaseTold, DecisionTold, Event, ExampleTold, Progress, RunTold, ScenarioTold

__all__ = [
    "CaseTold",
    "Client",
    "DecisionTold",
    "Event",
    "ExampleTold",
    "Fault",
    "Progress",
    "RunCancelled",
    "RunTold",
    "ScenarioTold",
    "ServiceProblem",
]
