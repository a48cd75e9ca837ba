"""The decision record: made of a case and its award, checked again years later, held against an earlier one."""

from selector.decide.record.check import check_record
from selector.decide.record.difference import difference
from selector.decide.record.question import record

__all__ = ["check_record", "difference", "record"]
