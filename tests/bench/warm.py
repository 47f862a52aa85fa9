"""Time per product, made again and again in one process: ours and the floor's, in turns. Prints two numbers, in ms.

Fonts, words as they were read, and shaped text stay, as in `sopprint build`; pages are made anew each time.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.paper import paper
from sopprint.products.make import make
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    Sides = tuple[Callable[[], object], Callable[[], object]]

ROUNDS = 15


def poster() -> Sides:
    import floor
    import page

    floor.register(page)
    shop, order = Workshop(Library.open()), Order("three-houses", paper("arch-d"))
    return lambda: make(shop, order), lambda: floor.draw(page, io.BytesIO())


def guide() -> Sides:
    import guide_floor
    import story

    guide_floor.register(story)
    shop, order = Workshop(Library.open()), Order("safety-house", paper("half-letter"), product="guide")

    def ours() -> object:
        shop.guides.clear()  # else it would only be handed out again
        return make(shop, order)

    return ours, lambda: guide_floor.build(story, io.BytesIO())


def main(product: str, folder: str) -> None:
    sys.path[:0] = [folder, str(Path(__file__).parent)]
    sides = {"poster": poster, "guide": guide}[product]()
    times: tuple[list[float], ...] = ([], [])
    for _ in range(ROUNDS + 2):
        for side, taken in zip(sides, times, strict=True):
            start = time.perf_counter()
            side()
            taken.append((time.perf_counter() - start) * 1000)
    print(*(f"{statistics.median(taken[2:]):.2f}" for taken in times))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
