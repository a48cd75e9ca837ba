"""Suites run: each engine on each case in a process of its own, one at a time, and what came of it in rows and a table."""
