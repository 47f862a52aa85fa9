"""How much of a stranger's file is read: size, pages, nesting, operators, time.

A file is data from outside; it must not be able to use up memory or go on for ever. Used by everything that reads.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator


class Bounds(Struct, frozen=True):
    """Bytes, counts and seconds. The defaults leave room for a 36x48 in poster with large pictures."""

    file: int = 1_000_000_000
    pages: int = 1000
    stream: int = 64_000_000  # of one decoded stream
    packed: int = 128_000  # of an LZW stream, whose decoding the PDF library does not bound
    operators: int = 2_000_000
    marks: int = 200_000
    depth: int = 12  # forms in forms
    seconds: float = 60.0


class ExhaustedError(Exception):
    """A bound was reached; the message says which."""


@dataclass(slots=True)
class Budget:
    """What is left of the bounds while one file is read."""

    bounds: Bounds
    operators: int = 0
    marks: int = 0
    _end: float = field(default=0.0)

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.bounds.seconds

    def operator(self) -> None:
        """Count one operator. Raises ExhaustedError."""
        self.operators += 1
        if self.operators > self.bounds.operators:
            raise ExhaustedError(f"more than {self.bounds.operators:,} drawing operators")
        if self.operators % 512 == 0:
            self.clock()

    def mark(self) -> None:
        """Count one thing painted. Raises ExhaustedError."""
        self.marks += 1
        if self.marks > self.bounds.marks:
            raise ExhaustedError(f"more than {self.bounds.marks:,} things painted")

    def clock(self) -> None:
        """Raises ExhaustedError when the time is up."""
        if time.monotonic() > self._end:
            raise ExhaustedError(f"more than {self.bounds.seconds:g} seconds of reading")


@contextmanager
def held(bounds: Bounds) -> Iterator[None]:
    """The PDF library's own limits, for as long as a stranger's file is open; they are the whole process's.

    Its log is silent meanwhile: what it would say of the file becomes findings.
    """
    import logging

    from pikepdf import settings

    log = logging.getLogger("pikepdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)

    most = bounds.stream
    before = settings.set_qpdf_limits(
        doc_max_warnings=1000, parser_max_nesting=100, parser_max_container_size=5_000_000, max_stream_filters=4,
        flate_max_memory=most, png_max_memory=most, tiff_max_memory=most, run_length_max_memory=most,
        dct_max_memory=most,
    )  # fmt: skip
    try:
        yield
    finally:
        log.setLevel(level)
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]
