"""Pages shown small, as form XObjects (ISO 32000-1, 8.10): each once per document however often it is shown.

Forms hold no marked content of their own, so that one may be shown twice (ISO 14289-1, 7.20): they belong to the figure
around them. Not here: where they are shown (`content.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.pdf.objects import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopprint.frame import Page
    from sopprint.pdf.objects import Indirect, Store, Value


class Forms:
    """The forms of one document and their resource names, in order of first use. `draw` writes a page's items."""

    def __init__(self, store: Store, draw: Callable[[Page], str]) -> None:
        self._store, self._draw = store, draw
        self._known: dict[int, tuple[Page, str]] = {}  # keeping the page keeps its id from being given to another
        self._resources: Indirect | None = None
        self.objects: dict[str, Indirect] = {}

    def use(self, page: Page) -> str:
        """The resource name of a page's picture."""
        if id(page) not in self._known:
            name = f"Fm{len(self._known) + 1}"
            self._known[id(page)] = page, name
            self.objects[name] = self._embed(page)
        return self._known[id(page)][1]

    def _embed(self, page: Page) -> Indirect:
        if self._resources is None:
            self._resources = self._store.add()
        return self._store.stream(self._draw(page).encode("ascii"), {
            "Type": "XObject", "Subtype": "Form", "BBox": (0.0, 0.0, page.size.width, page.size.height),
            "Resources": self._resources,
        })  # fmt: skip

    def set_resources(self, entries: dict[str, Value]) -> None:
        """What the forms use: the document's fonts, pictures and states, and no forms."""
        if self._resources is not None:
            self._resources.body = write(entries)
