"""Posters and photographs that several tests look at, made once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sopprint.paper import paper
from sopprint.photo import blank as empty
from sopprint.photo.place import Known
from sopprint.resolve.library import Library
from tests.photo.simulate import Glare, Scene, Shot, careless, photograph

if TYPE_CHECKING:
    from sopprint.paper import Orientation


@cache
def poster(
    tool: str = "three-houses",
    lang: str = "en",
    sheet: str = "arch-d",
    turn: Orientation | None = None,
    variant: str | None = None,
) -> Known:
    return Known(empty.blank(Library.open(), tool, lang, paper(sheet), turn, variant))


@lru_cache(maxsize=8)  # a hundred megabytes each
def shot(scene: Scene, known: Known | None = None) -> Shot:
    return photograph((known or poster()).blank, scene, f"photo {scene.seed}")


SLANTED = careless(21, turn=-7.0, megapixels=3.0)
LAMP = Scene(seed=22, pan=10, ink_seed=5, light=1.8, kelvin=3600, glares=(Glare(0.2, 0.55, 130, 2.5),))
LAMP_ASIDE = Scene(seed=23, pan=-10, ink_seed=5, light=1.8, kelvin=3600, glares=(Glare(0.45, 0.55, 130, 2.5),))
