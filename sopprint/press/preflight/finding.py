"""What preflight says: a rule, where it is broken, what was measured, what was allowed, and what to do about it.

A value only. How it is shown is the command's business; `run.py` joins findings that differ only in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Severity

if TYPE_CHECKING:
    from sopprint.geometry import Box


class Finding(Struct, frozen=True):
    """One finding.

    `rule` is a family and a name, such as "ink.build". `page` counts from 1; None is the file as a whole. `where` is
    in points from the top left corner of the trim, y down. `times` tells how often the same was found on the page;
    `where` and `measured` are then those of the worst.
    """

    rule: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    page: int | None = None
    where: Box | None = None
    measured: str = ""
    limit: str = ""
    times: int = 1
