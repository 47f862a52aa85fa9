"""What all products of one library share while they are made: fonts and shaped words of each language.

Not here: making (`make.py`). One workshop for each process; what it remembers is only a shorter way to the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from sopprint.products.order import Made, Order
    from sopprint.resolve.guide import GuideText, Role
    from sopprint.resolve.library import Library
    from sopprint.text.typesetter import Typesetter


class Workshop(Struct):
    """A library at work.

    `guides` are those already made, by file name: a booklet is a guide's pages on new sheets. `setters` are by
    language.
    """

    library: Library
    guides: dict[str, Made] = field(default_factory=dict)
    _texts: dict[tuple[str, str, str | None, Role | None], GuideText] = field(default_factory=dict)
    setters: dict[str, Typesetter] = field(default_factory=dict)

    def guide_text(self, order: Order) -> GuideText:
        """What a guide, its booklet or a quick guide says. Raises SopprintError as `guide_blocks` does."""
        from sopprint.products.order import role_of
        from sopprint.resolve.guide import guide_blocks

        key = (order.tool, order.lang, order.variant, role_of(order.product))
        if key not in self._texts:
            self._texts[key] = guide_blocks(self.library, *key)
        return self._texts[key]

    def setter(self, lang: str) -> Typesetter:
        """Fonts and shaping for a language; for the first of two."""
        lang = lang.partition("+")[0]
        from sopprint.text.faces import FaceBook
        from sopprint.text.typesetter import Typesetter

        if lang not in self.setters:
            look = self.library.look()
            self.setters[lang] = Typesetter(FaceBook(look.families, look.fallbacks), lang)
        return self.setters[lang]
