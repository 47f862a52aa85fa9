"""Every poster at 24 x 36 and 36 x 48 inches and every guide, for every shop that comes with the program.

Run with `make verify-print`: a quarter of an hour on two cores. Prints a line for each file; exits 1 when one is wrong.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from shutil import which

from sopprint.errors import SopprintError
from sopprint.paper import paper
from sopprint.press.shop import load, names
from sopprint.products.make import make_for_shop
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from tests.press.print_checks import PROGRAMS, faults

PRODUCTS = (("poster", "arch-d"), ("poster", "36x48in"), ("guide", "half-letter"))


def main() -> int:
    lacking = [program for program in PROGRAMS if which(program) is None]
    if lacking:
        print(f"not installed: {', '.join(lacking)}", file=sys.stderr)
        return 2
    tools = [tool.name for tool in Library.open().tools()]
    wrong = 0
    with ProcessPoolExecutor(2) as pool:
        for line, found in pool.map(verified, product(tools, PRODUCTS, names())):
            print(line, flush=True)
            for fault in found:
                print(f"    {fault}", flush=True)
            wrong += bool(found)
    print(f"{len(tools) * len(PRODUCTS) * len(names())} print files, {wrong} wrong")
    return 1 if wrong else 0


def verified(wanted: tuple[str, tuple[str, str], str]) -> tuple[str, list[str]]:
    """One file made twice and looked at: a line to print, and what is wrong."""
    tool, (kind, sheet), shop = wanted
    start = time.perf_counter()
    profile, order = load(shop), Order(tool, paper(sheet), product=kind)
    try:
        made, _ = make_for_shop(Workshop(Library.open()), order, profile)
        again, _ = make_for_shop(Workshop(Library.open()), order, profile)
    except SopprintError as failure:
        return f"{tool} {kind} {sheet} {shop}", [each.message for each in failure.diagnostics]
    found = [] if made.data == again.data else ["the same input gave other bytes"]
    found += faults(made.data, profile, guide=kind != "poster")
    return f"{tool} {kind} {sheet} {shop}  {len(made.data) / 1000:.0f} kB  {time.perf_counter() - start:.1f} s", found


if __name__ == "__main__":
    sys.exit(main())
