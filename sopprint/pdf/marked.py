"""Content streams read back: what is painted on a page, inside which marked sequence, and what its codes say.

Works on any PDF, not only ours; reading only. The common ground of `inspect.py` and `structure.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXT = {"Tj", "TJ", "'", '"'}
_PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "INLINE IMAGE"}
_COLOR = {"rg", "RG", "k", "K", "g", "G", "scn", "SCN", "sc", "SC"}
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")


@dataclass(frozen=True, slots=True)
class Mark:
    """An open marked-content sequence. `kind` is an artifact's Type, such as Pagination."""

    tag: str
    mcid: int | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One text-showing operator: what it says, the sequences it is in (outermost first), and its font."""

    text: str
    marks: tuple[Mark, ...]
    font: str
    has_notdef: bool

    @property
    def mcid(self) -> int | None:
        return next((mark.mcid for mark in reversed(self.marks) if mark.mcid is not None), None)

    @property
    def artifact(self) -> Mark | None:
        return next((mark for mark in self.marks if mark.tag == "Artifact"), None)


@dataclass(slots=True)
class PageContent:
    """Everything of one page. `loose` counts what is painted outside any mark; `faults` are broken nestings."""

    shown: list[Shown] = field(default_factory=list)
    mcids: list[int] = field(default_factory=list)
    colors: dict[str, None] = field(default_factory=dict)
    loose: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    width: int  # bytes in a code
    text: dict[int, str]
    gids: bytes | None  # CIDToGIDMap

    def decode(self, data: bytes, *, turned: bool = False) -> tuple[str, bool]:
        codes = [int.from_bytes(data[at : at + self.width], "big") for at in range(0, len(data), self.width)]
        codes = codes[::-1] if turned else codes
        said = "".join(self.text.get(code, chr(code) if self.width == 1 else "\ufffd") for code in codes)
        return said, any(self._is_notdef(code) for code in codes)

    def _is_notdef(self, code: int) -> bool:
        if self.gids is None:
            return self.width == 2 and code == 0
        return self.gids[2 * code : 2 * code + 2] in (b"\0\0", b"")


def page_fonts(page: pikepdf.Page) -> dict[str, Any]:
    """A page's fonts by resource name."""
    resources: Any = page.obj.get("/Resources")
    found = resources.get("/Font") if resources is not None else None
    return {} if found is None else dict(found.items())


def read_content(page: pikepdf.Page) -> PageContent:
    """Run through a page's operators."""
    fonts = {key: _font(font) for key, font in page_fonts(page).items()}
    reader = _Reader(fonts)
    for instruction in pikepdf.parse_content_stream(page):
        reader.step(str(instruction.operator), list(instruction.operands))
    if reader.marks:
        reader.content.faults.append(f"{len(reader.marks)} marked sequences are not closed")
    return reader.content


class _Reader:
    def __init__(self, fonts: dict[str, _Font]) -> None:
        self.content = PageContent()
        self.marks: list[Mark] = []
        self._fonts = fonts
        self._font: _Font | None = None

    def step(self, operator: str, operands: list[Any]) -> None:
        if operator in ("BDC", "BMC"):
            self._open(_mark(operands))
        elif operator == "EMC":
            self._close()
        elif operator == "Tf":
            self._font = self._fonts.get(str(operands[0]))
        elif operator in _TEXT:
            self._show(operands)
        elif operator in _PAINT and not self.marks:
            self.content.loose += 1
        elif operator in _COLOR:
            self.content.colors[" ".join(map(_plain, [*operands, operator]))] = None

    def _open(self, mark: Mark) -> None:
        outer = next((m for m in self.marks if m.tag == "Artifact" or m.mcid is not None), None)
        if outer is not None and (mark.tag == "Artifact" or mark.mcid is not None):
            self.content.faults.append(f"{mark.tag} is marked inside {outer.tag}")
        if mark.mcid is not None:
            self.content.mcids.append(mark.mcid)
        self.marks.append(mark)

    def _close(self) -> None:
        if self.marks:
            self.marks.pop()
        else:
            self.content.faults.append("a marked sequence is closed that was never opened")

    def _show(self, operands: Sequence[Any]) -> None:
        if not self.marks:
            self.content.loose += 1
        last = operands[-1]
        strings = [last] if isinstance(last, pikepdf.String) else [s for s in last if isinstance(s, pikepdf.String)]
        data = b"".join(bytes(s) for s in strings)
        text, notdef = self._font.decode(data, turned=self._is_turned()) if self._font else ("", False)
        name = self._font.name if self._font else ""
        self.content.shown.append(Shown(text, tuple(self.marks), name, notdef))

    def _is_turned(self) -> bool:
        """Whether codes stand in the reverse of their order (ISO 32000-1, 14.8.2.3.3)."""
        return any(mark.tag == "ReversedChars" for mark in self.marks)


def _plain(operand: Any) -> str:
    return f"{float(operand):g}" if isinstance(operand, int) or hasattr(operand, "as_tuple") else str(operand)


def _mark(operands: Sequence[Any]) -> Mark:
    tag = str(operands[0]).lstrip("/")
    entries: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    mcid, kind = entries.get("/MCID"), entries.get("/Type")
    return Mark(tag, None if mcid is None else int(mcid), None if kind is None else str(kind).lstrip("/"))


def _font(font: Any) -> _Font:
    name = str(font.get("/BaseFont", "")).lstrip("/")
    to_unicode = font.get("/ToUnicode")
    text = _code_texts(to_unicode.read_bytes()) if to_unicode is not None else {}
    if font.get("/Subtype") != "/Type0":
        return _Font(name, 1, text, None)
    gids = font.DescendantFonts[0].get("/CIDToGIDMap")
    return _Font(name, 2, text, gids.read_bytes() if isinstance(gids, pikepdf.Stream) else None)


def _code_texts(cmap: bytes) -> dict[int, str]:
    """Code to text (ISO 32000-1, 9.10.3). Ranges that lead to an array are not read; nobody writes them for words."""
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(cmap):
        words = [bytes.fromhex(word.decode("ascii")) for word in _HEX.findall(block)]
        step = 2 if kind == b"char" else 3
        for at in range(0, len(words) - step + 1, step):
            low, high = (int.from_bytes(word, "big") for word in words[at : at + 2])
            first = words[at + step - 1]
            for code in range(low, (low if step == 2 else high) + 1):
                last = int.from_bytes(first[-2:], "big") + code - low
                found[code] = (first[:-2] + last.to_bytes(2, "big")).decode("utf-16-be")
    return found
