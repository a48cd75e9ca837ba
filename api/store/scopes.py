"""What a key may be for."""

from typing import Literal

Scope = Literal["read", "evaluate", "admin"]
SCOPES: tuple[Scope, ...] = ("read", "evaluate", "admin")
"""Each holds what those before it do."""
