"""The pen of the drawing tests."""

from __future__ import annotations

from tests.draw.conftest import studio

__all__ = ["studio"]
