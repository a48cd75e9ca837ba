"""What a rule asks of a subject: the middle of its sentence."""

from models import Rule
from selector.verify.sentences.amount import NOUNS, SENSES, counted, money, per_cent
from selector.verify.sentences.names import Names
from selector.verify.sentences.where import Where
from selector.verify.sentences.whose import Subject, nouns
from selector.verify.words import quantity


def measured(names: Names, rule: Rule, subject: Subject, lots: Where) -> str:
    """``each bidder wins at most 3 lots of HR in Kent``."""
    won = _on_everything(lots) if rule.bidders.is_everyone and subject.plural else _won(subject, lots)
    match rule.metric:
        case "lots":
            return f"{subject.text} {subject.verb('win')} {_counted(rule)}{lots.on_lots()}"
        case "buyers":
            served = f"{lots.place('among')}{f' with {lots.services}' if lots.services else ''}"
            return f"{subject.text} {subject.verb('serve')} {_counted(rule)}{served}"
        case "population":
            once = "" if _none(rule) else ", each counted once"
            return f"{subject.text} {subject.verb('serve')} {_counted(rule)}{lots.on_people()}{once}"
        case "spend" | "share_of_spend":
            return f"{subject.text} {subject.verb('win')} {_part(rule)} of the yearly spend on {_spent_on(lots)}"
        case "share_of_population":
            whose = "" if lots.by_place or lots.buyers or lots.areas else " of all buyers"
            return f"{subject.text} {subject.verb('serve')} {_part(rule)} of the people{whose}{lots.on_people()}"
        case "winners":
            return _winners(names, rule, lots)
        case "mean_quality":
            return f"the mean quality of {won} is {SENSES[rule.sense]} {quantity(rule.limit, 'points')}"
        case "liability":
            redundancy = f"{SENSES[rule.sense]} {money(rule.limit)}"
            return f"the liability on {won} is {redundancy}, before redeployment"
        case "moves":
            if rule.bidders.is_everyone and subject.plural:
                verb = "changes" if rule.limit == 1 else "change"
                return f"{_counted(rule)}{lots.on_lots()} {verb} supplier"
            return f"{subject.text} {subject.verb('take')} over {_counted(rule)}{lots.on_lots()} from other suppliers"


def _counted(rule: Rule) -> str:
    return counted(rule.sense, rule.limit, *NOUNS[rule.metric])


def _none(rule: Rule) -> bool:
    return not rule.limit and rule.sense != "at_least"


def _part(rule: Rule) -> str:
    """How much of something."""
    if _none(rule):
        return "none"
    return f"{SENSES[rule.sense]} {money(rule.limit) if rule.metric == 'spend' else per_cent(rule.limit)}"


def _spent_on(lots: Where) -> str:
    return f"{lots.services or ('it' if lots.by_service else 'all services')}{lots.place('for')}"


def _on_everything(lots: Where) -> str:
    return f"{lots.services or ('all lots' if lots.by_service else 'all services')}{lots.place('for')}"


def _won(subject: Subject, lots: Where) -> str:
    what = f" of {lots.services}" if lots.services else ""
    return f"what {subject.text} {subject.verb('win')}{what}{lots.place('for')}"


def _winners(names: Names, rule: Rule, lots: Where) -> str:
    how_many = counted(rule.sense, rule.limit, *nouns(names, rule.bidders))
    return f"{how_many} {'wins' if rule.limit == 1 else 'win'} lots{lots.on_lots()}"
