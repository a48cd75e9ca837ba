"""What the reader of the example is told: what is real, and what is not."""

from selector.examples.england_2013.cut import Cut

_NOTES = """\
REAL. The CCGs of April 2013 with their names, codes, registered people, area teams, regions and places (public data of \
the Office for National Statistics, the Health and Social Care Information Centre and NHS England under the Open \
Government Licence; contains National Statistics data, Crown copyright). The names of the 23 commissioning support \
units planned in May 2012, and of the firms Capita, Optum and MBED, which were accredited on the Lead Provider \
Framework of 2014-15. The running-cost allowance of £24.73 a head (later £22.07). The services, the recommendation to \
buy four of them at scale, the viability floor of 300,000 people and the redundancy terms of the time.{real_terms}

SYNTHETIC. Everything else: no public table says which CCG bought from which unit, nor any bid price. Every bid, price, \
score, capacity, charge, budget, limit and preference is drawn by a seeded generator, also where it bears the name of a \
real body, and says nothing about that body. So are the services each real firm offers, the areas each unit grew from \
and hence the incumbents, and the staff. Bidders tagged "synthetic" are invented altogether, the partnerships included. \
The draws are calibrated to published figures: CCGs spent just over £9 a head a year on commissioning support units; \
business intelligence at scale cost 50p to £1 a head; the units had 8,500 to 9,000 staff; the mean redundancy to March \
2013 was £43,095.

ASSUMPTIONS. {tax} Within the NHS \
all staff transfer; 60 % do to a local authority, 50 % to a private firm (80 % where a bid says so) or to the part of a \
partnership that no NHS unit does, and 40 % to a voluntary body; by the plan of 2011 the buyer pays for the others. A CCG's budget for support is the \
part of its running-cost allowance, some 40 to 50 %, that its incumbent's {bids} would take in {leanest}; a few count on \
savings. A point of mean quality is worth half a per cent of what support typically costs over the horizon, so that a \
bid ten points better may cost five per cent more.\
"""

_TENDER = """

THE TENDER. To show what real tenders contain, bids and terms go beyond one price for one lot; all of it is synthetic. \
NHS units offer a CCG its local services together for less, in variants of which it may take one; firms offer to start \
in one group of CCGs of an area; specialists take a whole area. Bidders give discounts by what they are paid, by people \
or by lots. Equipment is bought by one organisation with people on the spot in each area. Back office and the computers \
of practices are provided on ground that hangs together. Continuing care and individual funding are called off from \
accredited bidders, public involvement after a mini-competition. No bidder may win more than a published number of \
lots. Two young bodies may only partner an NHS unit. Neighbours that shared managers around 2013 buy some services \
together, Greater Manchester's CCGs individual funding. A few large CCGs offer their own staff's work to neighbours. \
The ten area teams of NHS England that led on specialised services buy for an eighth of their area's people. Which \
areas border on each other was read off a map.

TIME, MONEY AND PEOPLE. Five years are compared, from 2013-14, and extensions that bids offer are counted upon. NHS \
units bid agreements of 18 months; others bid contracts of three to five years, some with an extension at a lower price, \
some indexed by 1 or 1.5 % a year, one firm's dearer at first and cheaper later. When an agreement runs out the lot is \
procured again at the same price, and at 2 to 4 % of a year's price for the procurement. A part of what firms bid \
starts on 1 October 2013, most of their starts in an area on 1 July; until then a lot costs what it does today, up to 10 % more \
than a middling NHS unit asks. Taking work over costs 0.5 to 7 % of a year's price. Firms take over only so many lots, or \
so many people's work, a month. After hosting NHS units are taken to become bodies owned by their staff: from then on their prices bear tax, \
and 2 % of the staff whom they have under a contract, as partners, are left behind. In half of the directorates of each \
CCG the work is to be done by 3 to 10 % fewer people, whoever wins; units have a few posts, at two places each, to which \
the displaced may move within 40 km. Some staff of a unit work for all its CCGs. Pensions of staff who transfer cost a firm \
20 % of their pay, a partnership 10 %, councils 6 % and voluntary bodies, who are taken to join the NHS scheme, 4 %. \
All of these but the 20 % are made up.\
"""

_REAL_TERMS = """ The 18 months and five years for \
which agreements and contracts could run, the end of hosting in 2016, and what a pension comparable to the NHS's could \
cost."""

_TAX_STATED = """Bidders outside the NHS charge value added tax of 20 %, of which CCGs recover so much, drawn by \
service, that 5 to 9 % stay with them."""
_TAX_IN_PRICES = "Prices of bidders outside the NHS include the 5 to 9 % of tax that a CCG could not recover."

_REGIONAL_NOTES = """

A PART OF ENGLAND. Bidders serve people outside this case as well. These count towards floors: for a national service \
what the floor asks there in proportion to people; for viability four-fifths of an NHS unit's home outside, and small \
shares for others. Capacities are in proportion. The recommended number of bodies for the whole country (ten for \
business intelligence) is not in force.\
"""


def notes(cut: Cut) -> str:
    """What is told of a case."""
    if cut.plain:
        told = _NOTES.format(real_terms="", tax=_TAX_IN_PRICES, bids="prices", leanest="2015-16")
    else:
        told = _NOTES.format(real_terms=_REAL_TERMS, tax=_TAX_STATED, bids="bids", leanest="the leanest year") + _TENDER
    return told + ("" if cut.national else _REGIONAL_NOTES)
