"""What Alembic runs to make a step: on the connection that it was given, inside the transaction that is open there."""

from typing import Any

from alembic import context

from api.store.tables import METADATA


def is_ours(name: str | None, kind: str, _: Any) -> bool:
    """Whether a table is one of ours; that of the job engine may lie beside them."""
    return kind != "table" or name in METADATA.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=is_ours,
    compare_type=True,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
context.run_migrations()
