"""A place in the queue for each run, by which tenants take turns."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the step. There is none back: for that there are backups."""
    # Those that wait already are all first, and go in the order in which they came.
    op.add_column("runs", sa.Column("turn", sa.Integer(), nullable=False, server_default=sa.text("1")))
    op.create_index(op.f("ix_runs_status_turn"), "runs", ["status", "turn"])
