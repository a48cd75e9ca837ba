"""What the reader of the example is told: what is real, and what is not."""

NOTES = """\
REAL. The CCGs of April 2013 with their names, codes, registered people, area teams, regions and places (public data of \
the Office for National Statistics, the Health and Social Care Information Centre and NHS England under the Open \
Government Licence; contains National Statistics data, Crown copyright). The names of the 23 commissioning support \
units planned in May 2012, and of the firms Capita, Optum and MBED, which were accredited on the Lead Provider \
Framework of 2014-15. The running-cost allowance of £24.73 a head (later £22.07). The services, the recommendation to \
buy four of them at scale, the viability floor of 300,000 people and the redundancy terms of the time.

SYNTHETIC. Everything else: no public table says which CCG bought from which unit, nor any bid price. Every bid, price, \
score, capacity, charge, budget, limit and preference is drawn by a seeded generator, also where it bears the name of a \
real body, and says nothing about that body. So are the services each real firm offers, the areas each unit grew from \
and hence the incumbents, and the staff. Bidders tagged "synthetic" are invented altogether, the partnerships included. \
The draws are calibrated to published figures: CCGs spent just over £9 a head a year on commissioning support units; \
business intelligence at scale cost 50p to £1 a head; the units had 8,500 to 9,000 staff; the mean redundancy to March \
2013 was £43,095.

ASSUMPTIONS. Prices of bidders outside the NHS include the 5 to 9 % of tax that a CCG could not recover. Within the NHS \
all staff transfer; 85 % do to a partnership, 60 % to a local authority, 50 % to a private firm (80 % where a bid says \
so) and 40 % to a voluntary body; by the plan of 2011 the buyer pays for the others. A CCG's budget for support is the \
part of its running-cost allowance, some 40 to 50 %, that its incumbent's prices would take in 2015-16; a few count on \
savings. A point of mean quality is worth half a per cent of what support typically costs over the horizon, so that a \
bid ten points better may cost five per cent more.\
"""

REGIONAL_NOTES = """

A PART OF ENGLAND. Bidders serve people outside this case as well. These count towards floors: for a national service \
what the floor asks there in proportion to people; for viability four-fifths of an NHS unit's home outside, and small \
shares for others. Capacities are in proportion. The recommended number of bodies for the whole country (ten for \
business intelligence) is not in force.\
"""
