"""The tables. What Alembic's migrations make is held against them by a test.

Times are milliseconds since 1970. Every row that a tenant may see names its tenant.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

TENANTS = Table(
    "tenants",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("created_at", BigInteger, nullable=False),
    Column("queued_limit", Integer, nullable=False),  # runs that may wait or go at once
)

KEYS = Table(
    "keys",
    METADATA,
    Column("id", String(16), primary_key=True),  # the part of the key that is no secret
    Column("tenant_id", ForeignKey("tenants.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("hash", Text, nullable=False),  # argon2id
    Column("scopes", String(100), nullable=False),  # apart by spaces
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("revoked_at", BigInteger),
)

CASES = Table(
    "cases",
    METADATA,
    Column("tenant_id", ForeignKey("tenants.id"), primary_key=True),
    Column("id", String(64), primary_key=True),  # SHA-256 of the canonical JSON
    Column("name", Text, nullable=False),
    Column("lots", Integer, nullable=False),
    Column("bids", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),  # canonical JSON, by zlib
    Column("created_at", BigInteger, nullable=False),
    Index(None, "tenant_id", "created_at", "id"),
)

SCENARIOS = Table(
    "scenarios",
    METADATA,
    Column("tenant_id", String(32), primary_key=True),
    Column("case_id", String(64), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("content", Text, nullable=False),  # models.Scenario as JSON
    Column("created_at", BigInteger, nullable=False),
    ForeignKeyConstraint(["tenant_id", "case_id"], ["cases.tenant_id", "cases.id"]),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("id", String(32), primary_key=True),  # also the id of its workflow
    Column("tenant_id", ForeignKey("tenants.id"), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("case_id", String(64), nullable=False),
    Column("asked", Text, nullable=False),  # JSON: the scenario, limits and options of its kind
    Column("status", String(12), nullable=False),  # queued, running, finished, failed, cancelled
    Column("cancel_requested", Boolean, nullable=False),
    Column("turn", Integer, nullable=False),  # its place in the queue, in which tenants take turns
    Column("attempt", Integer, nullable=False),  # how often it was begun; with the worker, the fence of its writes
    Column("worker", String(32)),
    Column("progress", Text),  # JSON: objective, incumbent, bound, gap, seconds
    Column("result", LargeBinary),  # JSON, by zlib
    Column("result_status", String(12)),  # that of the answer: optimal, infeasible and so on
    Column("problem", Text),  # JSON: why it failed
    Column("webhook", Text),  # JSON: url, secret
    Column("created_at", BigInteger, nullable=False),
    Column("started_at", BigInteger),
    Column("finished_at", BigInteger),
    ForeignKeyConstraint(["tenant_id", "case_id"], ["cases.tenant_id", "cases.id"]),
    Index(None, "tenant_id", "created_at", "id"),
    Index(None, "tenant_id", "status"),
    Index(None, "status", "turn"),
    Index(None, "worker", "status"),
    Index(None, "kind", "status", "started_at", "finished_at"),  # all that the figures for Prometheus need
)

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("tenant_id", ForeignKey("tenants.id"), nullable=False),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("actor", String(200), nullable=False),  # whose key has put it on record
    Column("seal", String(64), nullable=False),  # SHA-256 of the record
    Column("record", LargeBinary, nullable=False),  # the file, by zlib
    Column("created_at", BigInteger, nullable=False),
    Index(None, "tenant_id", "run_id", "created_at", "id"),
)

IDEMPOTENCY = Table(
    "idempotency",
    METADATA,
    Column("tenant_id", ForeignKey("tenants.id"), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("fingerprint", String(64), nullable=False),  # SHA-256 of method, path, query and body
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("created_at", BigInteger, nullable=False, index=True),
)

WORKERS = Table(
    "workers",
    METADATA,
    Column("id", String(32), primary_key=True),  # the executor's id, new each time that a worker starts
    Column("host", String(255), nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False, index=True),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),  # from 1, without gaps
    Column("at", BigInteger, nullable=False),
    Column("tenant_id", String(32)),
    Column("actor", String(200), nullable=False),  # key, subject of a token, or command
    Column("action", String(50), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("detail", Text, nullable=False),  # JSON
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("hash"),
)
