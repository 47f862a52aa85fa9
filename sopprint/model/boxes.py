"""The boxes a guide is made of: their names, their options, and what stands in what.

`source/boxes.py` holds texts to this table; what each box draws is in `layout/boxes/`. A trainer's words may use the
boxes in `AUTHORS`; the others are for the skeletons under `templates/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["words", "icon", "colour", "number", "share", "shares"]
Option = Kind | tuple[str, ...]  # what a value is, or the words it may be


@dataclass(frozen=True, slots=True)
class BoxKind:
    """One kind of box.

    `holds`: the boxes it may contain, empty for blocks of any kind, None for nothing at all (such a box is one line
    and is not closed). `inside`: the only boxes it may stand in, empty for anywhere.
    """

    options: Mapping[str, Option] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    holds: tuple[str, ...] | None = ()
    inside: tuple[str, ...] = ()


_LOOK: Mapping[str, Option] = MappingProxyType({"icon": "icon", "colour": "colour"})
_HEADED: Mapping[str, Option] = MappingProxyType({**_LOOK, "title": "words", "ground": "colour"})
_MARKED: Mapping[str, Option] = MappingProxyType({**_LOOK, "mark": "words"})
_FRONT = ("title", "subtitle", "program", "county", "edition")
_OUTLINED = ("say", "do", "stop", "note")

AUTHORS = frozenset({*_OUTLINED, "columns", "column", "lead", "small", "grid2", "lines"})

BOXES: Mapping[str, BoxKind] = MappingProxyType({
    # words in an outline, and side by side
    **{name: BoxKind(_HEADED) for name in _OUTLINED},
    "columns": BoxKind({"widths": "shares", "gap": "number"}, holds=(*_OUTLINED, "column")),
    "column": BoxKind(inside=("columns",)),
    "grid2": BoxKind(),
    "lead": BoxKind(),
    "small": BoxKind(),
    # pages
    "cover": BoxKind(dict.fromkeys((*_FRONT, "kind", "audience", "alt"), "words"), _FRONT, holds=None),
    "banner": BoxKind({**dict.fromkeys(_FRONT, "words"), "icon": "icon"}, _FRONT, holds=None),
    "page": BoxKind({"side": ("any", "left", "right")}, holds=None),
    "contents": BoxKind({"page": "words"}, ("page",), holds=None),
    "credits": BoxKind(),
    # the tool at a glance
    "facts": BoxKind(holds=("fact",)),
    "fact": BoxKind({"icon": "icon", "title": "words"}, ("icon", "title"), inside=("facts",)),
    "rows": BoxKind(holds=("row",)),
    "row": BoxKind({"mark": "words", "right": "words"}, inside=("rows",)),
    # poster, steps, prompts
    "poster": BoxKind({"alt": "words", "width": "share"}, ("alt",), holds=("callout",)),
    "callout": BoxKind({"mark": "words", "zone": "words"}, ("mark", "zone"), holds=None, inside=("poster",)),
    "legend": BoxKind(holds=("entry",)),
    "entry": BoxKind(_MARKED, inside=("legend",)),
    "step": BoxKind({**_MARKED, "title": "words", "run-in": ("yes",)}),
    "cards": BoxKind({"heads": "words"}, ("heads",), holds=("card",)),
    "card": BoxKind({**_MARKED, "title": "words"}, ("title",), holds=("cell",), inside=("cards",)),
    "cell": BoxKind(inside=("card",)),
    "signs": BoxKind(holds=("sign",)),
    "sign": BoxKind(_LOOK, ("icon",), inside=("signs",)),
    # places to write
    "form": BoxKind(holds=("line",)),
    "line": BoxKind({"of": "words"}, ("of",), holds=None, inside=("form",)),
    "scale": BoxKind({"low": "number", "high": "number"}, ("low", "high"), holds=None),
    "sketch": BoxKind({"height": "number", "caption": "words"}, holds=None),
    "lines": BoxKind({"count": "number", "gap": "number"}, ("count",), holds=None),
})  # fmt: skip
