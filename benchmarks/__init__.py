"""The engine measured: public instances read and solved, suites run against peers on the same work.

A format, a suite or a peer is one file in ``formats``, ``suites`` or ``peers`` and one entry in that package's table.
Only the public faces of ``selector`` and ``models`` are used.
"""
