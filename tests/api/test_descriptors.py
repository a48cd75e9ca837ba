"""How many connections a process may have."""

import subprocess
import sys

import pytest

PROGRAM = """
import resource
from api.descriptors import allow_descriptors
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (100, min(hard, {hard})))
allow_descriptors({connections})
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limit")
@pytest.mark.parametrize(("connections", "hard", "allowed"), [(300, 1000, 500), (3000, 1000, 1000), (-150, 1000, 100)])
def test_as_many_as_are_wanted_and_may_be(connections: int, hard: int, allowed: int) -> None:
    program = PROGRAM.format(connections=connections, hard=hard)
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(ran.stdout) == allowed
