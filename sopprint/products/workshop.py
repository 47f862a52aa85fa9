"""What all products of one library share while they are made: fonts and shaped words of each language.

Not here: making (`make.py`). One workshop for each process; what it remembers is only a shorter way to the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from sopprint.products.order import Made
    from sopprint.resolve.library import Library
    from sopprint.text.typesetter import Typesetter


class Workshop(Struct):
    """A library at work. `guides` are those already made, by file name: a booklet is a guide's pages on new sheets."""

    library: Library
    guides: dict[str, Made] = field(default_factory=dict)
    _setters: dict[str, Typesetter] = field(default_factory=dict)

    def setter(self, lang: str) -> Typesetter:
        """Fonts and shaping for a language."""
        from sopprint.text.faces import FaceBook
        from sopprint.text.typesetter import Typesetter

        if lang not in self._setters:
            look = self.library.look()
            self._setters[lang] = Typesetter(FaceBook(look.families, look.fallbacks), lang)
        return self._setters[lang]
