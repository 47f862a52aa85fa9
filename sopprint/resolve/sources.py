"""What each text of a translation was translated from: how a translation that the English has left behind is found.

Purpose: beside words in another language lies a record of the English of that time, text by text:

    layouts/<tool>/.sources/<lang>.yaml      for words that lie in a tool's folder
    words/.sources/<tool>.<lang>.yaml        in a kit; counts before the tool's own

Whoever edits words, in either language, need not know of it: a translation is out of date when the English is no
longer what the record says, until `sopprint translate import` or `accept` writes the record again. The words
themselves are kept and no hashes, so that people can read what changed and a translator sees both versions.
Texts without a record are of unknown age, and nothing is said of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from sopprint.source.load import decode
from sopprint.source.nodes import read
from sopprint.source.writing import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.resolve.texts import Text
    from sopprint.resources import Folder

SOURCES = ".sources"
_HEAD = """\
# What each text was translated from. `sopprint check` compares it with the words of today, to find translations that
# are out of date. `sopprint translate` keeps this file; after a change by hand: sopprint translate accept
"""

Forms = tuple[str, ...]


class Record(Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """`texts`: by path, the text in one form or more that was translated."""

    source: str
    texts: dict[str, str | Forms] = field(default_factory=dict)

    def forms(self) -> dict[str, Forms]:
        return {name: (text,) if isinstance(text, str) else text for name, text in self.texts.items()}


def beside_words(words: str) -> str:
    """Where a folder has the record of one of its words files, such as words.es.yaml or words/three-houses.es.yaml."""
    folder, slash, name = words.rpartition("/")
    return f"{folder}{slash}{SOURCES}/{name.removeprefix('words.')}"


def recorded(folder: Folder, words: str) -> dict[str, Forms]:
    """What the texts of a words file were translated from; empty without a record. Raises SopprintError."""
    name = beside_words(words)
    if not folder.exists(name):
        return {}
    return decode(read(folder.text(name), folder.shown(name)), Record).forms()


def record_text(source: str, texts: Mapping[str, Forms]) -> str:
    """The file that says so."""
    told = {name: forms[0] if len(forms) == 1 else list(forms) for name, forms in texts.items()}
    return _HEAD + written({"from": source, "texts": told})


def outdated(source: Mapping[str, Text], made: Mapping[str, Text], record: Mapping[str, Forms]) -> dict[str, Forms]:
    """The texts whose source has changed since they were translated, with what it was then."""
    return {
        name: record[name]
        for name, text in source.items()
        if name in made and name in record and record[name] != text.forms
    }
