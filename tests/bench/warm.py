"""Time per poster, drawn again and again in one process: ours and the floor's, in turns. Prints two numbers, in ms."""

from __future__ import annotations

import io
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.paper import paper
from sopprint.products.order import Order
from sopprint.products.poster import make
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15


def main(folder: str) -> None:
    sys.path[:0] = [folder, str(Path(__file__).parent)]
    import floor
    import page

    shop, order = Workshop(Library.open()), Order("three-houses", paper("arch-d"))
    floor.register(page)
    sides: tuple[Callable[[], object], ...] = (
        lambda: make(shop, order),
        lambda: floor.draw(page, io.BytesIO()),
    )
    times: tuple[list[float], ...] = ([], [])
    for _ in range(ROUNDS + 2):
        for side, taken in zip(sides, times, strict=True):
            start = time.perf_counter()
            side()
            taken.append((time.perf_counter() - start) * 1000)
    print(*(f"{statistics.median(taken[2:]):.2f}" for taken in times))


if __name__ == "__main__":
    main(sys.argv[1])
