"""The service as its clients meet it: over sockets, at its limits, under attack, and for long.

Each part starts ``selector serve`` on this machine, on a free port and with data of its own, and ends all that it started.
"""
