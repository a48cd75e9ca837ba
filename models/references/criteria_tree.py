"""The tree of criteria: which have parts, and to which services each applies."""

from collections.abc import Mapping

from models.known import Known

Scope = frozenset[str] | None
"""The services to which a criterion applies; None for all."""


class CriteriaTree:
    """What the criteria of a draft are parts of."""

    def __init__(self, known: Known) -> None:
        self._criteria = known.criteria
        self.parts: dict[str, list[str]] = {}
        """By criterion that has parts, these."""
        for name, criterion in known.criteria.items():
            if criterion.parent is not None:
                self.parts.setdefault(criterion.parent, []).append(name)
        self.loops: dict[str, list[str]] = {}
        """Criteria that are parts of themselves: by the first of each loop, all of it, each a part of the next."""
        self.scope: dict[str, Scope] = {}
        """The services of each criterion and all it is a part of, taken together; where these are known and agree."""
        # What a criterion with a misspelt service applies to nobody can tell.
        self._lost = {
            name
            for name, criterion in known.criteria.items()
            if any(known.missing("services", service) for service in criterion.services or ())
        }
        for name in known.criteria:
            self._follow(name)

    def _follow(self, name: str) -> None:
        """Settle a criterion and all that it is a part of."""
        path: dict[str, None] = {}
        above: str | None = name
        # Step by step, not by recursion: a chain may be as long as the table.
        while above is not None and above in self._criteria and above not in path and not self._is_settled(above):
            path[above] = None
            above = self._criteria[above].parent
        if above in path:
            loop = [*path][[*path].index(above) :]
            members = set(loop)
            first = next(each for each in self._criteria if each in members)
            self.loops[first] = loop[loop.index(first) :] + loop[: loop.index(first)]
        scope: Scope = None
        if above is not None:
            if above not in self.scope:
                self._lost.update(path)
                return
            scope = self.scope[above]
        for each in reversed(path):
            stated = self._criteria[each].services
            if stated and scope and scope.isdisjoint(stated):
                self._lost.update(path.keys() - self.scope.keys())  # which of the two is wrong nobody can tell
                return
            if stated is not None:
                scope = frozenset(stated) if scope is None else scope & frozenset(stated)
            self.scope[each] = scope

    def _is_settled(self, name: str) -> bool:
        return name in self.scope or name in self._lost

    def leaves(self, service: str) -> frozenset[str]:
        """The criteria without parts that are known to apply to a service."""
        return frozenset(
            name for name, scope in self.scope.items() if name not in self.parts and (scope is None or service in scope)
        )


def by_service(tree: CriteriaTree, known: Known) -> Mapping[str, frozenset[str]]:
    """The criteria to be scored on each service."""
    return {service: tree.leaves(service) for service in known.services}
