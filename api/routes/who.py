"""Who may ask what."""

from typing import Annotated

from fastapi import Depends

from api.access.authenticate import needs
from api.access.principal import Principal

Reader = Annotated[Principal, Depends(needs("read"))]
"""Somebody who may look."""
Asker = Annotated[Principal, Depends(needs("evaluate"))]
"""Somebody who may add cases and ask questions."""
