"""Broken starts, terms, prices, taxes, hosting and mobilisation."""

from tests.models.breaking import Broken, at
from tests.models.cases import REMOVED

KINDS = 'it must be "nhs_csu", "private", "voluntary", "local_authority", "in_house" or "partnership"'

FIELDS = {
    "number for extended": at("/horizon/extended", 1, "1 is not true or false"),
    "start within a month": at("/bids/0/start", "2013-10-02", "not the first day of a month"),
    "start of no calendar": at("/bids/0/start", "2013-13-01", '"2013-13-01" is not a date written YYYY-MM-DD'),
    "start as a number": at("/bids/0/start", 2013, "2013 is not a date written YYYY-MM-DD"),
    "term of nothing": at("/bids/0/term_years", 0, "0 is not allowed: it must be more than 0"),
    "term of more than a century": at("/bids/0/extension_years", "100.5", "it must be 100 or less"),
    "term of 7 decimals": at("/bids/0/term_years", "1.5000001", "has more than 6 decimal places"),
    "text for a term": at("/bids/0/term_years", "18 months", '"18 months" is not a number'),
    "indexation beyond doubling": at("/bids/0/indexation", "1.01", "it must be 1 or less"),
    "indexation below nothing": at("/bids/0/indexation", "-1.01", "it must be -1 or more"),
    "boolean as indexation": at("/bids/0/indexation", True, "true is not a number"),
    "negative price of a year": at("/bids/0/prices/2014-15", -1, "-1 is not allowed: it must be 0 or more"),
    "price of no year": at("/bids/0/prices/2014", 1, '"2014" is not a financial year written like 2013-14'),
    "list of prices": at("/bids/0/prices", [1, 2, 3], "a list is not an object"),
    "negative price of an extension": at("/bids/0/extension_price", "-0.01", "it must be 0 or more"),
    "form of another sort": at("/bids/0/form", "handshake", 'it must be "agreement" or "contract"'),
    "transition of a fraction of a penny": at("/bids/0/transition", "0.001", "has more than 2 decimal places"),
    "negative transition": at("/bids/0/transition", -1, "it must be 0 or more"),
    "more VAT recovered than paid": at("/services/0/vat_recoverable", "1.1", "it must be 1 or less"),
    "negative cost of procuring again": at("/services/0/reprocurement_cost", -1, "it must be 0 or more"),
    "successors of no length": at("/services/0/successor_years", 0, "it must be 0.25 or more"),
    "successors of null": at("/services/0/successor_years", None, "null is not a number"),
    "VAT on an unknown kind": at("/vat/quango", "0.2", f'"quango" is not allowed: {KINDS}'),
    "VAT in per cent": at("/vat/private", 20, "20 is not allowed: it must be 1 or less"),
    "VAT as a number": at("/vat", "0.2", '"0.2" is not an object'),
    "hosting without an end": at("/bidders/0/hosting/until", REMOVED, "is missing"),
    "hosting until within a month": at("/bidders/0/hosting/until", "2015-07-15", "not the first day of a month"),
    "hosting of what becomes nothing": at("/bidders/0/hosting/becomes", REMOVED, "is missing"),
    "hosting of what becomes a quango": at("/bidders/0/hosting/becomes", "quango", KINDS),
    "more than all move with it": at("/bidders/0/hosting/transfer", "1.5", "it must be 1 or less"),
    "hosting as a date": at("/bidders/0/hosting", "2015-07-01", '"2015-07-01" is not an object'),
    "mobilisation without a beginning": at("/bidders/0/mobilisation/begins", REMOVED, "is missing"),
    "mobilisation at no pace": at("/bidders/0/mobilisation/lots_a_month", 0, "it must be more than 0"),
    "mobilisation at a negative pace": at("/bidders/0/mobilisation/wte_a_month", -1, "it must be more than 0"),
    "mobilisation misspelt": at(
        "/bidders/0/mobilisation/lots_per_month", 1, 'is not a field here (did you mean "lots_a_month"?)'
    ),
    "negative present cost": at("/lots/0/present_cost", "-1", "it must be 0 or more"),
    "present cost in words": at("/lots/0/present_cost", "as now", '"as now" is not a number'),
}

REFERENCES = {
    "start before the horizon": at(
        "/bids/0/start", "2013-03-01", "2013-03-01 is not within the horizon (2013-04-01 to before 2016-04-01)"
    ),
    "start on the day after the horizon": at("/bids/0/start", "2016-04-01", "2016-04-01 is not within the horizon"),
    "start in a horizon at the end of the calendar": Broken(
        {"/horizon/start": "9998-04-01", "/horizon/years": 30},
        "/bids/0/start",
        "2013-10-01 is not within the horizon (9998-04-01 to before 10028-04-01)",
    ),
    "late start of a lot that does not say what it costs": at(
        "/lots/0/present_cost", REMOVED, 'is missing: bid "b1" starts only on 2013-10-01'
    ),
    "late start of a lot that is not listed": Broken(
        {
            "/lots": None,
            "/services": [{"id": "hr", "name": "HR"}],
            "/bids": [{"id": "b", "bidder": "acme", "lots": ["south:hr"], "price": 1, "start": "2013-05-01"}],
        },
        "/lots",
        'must be listed, and "south:hr" have a present_cost: bid "b" starts only on 2013-05-01',
    ),
    "price of a year outside the horizon": at(
        "/bids/0/prices/2016-17", 1, '"2016-17" is not a financial year of the horizon (2013-14 to 2015-16)'
    ),
    "price of a year that is two": at("/bids/0/prices/2013-15", 1, "is not a financial year of the horizon"),
    "agreement of more than 18 months": Broken(
        {"/bids/0/form": "agreement", "/bids/0/term_years": "1.500001"},
        "/bids/0/term_years",
        "1.500001 is too long: an agreement runs for 18 months at most",
    ),
    "agreement with a firm": Broken(
        {"/bids/1/form": "agreement", "/bids/1/term_years": 1},
        "/bids/1/form",
        'an agreement is made within the NHS family, and "acme" is outside it: offer a contract',
    ),
    "incremental discount on prices of single years": at(
        "/discounts/0/kind",
        "incremental",
        'needs bids that run alike, as its tiers are parts of one yearly price: bid "b1" has prices of its own',
    ),
    "incremental discount on bids that start apart": Broken(
        {
            "/discounts/0/kind": "incremental",
            "/bids/0/prices": {},
            "/bids/0/extension_price": None,
        },
        "/discounts/0/kind",
        'bids "b1" and "b4" start on different days, or are indexed differently',
    ),
    "contract of more than five years": at(
        "/bids/0/term_years", "5.1", "5.1 is too long: a contract runs for five years at most, extensions apart"
    ),
    **{
        f"{form} without a term": Broken({f"/bids/{bid}/form": form}, f"/bids/{bid}/term_years", "is missing: ")
        for form, bid in (("agreement", 3), ("contract", 1))
    },
    "extension of nothing": at(
        "/bids/0/term_years", REMOVED, "needs term_years: without a term", "/bids/0/extension_years"
    ),
    "price of no extension": at("/bids/0/extension_years", REMOVED, "needs extension_years", "/bids/0/extension_price"),
}
