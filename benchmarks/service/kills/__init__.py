"""Runs that are accepted and drained while whoever works on them is killed: none may be lost, and none done twice."""
