"""All kinds, in the order in which they are tried."""

from benchmarks.service.hostile.bodies import BODIES
from benchmarks.service.hostile.framing import FRAMING
from benchmarks.service.hostile.ids import GUESSES, IDS
from benchmarks.service.hostile.slow import SLOW

KINDS = (*SLOW, *FRAMING, *BODIES, *IDS, GUESSES)
