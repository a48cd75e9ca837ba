"""Which of several conflicts is the plainest: one of rules about the whole of a service or a buyer comes first."""

_WHOLE = ("shape", "min_providers", "floor", "quality_standard", "budget", "joint", "contiguity", "max_lots", "rule")
# What bars single bids comes last.
_BARS = ("framework", "competition", "partner_only", "veto", "shortlist", "minimum", "min_quality", "exclusion", "pick")


def plainness(family: str) -> int:
    """The rank of a family of members: less is plainer than more."""
    if family in _WHOLE:
        return _WHOLE.index(family)
    return len(_WHOLE) + (family in _BARS)
