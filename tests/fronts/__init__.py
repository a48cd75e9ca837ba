"""Fronts of programs with several objectives."""
