"""What sort of body a bidder is."""

from typing import Literal

BidderKind = Literal["nhs_csu", "private", "voluntary", "local_authority", "in_house", "partnership"]

NHS_KINDS: frozenset[BidderKind] = frozenset({"nhs_csu", "in_house"})
