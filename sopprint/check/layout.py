"""Checks of a tool's layout.yaml against itself: names, order, changes, papers, offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.material import arrangements, child, entries, pairs
from sopprint.diagnostics import Diagnostic
from sopprint.paper import PaperError, paper
from sopprint.paper import names as paper_names
from sopprint.resolve.arrangement import element_name
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material
    from sopprint.source.nodes import Node

ALWAYS_PLACED = frozenset({"page", "body"})


def tool_is_its_folder(material: Material) -> Iterator[Diagnostic]:
    """SP129: `tool:` and the folder's name are the same, because both name the tool on the command line."""
    tool = child(material.layout, "tool")
    folder = material.folder.root.resolve().name
    if tool is not None and tool.text and tool.text != folder:
        yield Diagnostic("SP129", f"the tool is called “{tool.text}” but its folder “{folder}”", tool.place)


def order_lists_the_zones(material: Material) -> Iterator[Diagnostic]:
    """SP115: `order:` has every zone of every arrangement, once, and nothing else."""
    order = child(material.layout, "order")
    if order is None or not order.is_list or not material.settings:
        return
    used = material.zones_used()
    seen: set[str] = set()
    for entry in order.items():
        zone = entry.text or ""
        if zone in seen:
            yield Diagnostic("SP115", f"“{zone}” is in the order twice", entry.place)
        elif zone and zone not in used:
            yield Diagnostic("SP115", f"no arrangement has a zone “{zone}”", entry.place, did_you_mean(zone, used))
        seen.add(zone)
    for zone in used:
        if zone not in seen:
            hint = "screen readers and guides follow the order; add the zone where it comes in the work"
            yield Diagnostic("SP115", f"the zone “{zone}” is missing in the order", order.key_place, (hint,))


def changes_name_elements(material: Material) -> Iterator[Diagnostic]:
    """SP110: what `change:` names is there in every arrangement the change is for."""
    for _, made in arrangements(material.layout) if material.layout is not None else ():
        yield from made.found


def settings_name_elements(material: Material) -> Iterator[Diagnostic]:
    """SP128: each of the tool's `settings:` names an element."""
    own = child(material.layout, "settings")
    names = _element_names(material)
    for key, setting in pairs(own):
        if key not in names:
            message = f"there is no element “{key}” to draw or leave out"
            yield Diagnostic("SP128", message, setting.key_place, did_you_mean(str(key), names))


def paper_is_known(material: Material) -> Iterator[Diagnostic]:
    """SP126: `smallest:` is a paper."""
    smallest = child(material.layout, "smallest")
    if smallest is None or not smallest.text:
        return
    try:
        paper(smallest.text)
    except PaperError as failure:
        yield Diagnostic("SP126", str(failure), smallest.place, near_papers(smallest.text))


def near_papers(name: str) -> tuple[str, ...]:
    """A hint with the paper that was perhaps meant; none for a measure."""
    return () if name[:1].isdigit() else did_you_mean(name.lower(), paper_names())


def offsets_can_be_read(material: Material) -> Iterator[Diagnostic]:
    """SP121: sums such as "100% - 930" can be read, and their anchors are elements of some arrangement."""
    names = _element_names(material) | set(material.zones_used()) | ALWAYS_PLACED
    for setting in material.settings:
        for node in _offsets(setting.node):
            yield from _offset(node, names)


def _offset(node: Node, names: frozenset[str]) -> Iterator[Diagnostic]:
    from sopprint.layout.offsets import OffsetError, terms

    try:
        anchors = [value.split(".")[0] for _, value, _ in terms(node.text or "") if isinstance(value, str)]
    except OffsetError as failure:
        hint = "write a sum of numbers, percentages and anchors, such as 100% - 930 or house.left + 20"
        yield Diagnostic("SP121", str(failure), node.place, (hint,))
        return
    for anchor in anchors:
        if anchor not in names:
            yield Diagnostic(
                "SP121", f"there is no element “{anchor}” to measure from", node.place, did_you_mean(anchor, names)
            )


def _offsets(element: Node) -> Iterator[Node]:
    """Every sum an element is placed or drawn by."""
    at, off, route = element.get("at"), element.get("off"), element.get("route")
    ends = [end for step in entries(route) for end in step.items()]
    sums = [node for owner in (at, off, *ends) for node in entries(owner)]
    yield from (node for node in (element.get("start"), *sums) if node is not None and node.text is not None)


def _element_names(material: Material) -> frozenset[str]:
    return frozenset(name for setting in material.settings if (name := element_name(setting.node)))
