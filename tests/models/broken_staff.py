"""Broken staff groups, vacancies, terms of pensions, and published figures."""

from tests.models.breaking import Broken, at
from tests.models.cases import REMOVED

FIELDS = {
    "negative staff required": at("/lots/0/required_wte", -1, "it must be 0 or more"),
    "staff required to a millionth": at("/lots/0/required_wte", "1.000001", "has more than 3 decimal places"),
    "employer as a number": at("/staff_groups/1/employer", 7, "7 is not text"),
    "function of no name": at("/staff_groups/1/function", "", "it must not be empty"),
    "function of two lines": at("/staff_groups/1/function", "hr\nit", "a name is one line"),
    "place as a position": at("/staff_groups/1/place", [53.5, -2.5], "a list is not text"),
    "null for the lots of a group": at("/staff_groups/0/lots", None, "null is not a list"),
    "vacancy without a function": at("/vacancies/0/function", REMOVED, "is missing"),
    "vacancy without a bidder": at("/vacancies/0/bidder", REMOVED, "is missing"),
    "negative vacancy": at("/vacancies/0/wte", "-0.5", '"-0.5" is not allowed: it must be 0 or more'),
    "vacancy misspelt": at("/vacancies/0/posts", 1, "is not a field here"),
    "vacancies by id": at("/vacancies", {"trainer": 1}, "an object is not a list"),
    "redeployment over no distance": at("/redeploy_within_km", 0, "0 is not allowed: it must be more than 0"),
    "redeployment around the earth": at("/redeploy_within_km", 20_101, "it must be 20,100 or less"),
    "negative pension": at("/transfer_terms/private/pension", "-0.01", "it must be 0 or more"),
    "pension of more than the pay": at("/transfer_terms/private/pension", "1.01", "it must be 1 or less"),
    "published figure of another sort": at("/published/0/figure", "mean", 'it must be "redundancy_if_all_leave"'),
    "published figure without a source": at("/published/0/source", REMOVED, "is missing"),
    "published figure that does not differ": at("/published/0/difference", REMOVED, "is missing"),
    "published part of a person": at("/published/0/people", "1.5", '"1.5" is not a whole number'),
}

REFERENCES = {
    **{
        f"{pointer} points nowhere": at(pointer, "nobody", f'there is no {noun} "nobody"')
        for pointer, noun in {
            "/staff_groups/1/employer": "bidder",
            "/staff_groups/1/place": "buyer",
            "/vacancies/0/bidder": "bidder",
            "/vacancies/0/place": "buyer",
        }.items()
    },
    "two vacancies of one id": at(
        "/vacancies/-",
        {"id": "trainer", "bidder": "hill-csu", "function": "hr", "wte": 1},
        '"trainer" is already the id of /vacancies/0',
        "/vacancies/1/id",
    ),
    "staff of no lots and no employer": at(
        "/staff_groups/1/employer",
        REMOVED,
        "is missing: name the lots the group works on, or its employer",
        "/staff_groups/1/lots",
    ),
    "staff of an employer that provides nothing": at(
        "/staff_groups/1/employer", "acme", '"acme" is the incumbent of no lot: name the lots the group works on'
    ),
    "staff of an employer where lots are not listed": Broken(
        {"/lots": None}, "/staff_groups/1/employer", '"hill-csu" is the incumbent of no lot'
    ),
    "staff of an employer on a lot that another provides": Broken(
        {"/staff_groups/0/employer": "hill-csu", "/lots/1/incumbent": "acme"},
        "/staff_groups/0/lots/1/lot",
        'the incumbent of "south-hr" is "acme", and the group\'s employer is "hill-csu"',
    ),
    "staff of an employer on a lot that nobody provides": at(
        "/staff_groups/0/employer",
        "hill-csu",
        'the incumbent of "south-hr" is not stated, and the group\'s employer is "hill-csu"',
        "/staff_groups/0/lots/1/lot",
    ),
    "vacancy outside the NHS family": at(
        "/vacancies/0/bidder", "acme", '"acme" is not of the NHS family: staff are redeployed within it'
    ),
    "vacancy at an NHS kind that says it is not": at(
        "/bidders/0/nhs", False, '"hill-csu" is not of the NHS family', "/vacancies/0/bidder"
    ),
    "vacancy in a function of nobody": at(
        "/vacancies/0/function", "estates", '"estates" is the function of no staff group'
    ),
    "vacancy where no group has a function": at(
        "/staff_groups/1/function", REMOVED, '"hr" is the function of no staff group', "/vacancies/0/function"
    ),
}
