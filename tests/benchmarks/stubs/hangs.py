"""Says who it is, and never ends."""

import os
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    Path(sys.argv[1], "pid").write_text(str(os.getpid()), encoding="ascii")
    time.sleep(600)
