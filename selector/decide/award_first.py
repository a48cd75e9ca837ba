"""What finding the best award may take of a question about it."""

from models import Options

_SHARE = 0.5


def for_the_award(options: Options) -> Options:
    """The options of a question, with half of its time limit, where it has one."""
    limit = options.time_limit
    return options.model_copy(update={"time_limit": None if limit is None else limit * _SHARE})
