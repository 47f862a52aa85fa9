"""The standards by the name they have on the command line."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sopprint.pdf.standards.ua1 import UA1
from sopprint.pdf.standards.x1a import X1A
from sopprint.pdf.standards.x4 import X4

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.pdf.standards.standard import Standard

STANDARDS: Mapping[str, Standard] = MappingProxyType({"ua1": UA1, "x4": X4, "x1a": X1A})
