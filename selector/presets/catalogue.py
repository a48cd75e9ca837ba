"""The presets there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from selector.presets.conflict_of_interest import ConflictOfInterest
from selector.presets.csu_count import CsuCount
from selector.presets.end_to_end import EndToEnd
from selector.presets.framework_only import FrameworkOnly
from selector.presets.incumbents_keep import IncumbentsKeep
from selector.presets.lots_per_bidder import LotsPerBidder
from selector.presets.min_providers import MinProviders
from selector.presets.parameters import Parameters
from selector.presets.plurality import Plurality
from selector.presets.second_provider import SecondProvider
from selector.presets.small_and_voluntary import SmallAndVoluntary
from selector.presets.ten_bodies import TenBodies


@dataclass(frozen=True)
class Entry:
    """A preset."""

    sentence: str
    """What it stands for."""
    takes: type[Parameters]


CATALOGUE: Mapping[str, Entry] = {
    "ten-bodies": Entry(
        "About ten bodies of five million people each, every one at a published standard: business intelligence.",
        TenBodies,
    ),
    "plurality": Entry("No bidder has more than a share of the yearly spend.", Plurality),
    "min-providers": Entry("Each service has at least so many providers.", MinProviders),
    "small-and-voluntary": Entry(
        "Small firms, by their tag, and voluntary bodies have at least a share of the yearly spend.", SmallAndVoluntary
    ),
    "incumbents-keep": Entry("Who provides a lot today keeps at least a share of the yearly spend.", IncumbentsKeep),
    "lots-per-bidder": Entry("No bidder wins more than so many lots.", LotsPerBidder),
    "framework-only": Entry("Services are called off from accredited bidders only.", FrameworkOnly),
    "conflict-of-interest": Entry("A bidder wins nothing of certain buyers or services.", ConflictOfInterest),
    "end-to-end": Entry("Each buyer has one provider for all its local services.", EndToEnd),
    "csu-count": Entry("Between 25 and 35 NHS commissioning support units win work.", CsuCount),
    "second-provider": Entry(
        "Each area has a second provider of critical services, for when the first one fails.", SecondProvider
    ),
}

PRESETS: Mapping[str, str] = {name: entry.sentence for name, entry in CATALOGUE.items()}
"""The presets there are, each with what it stands for."""

PARAMETERS: Mapping[str, type[Parameters]] = {name: entry.takes for name, entry in CATALOGUE.items()}
"""What each preset takes."""
