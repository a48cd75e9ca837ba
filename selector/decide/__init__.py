"""The questions around an award."""
