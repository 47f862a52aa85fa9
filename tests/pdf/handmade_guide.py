"""A small guide put together by hand: contents, links, a paragraph and a table over two pages, nested lists, feet."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from sopprint.color import Color
from sopprint.frame import PAGINATION, Bookmark, Element, Item, LinkItem, Page
from sopprint.geometry import Box
from tests.pdf.handmade import ABOUT, DOCUMENT, SHEET, text

BLUE = Color.of("#1A4F8A", (90, 60, 10, 10))
GUIDE = replace(
    ABOUT, title="Three Houses: a guide", tool="three-houses", edition="2026.1", product="guide", paper="half-letter",
    fingerprint="9f86d081884c7d65", words={"zones.good.name": "3f2a9c1b", "guide.open <&> close": "00ff00ff"},
)  # fmt: skip
_COLUMN = (("Table", "Scope", "Column"),)


class Tree(Struct):
    """Elements by the names that items use."""

    elements: list[Element] = field(default_factory=lambda: [DOCUMENT])
    names: dict[str, int] = field(default_factory=lambda: {"": 0})

    def add(self, name: str, role: str, inside: str = "", **more: object) -> None:
        self.names[name] = len(self.elements)
        self.elements.append(Element(role, self.names[inside], **more))


def _tree() -> Tree:
    tree = Tree()
    tree.add("title", "H1")
    tree.add("contents", "TOC")
    for name in ("look", "steps"):
        tree.add(f"item {name}", "TOCI", "contents")
        tree.add(f"reference {name}", "Reference", f"item {name}")
        tree.add(f"link {name}", "Link", f"reference {name}")
    tree.add("look", "H2")
    tree.add("split", "P")
    tree.add("web", "Link", "split")
    tree.add("table", "Table")
    tree.add("head", "THead", "table")
    tree.add("head row", "TR", "head")
    tree.add("who", "TH", "head row", attributes=_COLUMN)
    tree.add("body", "TBody", "table")
    for name in ("first", "second"):
        tree.add(f"{name} row", "TR", "body")
        tree.add(f"{name} cell", "TD", f"{name} row")
    tree.add("steps", "H2")
    tree.add("sub", "H3")
    tree.add("list", "L", attributes=(("List", "ListNumbering", "Decimal"),))
    tree.add("outer", "LI", "list")
    tree.add("outer label", "Lbl", "outer")
    tree.add("outer body", "LBody", "outer")
    tree.add("outer words", "P", "outer body")
    tree.add("inner list", "L", "outer body")
    tree.add("inner", "LI", "inner list")
    tree.add("inner label", "Lbl", "inner")
    tree.add("inner body", "LBody", "inner")
    return tree


def guide() -> list[Page]:
    """Three pages that share one tree; labels i, 1, 2."""
    tree = _tree()
    tag = tree.names

    def say(words: str, y: float, name: str, x: float = 20, **more: object) -> Item:
        return text(words, x, y, tag=tag[name], size=12, **more)

    def press(name: str, y: float, target: str, contents: str, x: float = 20) -> Item:
        return LinkItem(Box(x, y - 10, x + 90, y + 3), target, tag[name], contents)

    def foot(words: str) -> Item:
        return text(words, 20, 290, tag=PAGINATION, size=9)

    first = (
        say("Three Houses: a guide", 40, "title"),
        say("Look together", 70, "link look"),
        press("link look", 70, "#look", "Go to Look together"),
        say("Steps", 90, "link steps"),
        press("link steps", 90, "#steps", "Go to Steps"),
        foot("Three Houses — i"),
    )
    second = (
        say("Look together", 40, "look"),
        say("Sit beside the child, and", 60, "split"),
        say("read more", 60, "web", x=180, color=BLUE),
        press("web", 60, "https://example.org/niños?a=1&b=(2)", "example.org, in your browser", x=180),
        say(" about it;", 60, "split", x=250),
        say("Who", 120, "who"),
        say("Tía Rosa", 140, "first cell"),
        foot("Three Houses — 1"),
    )
    third = (
        say("then draw.", 30, "split"),
        text("Who", 20, 60, tag=None, size=12),  # the table's head again
        say("Grandma", 80, "second cell"),
        say("Steps", 120, "steps"),
        say("At the table", 150, "sub"),
        say("1.", 170, "outer label"),
        say("Draw the houses.", 170, "outer words", x=40),
        say("a.", 190, "inner label", x=40),
        say("Ask first.", 190, "inner body", x=60),
        foot("Three Houses — 2"),
    )
    bookmarks = (
        (Bookmark("start", "Three Houses", 1, 25),),
        (Bookmark("look", "Look together", 2, 25), Bookmark("aside", "Not in the outline", 0, 110)),
        (Bookmark("steps", "Steps", 2, 105), Bookmark("sub", "At the table (niños)", 3, 135)),
    )
    elements = tuple(tree.elements)
    sheets = zip((first, second, third), bookmarks, ("i", "1", "2"), strict=True)
    return [Page(SHEET, 9, items, elements, bookmarks=marks, label=label) for items, marks, label in sheets]
