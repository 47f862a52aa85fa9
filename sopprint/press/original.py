"""Anybody's PDF, opened with care, and its pages as pieces of artwork that can be set on a sheet.

Purpose: the one place of `press/` that reads an untrusted file. What is encrypted, broken or beyond all bounds is
refused here with a diagnostic. A page becomes a form XObject (ISO 32000-1, 8.10): vectors, fonts and colours stay as
they are. Not here: where artwork goes.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from sopprint.diagnostics import Diagnostic, Place, Severity
from sopprint.errors import ExitCode, SopprintError
from sopprint.geometry import Insets, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

MOST_PAGES = 2000
_LONGEST = 72.0 * 1200  # points; a page of 100 feet is a mistake or an attack
_Edges = tuple[float, float, float, float]  # left, bottom, right, top: y up, as in the file


class Artwork(Struct, frozen=True):
    """A page to set: its trimmed size as a reader sees it, and how far its bleed goes on each side, in points.

    `form` paints it with the trim's bottom left at `corner`, page rotation and user units already applied.
    """

    size: Size
    bleed: Insets
    corner: tuple[float, float]
    form: Any


class Original(Struct, frozen=True, eq=False):
    """An opened PDF. `file` is its name in messages; `findings` are warnings about the file as a whole."""

    pdf: Any
    file: str
    findings: tuple[Diagnostic, ...] = ()

    def __len__(self) -> int:
        return len(self.pdf.pages)

    def artwork(self, index: int) -> Artwork:
        """One page. Raises SopprintError (SP653) when its boxes make no sense."""
        page = self.pdf.pages[index]
        with reported(self.file):
            form = page.as_form_xobject()
            media = _edges(page.mediabox)
            # without a BleedBox there is nothing to trust outside the trim: it may hold another printer's marks
            reach = page.obj.get("/BleedBox", page.trimbox)
            trim, bleed = (_within(_edges(box), media) for box in (page.trimbox, reach))
            if not all(map(_sensible, (media, trim, bleed))):
                raise self.refused("SP653", f"page {index + 1} has no usable size")
            form.BBox = list(media)  # the form's own would cut off the bleed
            return _artwork(form, trim, bleed)

    def refused(self, code: str, message: str, *hints: str, exit_code: ExitCode = ExitCode.DOCUMENT) -> SopprintError:
        """A failure that names this file."""
        return _refused(self.file, code, message, *hints, exit_code=exit_code)

    def warning(self, code: str, message: str, *hints: str) -> Diagnostic:
        """A finding that names this file."""
        return Diagnostic(code, message, _place(self.file), hints, Severity.WARNING)


def open_original(data: bytes, file: str = "") -> Original:
    """Open a PDF. Raises SopprintError: SP651 not a PDF, SP652 locked, SP654 no or too many pages, SP660 no pikepdf."""
    if find_spec("pikepdf") is None:
        hint = "install it with: pip install 'sopprint[press]'"
        raise _refused(file, "SP660", "press work needs pikepdf", hint, exit_code=ExitCode.USAGE)
    with reported(file):
        pdf = _opened(data, file)
        made = Original(pdf, file)
        count = len(pdf.pages)
        if not 0 < count <= MOST_PAGES:
            raise made.refused("SP654", f"the file has {count:,} pages; 1 to {MOST_PAGES:,} can be set")
        _flatten(pdf)
        if not pdf.get_warnings():
            return made
    damaged = made.warning(
        "SP651", "the file is damaged; what could be read is used", "look at every page of the result"
    )
    return Original(pdf, file, (damaged,))


def _opened(data: bytes, file: str) -> pikepdf.Pdf:
    import io
    import logging

    import pikepdf

    log = logging.getLogger("pikepdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())  # else its warnings are printed; we ask for them
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as failure:
        raise _locked(file, "the file is locked with a password") from failure
    if pdf.is_encrypted and not (pdf.allow.print_lowres or pdf.allow.print_highres):
        raise _locked(file, "the file's owner does not allow printing")
    return pdf


def _flatten(pdf: pikepdf.Pdf) -> None:
    """Make form fields and stamps part of the page, as a printer would; links, which have no looks, are left out."""
    if not any("/Annots" in page.obj for page in pdf.pages):
        return
    if "/AcroForm" in pdf.Root:
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")


@contextmanager
def reported(file: str) -> Iterator[None]:
    """Turn damage that shows only when a part of the file is looked at into SopprintError (SP651)."""
    import pikepdf

    try:
        yield
    except (pikepdf.PdfError, TypeError, ValueError, AttributeError, KeyError, RuntimeError) as failure:
        raise _broken(file) from failure


def _artwork(form: Any, trim: _Edges, bleed: _Edges) -> Artwork:
    matrix = tuple(float(n) for n in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    t, b = _turned(trim, matrix), _turned(bleed, matrix)
    size = Size(t[2] - t[0], t[3] - t[1])
    reach = Insets(*(max(0.0, way) for way in (t[0] - b[0], b[3] - t[3], b[2] - t[2], t[1] - b[1])))
    return Artwork(size, reach, (t[0], t[1]), form)


def _turned(box: _Edges, matrix: tuple[float, ...]) -> _Edges:
    a, b, c, d, e, f = matrix
    xs, ys = zip(*((a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _edges(box: Any) -> _Edges:
    """A rectangle's edges in order; writers may name any two opposite corners (ISO 32000-1, 7.9.5)."""
    x1, y1, x2, y2 = (float(n) for n in box)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _within(box: _Edges, media: _Edges) -> _Edges:
    """What lies on the medium: other boxes that reach over it are cut to it (14.11.2)."""
    return max(box[0], media[0]), max(box[1], media[1]), min(box[2], media[2]), min(box[3], media[3])


def _sensible(box: _Edges) -> bool:
    sides = box[2] - box[0], box[3] - box[1]
    return all(map(math.isfinite, box)) and min(sides) >= 1 and max(sides) <= _LONGEST


def _place(file: str) -> Place | None:
    return Place(file) if file else None


def _refused(file: str, code: str, message: str, *hints: str, exit_code: ExitCode = ExitCode.DOCUMENT) -> SopprintError:
    return SopprintError([Diagnostic(code, message, _place(file), hints)], exit_code)


def _locked(file: str, message: str) -> SopprintError:
    return _refused(file, "SP652", message, "ask its owner for an open copy", exit_code=ExitCode.IO)


def _broken(file: str) -> SopprintError:
    hint = "open it in a viewer and save it again, or make it anew"
    return _refused(file, "SP651", "this is not a PDF, or a damaged one", hint, exit_code=ExitCode.IO)
