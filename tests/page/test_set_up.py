"""Setting a case up: the effect of weights, rules by a form, choices by hand with a reason, scenarios; and nothing is lost."""

import json

import pytest
from playwright.sync_api import expect

from selector.client import Client
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER


@pytest.fixture
def at_two_boards(visit: Visit, client: Client) -> Visit:
    """Somebody who sets the two boards up, and sees the award of the case as it stands."""
    visit.go(f"#/cases/{client.add_example('two-boards').id}")
    expect(visit.page.locator("aside").get_by_text("£551,000")).to_be_visible(timeout=PATIENCE)
    return visit


def test_what_a_weight_does_is_told_as_it_is_set(at_two_boards: Visit) -> None:
    visit, aside = at_two_boards, at_two_boards.page.locator("aside")
    visit.page.get_by_label("A point of quality is worth, exact figure").fill("0")
    visit.page.keyboard.press("Tab")
    # The cheapest of all, and no redundancy either.
    expect(aside.get_by_text("It costs £50,000 less.")).to_be_visible(timeout=PATIENCE)
    moved = "Southbank CCG · Business intelligence: Example Analytics Ltd → Moorland CSU"
    expect(aside.get_by_text(moved)).to_be_visible()
    visit.press("Undo all changes")
    expect(aside.get_by_text("As the case stands")).to_be_visible(timeout=PATIENCE)


def test_a_rule_is_read_back_in_the_words_of_the_paper(at_two_boards: Visit) -> None:
    visit = at_two_boards
    visit.press("Add a rule")
    dialog = visit.page.get_by_role("dialog", name="Add a rule")
    dialog.get_by_label("this limit").fill("a lot")
    expect(dialog.get_by_text('"a lot" is not a number')).to_be_visible(timeout=PATIENCE)
    dialog.get_by_label("this limit").fill("30")
    dialog.get_by_label("Name (optional)").fill("No one dominates")
    sentence = "No one dominates (no-one-dominates): each bidder wins at most 30 % of the yearly spend on all services."
    expect(dialog.get_by_text(sentence)).to_be_visible(timeout=PATIENCE)
    visit.axe()
    visit.press("Add the rule")
    expect(dialog).to_have_count(0)
    switch = visit.page.get_by_role("switch", name=sentence)
    expect(switch).to_be_checked()
    aside = visit.page.locator("aside")
    expect(aside.get_by_text("No award keeps all of this.")).to_be_visible(timeout=PATIENCE)
    switch.click()
    expect(aside.get_by_text("The same award.")).to_be_visible(timeout=PATIENCE)
    # What is not kept yet is there again after the page was left.
    visit.page.reload()
    expect(switch).not_to_be_checked(timeout=PATIENCE)


def test_nothing_is_decided_by_hand_without_a_reason(at_two_boards: Visit, client: Client) -> None:
    visit = at_two_boards
    visit.press("Leave bids out")
    dialog = visit.page.get_by_role("dialog", name="Leave bids out")
    dialog.get_by_label("Whose").select_option("Valley CSU")
    dialog.get_by_role("button", name="Leave out").click()
    expect(dialog.get_by_text("Give the reason")).to_be_visible()
    dialog.get_by_label("Reason").fill("It has withdrawn.")
    dialog.get_by_role("button", name="Leave out").click()
    expect(visit.page.get_by_text("All bids of Valley CSU are left out.")).to_be_visible(timeout=PATIENCE)
    visit.press("Find the best award")
    visit.is_at("The award")
    case = client.case(client.run(visit.page.url.rpartition("/")[2]).case)
    assert [(each.bidder, each.reason) for each in case.exclusions] == [("valley", "It has withdrawn.")]


def test_a_scenario_is_kept_beside_the_case(at_two_boards: Visit, client: Client) -> None:
    visit = at_two_boards
    case = visit.page.url.rpartition("/")[2]
    visit.page.get_by_label("A pound of redundancy counts for, exact figure").fill("4")
    visit.page.keyboard.press("Tab")
    visit.press("Keep as a scenario")
    visit.page.get_by_label("Name").fill("Dearer redundancy")
    visit.page.get_by_role("button", name="Keep", exact=True).click()
    visit.press("Find its award: Dearer redundancy")
    visit.is_at("The award")
    (kept,) = [each for each in client.scenarios(case) if each.scenario.name == "Dearer redundancy"]
    assert kept.scenario.patch == {"objective": {"liability_weight": "4"}}


def test_another_way_of_weighing_counts_disruption_as_before(visit: Visit, client: Client) -> None:
    stated = json.loads(client.case(client.add_example("two-boards").id).canonical_json())
    stated["objective"]["disruption"] = "staff"
    visit.go(f"#/cases/{client.add_case(json.dumps(stated).encode()).id}")
    visit.page.get_by_role("radio", name="One aim after another").check()
    visit.press("Find the best award")
    visit.is_at("The award")
    objective = client.case(client.run(visit.page.url.rpartition("/")[2]).case).objective
    assert (objective.mode, objective.disruption) == ("lexicographic", "staff")
