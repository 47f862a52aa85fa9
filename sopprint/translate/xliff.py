"""XLIFF 1.2: units as a file that translators' programs open, and back. One <file> for each owner.

Lengths are `maxwidth` in characters, states those of the standard; a translation that is out of date needs review and
has the source it was made from in an `alt-trans`. Files come from outside: document types and entities are refused
before anything is read, and size and depth are bounded. Not here: what may be brought in (`bring.py`).
Source: XLIFF 1.2, OASIS Standard, 1 February 2008.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct, field

from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import SopprintError
from sopprint.translate.units import Catalogue, State, Unit, split_id

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_STATES: dict[State, str] = {
    "new": "needs-translation", "translated": "translated", "review": "needs-review-translation",
}  # fmt: skip
_UNFINISHED = ("new", "needs-translation", "needs-l10n", "needs-adaptation")
_TO_REVIEW = ("needs-review-translation", "needs-review-l10n", "needs-review-adaptation")
_ENTITIES = {"\r": "&#13;"}  # a bare one would be read as a line end (XML 1.0, 2.11)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_TEXT = ("source", "target")
MAX_DEPTH = 20
MAX_UNITS = 20_000


def write(catalogue: Catalogue) -> str:
    """The catalogue as an XLIFF file. Raises SopprintError (SP175) for characters that XML does not have."""
    for unit in catalogue.units:
        if _NOT_XML.search(unit.source + unit.target + unit.previous):
            message = f"“{unit.id}” has a character that cannot be written in XLIFF"
            raise SopprintError([Diagnostic("SP175", message, hints=("take it out, or export as PO",))])
    return "\n".join(_lines(catalogue)) + "\n"


def _lines(catalogue: Catalogue) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<xliff version="1.2" xmlns="{NAMESPACE}">'
    for owner in dict.fromkeys(unit.owner for unit in catalogue.units):
        languages = f'source-language="{catalogue.source}" target-language="{catalogue.target}"'
        yield f'  <file original="{owner}" {languages} datatype="plaintext">'
        yield "    <body>"
        for unit in catalogue.units:
            if unit.owner == owner:
                yield from _unit_lines(unit)
        yield "    </body>"
        yield "  </file>"
    yield "</xliff>"


def _unit_lines(unit: Unit) -> Iterator[str]:
    size = f' maxwidth="{unit.most}" size-unit="char"' if unit.most is not None else ""
    yield f'      <trans-unit id={quoteattr(unit.id)} resname={quoteattr(unit.path)} xml:space="preserve"{size}>'
    yield f"        <source>{_escaped(unit.source)}</source>"
    yield f'        <target state="{_STATES[unit.state]}">{_escaped(unit.target)}</target>'
    if unit.place:
        yield '        <context-group purpose="information">'
        yield f'          <context context-type="x-picture">{_escaped(unit.owner)}.png</context>'
        yield f'          <context context-type="x-place">{_escaped(unit.place)}</context>'
        yield "        </context-group>"
    for note in unit.notes:
        yield f'        <note from="sopprint">{_escaped(note)}</note>'
    if unit.previous:
        yield '        <alt-trans alttranstype="previous-version">'
        yield f"          <source>{_escaped(unit.previous)}</source>"
        yield f"          <target>{_escaped(unit.target)}</target>"
        yield "        </alt-trans>"
    yield "      </trans-unit>"


def _escaped(text: str) -> str:
    return escape(text, _ENTITIES)


# ------------------------------------------------------------------------------------------------ reading


class _Refused(Exception):  # noqa: N818 — caught here, and no error of its own
    """What is not read; the parser's position tells where."""


class _Reader(Struct):
    """Gathers units while expat goes through the file."""

    languages: tuple[str, str] | None = None
    units: list[Unit] = field(default_factory=list)
    way: list[str] = field(default_factory=list)
    unit: dict[str, str] | None = None
    text: dict[str, str] = field(default_factory=dict)
    state: str = ""
    line: int = 0

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        namespace, _, tag = name.rpartition(" ")
        self.way.append(tag)
        if len(self.way) > MAX_DEPTH or len(self.units) > MAX_UNITS:
            raise _Refused("the file is too much")
        if len(self.way) == 1 and (tag != "xliff" or namespace not in (NAMESPACE, "")):
            raise _Refused("this is not an XLIFF 1.2 file")
        if tag == "file":
            languages = attributes.get("source-language", ""), attributes.get("target-language", "")
            if self.languages not in (None, languages):
                raise _Refused("the file is for several languages")
            self.languages = languages
        elif tag == "trans-unit":
            self.unit, self.text, self.state, self.line = attributes, {}, "", line
        elif self._is_text():
            self.text[tag] = ""
            self.state = attributes.get("state", "") if tag == "target" else self.state

    def data(self, text: str) -> None:
        """Text of a unit's source or target; marks of the translator's program within it are passed over."""
        at = next((tag for tag in _TEXT if tag in self.way), None)
        if self.unit is not None and at is not None and "alt-trans" not in self.way and at in self.text:
            self.text[at] += text

    def end(self) -> None:
        if self.way.pop() == "trans-unit" and self.unit is not None:
            self.units.append(self._made(self.unit))
            self.unit = None

    def _is_text(self) -> bool:
        return self.unit is not None and self.way[-1] in _TEXT and self.way[-2] == "trans-unit"

    def _made(self, attributes: dict[str, str]) -> Unit:
        name = attributes.get("id", "")
        owner, path, form = split_id(name) or ("", name, 1)
        source, target = self.text.get("source", ""), self.text.get("target", "")
        state: State = "review" if self.state in _TO_REVIEW else "translated"
        if not target or self.state in _UNFINISHED:
            state, target = "new", ""
        return Unit(owner, path, form, source, target, state, line=self.line)


def read(data: bytes, shown: str) -> Catalogue:
    """An XLIFF file as units, each with its line. Raises SopprintError (SP175)."""
    reader, parser = _Reader(), expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: reader.start(name, attributes, parser.CurrentLineNumber)
    parser.EndElementHandler = lambda _: reader.end()
    parser.CharacterDataHandler = reader.data
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 — expat's own signature
    except (expat.ExpatError, _Refused) as failure:
        said = str(failure) if isinstance(failure, _Refused) else f"this is not well-formed XML: {failure}"
        place = Place(shown, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        raise SopprintError([Diagnostic("SP175", said, place, ("export it again and compare",))]) from failure
    source, target = reader.languages or ("", "")
    return Catalogue(source, target, tuple(reader.units))


def _no_doctype(*_: object) -> None:
    raise _Refused("document types and entities are not read")
