"""Runs that are durable: accepted once, finished once, whatever is killed in between."""
