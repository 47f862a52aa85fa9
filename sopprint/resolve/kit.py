"""A kit carried out: which tools it means, its theme, its settings in a layout, the name of its case system.

Comes after decoding (`model/kit.py`), before `library.py` makes a document of it. Not here: words and layouts that a
kit writes over (`overrides.py`), judging (`check/kit*.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.model.theme import FontFamily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sopprint.model.kit import Kit, Setting, Wanted
    from sopprint.model.kit_theme import Family, Shades, ThemeChange
    from sopprint.model.theme import Hue, Theme
    from sopprint.resources import Folder
    from sopprint.source.nodes import Node

TITLES, TEXT = "Fredoka", "Atkinson Hyperlegible Next"  # the families that a kit's own stand in for
_CONTAINERS = ("row", "column", "grid")
NUMBERS = "numbers"  # a setting of every tool with a path


def settled(kit: Kit, tools: Iterable[str], guided: Callable[[str, Wanted], bool]) -> Kit:
    """The kit with `only` and `except` turned into lists of tools.

    `guided` says whether a tool has a guide in one of the languages: a pattern, like "all", does not ask for guides
    that nobody has written.
    """
    known = tuple(tools)
    guides, quick = kit.guides, kit.quick_guides
    return replace(
        kit,
        posters=_chosen(kit.posters, known),
        guides=guides and _chosen(guides, [t for t in known if guides.tools != "all" or guided(t, guides)]),
        quick_guides=quick and _chosen(quick, [t for t in known if quick.tools != "all" or guided(t, quick)]),
    )


def _chosen(wanted: Wanted, known: Iterable[str]) -> Wanted:
    if not wanted.only and not wanted.except_:
        return wanted
    return replace(wanted, tools=tuple(name for name in known if wanted.wants(name)), only=(), except_=())


# ------------------------------------------------------------------------------------------------ theme


def themed(theme: Theme, change: ThemeChange, folder: Folder) -> Theme:
    """The theme with a kit's colours and fonts. Raises SopprintError for a font file that is not there."""
    hues = {name: _hue(hue, getattr(change.hues, name, None)) for name, hue in theme.hues.items()}
    grounds = {"sky": change.grounds.sky, "sand": change.grounds.sand, "sand-edge": change.grounds.sand_edge}
    neutrals = {**theme.neutrals, **{name: swatch for name, swatch in grounds.items() if swatch is not None}}
    own = ((TITLES, change.fonts.titles), (TEXT, change.fonts.text))
    fonts = {**theme.fonts, **{name: _family(family, folder) for name, family in own if family is not None}}
    return replace(theme, hues=hues, neutrals=neutrals, fonts=fonts)


def _hue(hue: Hue, shades: Shades | None) -> Hue:
    if shades is None:
        return hue
    return replace(hue, line=shades.line or hue.line, light=shades.light or hue.light, mid=shades.mid or hue.mid)


def _family(family: Family, folder: Folder) -> FontFamily:
    """Absolute paths: the theme's own files are relative to the shipped layouts."""
    files = {weight: folder.path(file).absolute().as_posix() for weight, file in family.files.items()}
    return FontFamily(files, "")


# ------------------------------------------------------------------------------------------------ settings


def arranged(layout: Node, settings: Mapping[str, Setting]) -> Node:
    """A tool's layout with a kit's order of zones, and its paths with or without numbers."""
    for name, setting in settings.items():
        if isinstance(setting, tuple):
            layout = _reordered(layout, name, setting)
        elif name == NUMBERS:
            layout = _numbered(layout, setting)
    return layout


def rows(layout: Node) -> dict[str, tuple[str, ...]]:
    """Rows, columns and grids whose zones a kit may put into another order: they have an id and only zones in them."""
    found: dict[str, tuple[str, ...]] = {}
    for node in _elements(layout):
        name, items = node.get("id"), node.get("items")
        zones = tuple(_zone(item) for item in items.items()) if items is not None and items.is_list else ()
        if name is not None and name.text and _draws(node, *_CONTAINERS) and len(zones) > 1 and all(zones):
            found.setdefault(name.text, zones)
    return found


def has_path(layout: Node) -> bool:
    """Whether some element of a layout is a path, which can go without numbers."""
    return any(_draws(node, "path") for node in _elements(layout))


def _elements(node: Node) -> Iterable[Node]:
    if node.is_mapping:
        yield node
    for child in node.items():
        yield from _elements(child)


def _draws(node: Node, *kinds: str) -> bool:
    draw = node.get("draw")
    return draw is not None and draw.text in kinds


def _zone(node: Node) -> str:
    zone = node.get("zone")
    return (zone.text or "") if zone is not None else ""


def _everywhere(node: Node, change: Callable[[Node], Node]) -> Node:
    """Change every mapping of a tree, the innermost first."""
    if node.is_list:
        return node.holding(_everywhere(child, change) for child in node.items())
    if not node.is_mapping:
        return node
    return change(replace(node, value={key: _everywhere(child, change) for key, child in node.pairs()}))


def _numbered(layout: Node, setting: bool) -> Node:
    def change(node: Node) -> Node:
        draw = node.get("draw")
        if draw is None or not _draws(node, "path"):
            return node
        return node.replaced(NUMBERS, replace(draw, value=setting))

    return _everywhere(layout, change)


def _reordered(layout: Node, name: str, zones: tuple[str, ...]) -> Node:
    """The items of the element `name`, and the same zones in the working order, as `zones` has them."""

    def change(node: Node) -> Node:
        named, items = node.get("id"), node.get("items")
        if named is None or named.text != name or items is None or not items.is_list:
            return node
        return node.replaced("items", items.holding(_sorted(items.items(), _zone, zones)))

    made = _everywhere(layout, change)
    order = made.get("order")
    if order is None or not order.is_list:
        return made
    return made.replaced("order", order.holding(_sorted(order.items(), lambda node: node.text or "", zones)))


def _sorted(nodes: tuple[Node, ...], name: Callable[[Node], str], wanted: tuple[str, ...]) -> tuple[Node, ...]:
    """Nodes with a wanted name in that order, in the places such nodes had; all others stay where they are."""
    moving = sorted((node for node in nodes if name(node) in wanted), key=lambda node: wanted.index(name(node)))
    waiting = iter(moving)
    return tuple(next(waiting) if name(node) in wanted else node for node in nodes)


# ------------------------------------------------------------------------------------------------ words


def naming(node: Node, general: str, name: str) -> Node:
    """Words with the case system's name wherever they speak of it in general."""
    if isinstance(node.value, str):
        return replace(node, value=node.value.replace(general, name)) if general in node.value else node
    if node.is_list:
        return node.holding(naming(child, general, name) for child in node.items())
    if not node.is_mapping:
        return node
    return replace(node, value={key: naming(child, general, name) for key, child in node.pairs()})
