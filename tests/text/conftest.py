from __future__ import annotations

from pathlib import Path

import pytest

from sopprint.text.faces import FaceBook
from sopprint.text.typesetter import Typesetter

FONTS = Path(__file__).parents[2] / "layouts" / "fonts"
FAMILIES = {
    "Fredoka": {w: FONTS / f"fredoka/Fredoka-{w}.ttf" for w in (600, 700)},
    "Atkinson": {
        w: FONTS / f"atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-{w}.ttf" for w in (400, 500, 600, 700)
    },
    "Noto Sans": {w: FONTS / f"noto-sans/NotoSans-{w}.ttf" for w in (400, 700)},
}


SCRIPTS = ("Arabic", "Armenian", "Devanagari", "Gurmukhi", "Khmer", "Lao", "Thai")
WORLD = FAMILIES | {
    f"Noto Sans {name}": {w: FONTS / f"noto-sans-{name.lower()}/NotoSans{name}-{w}.ttf" for w in (400, 700)}
    for name in SCRIPTS
}


@pytest.fixture(scope="session")
def world() -> FaceBook:
    """The shipped families, with those of every script to fall back on."""
    return FaceBook(WORLD, ("Noto Sans", *(f"Noto Sans {name}" for name in SCRIPTS)))


@pytest.fixture(scope="session")
def book() -> FaceBook:
    return FaceBook(FAMILIES, ("Noto Sans",))


@pytest.fixture(scope="session")
def setter(book: FaceBook) -> Typesetter:
    return Typesetter(book, "en")
