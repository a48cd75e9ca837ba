"""Peers that misbehave, to be run in a process of their own."""
