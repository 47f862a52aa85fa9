"""Reads a stranger's PDF into `facts.Survey`: opened with its own limits, page after page, never trusting it.

The only module of preflight that opens the file. It judges nothing.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from sopprint.geometry import Box, Matrix
from sopprint.press.preflight import document
from sopprint.press.preflight.bounds import Bounds, Budget, ExhaustedError, held
from sopprint.press.preflight.content import spaces
from sopprint.press.preflight.content.machine import moved
from sopprint.press.preflight.content.page import sketch_page
from sopprint.press.preflight.facts import Annotation, Sheet, Survey
from sopprint.press.preflight.objects import each, get, inherited, number, rectangle, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.content.machine import Sketch

_LETTER = Box(0, 0, 612, 792)  # what viewers take for a page without a MediaBox
_WARNINGS = 5
_OBJECT_STREAM = b"/ObjStm"


class NotReadableError(Exception):
    """The file cannot be surveyed at all. `rule` is that of the finding it becomes."""

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.remedy = rule, message, remedy


def survey(data: bytes, bounds: Bounds | None = None) -> Survey:
    """Everything that the rules need. Raises NotReadableError."""
    bounds = bounds or Bounds()
    if b"%PDF-" not in data[:1024]:
        raise NotReadableError("file.not-a-pdf", "this is not a PDF", "export the artwork as PDF/X-4")
    with held(bounds):
        try:
            with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
                return _read(pdf, data, bounds)
        except pikepdf.PasswordError as failure:
            raise NotReadableError(
                "file.password", "the file needs a password to be opened", "save it without a password"
            ) from failure
        except (pikepdf.PdfError, RecursionError, RuntimeError) as failure:
            message, remedy = "the file is damaged and cannot be read", "export it again, and copy it whole"
            raise NotReadableError("file.damaged", message, remedy) from failure


def _read(pdf: pikepdf.Pdf, data: bytes, bounds: Bounds) -> Survey:
    budget = Budget(bounds)
    properties, fault, filtered = document.xmp(pdf, bounds)
    layers, off = document.layers(pdf)
    form = get(pdf.Root, "/AcroForm")
    sheets = tuple(_sheets(pdf, budget))
    return Survey(
        version=pdf.pdf_version,
        pages=len(pdf.pages),
        sheets=sheets,
        encrypted=pdf.is_encrypted,
        damage=tuple(_without_place(str(warning)) for warning in pdf.get_warnings()[:_WARNINGS]),
        object_streams=_OBJECT_STREAM in data,
        has_id=len(each(get(pdf.trailer, "/ID"))) == 2,
        info=document.info(pdf),
        xmp=properties,
        xmp_fault=fault,
        xmp_filtered=filtered,
        intents=document.intents(pdf, bounds),
        actions=document.actions(pdf),
        files=document.files(pdf),
        form=form is not None and bool(each(get(form, "/Fields"))),
        xfa=get(form, "/XFA") is not None,
        layers=layers,
        layers_off=off,
        view_area=document.view_area(pdf),
    )


def _without_place(warning: str) -> str:
    """A library's warning, without the name it gave the data, on one line and short."""
    return " ".join(warning.split())[:160]


def _sheets(pdf: pikepdf.Pdf, budget: Budget) -> Iterator[Sheet]:
    for number_, page in enumerate(pdf.pages, 1):
        if number_ > budget.bounds.pages:
            return
        try:
            budget.clock()
        except ExhaustedError:
            return
        yield _sheet(page, number_, budget)


def _sheet(page: Any, number_: int, budget: Budget) -> Sheet:
    given = {name: inherited(page, f"/{name}") for name in ("MediaBox", "CropBox")}
    given |= {name: get(page, f"/{name}") for name in ("BleedBox", "TrimBox", "ArtBox")}
    read = {name: rectangle(value) for name, value in given.items()}
    boxes = {name: box for name, box in read.items() if box and box.width > 0 and box.height > 0}
    media = boxes.get("MediaBox", _LETTER)
    cut = boxes.get("TrimBox") or boxes.get("ArtBox") or media
    base = Matrix(1, 0, 0, -1, -cut.left, cut.bottom)  # `bottom` of a PDF rectangle is its upper edge
    placed = {name: moved(box, base) for name, box in boxes.items()}
    sketch = sketch_page(page, base, budget)
    absent = (name for name, value in given.items() if name not in boxes and (value is not None or name == "MediaBox"))
    return Sheet(
        number_,
        moved(media, base),
        placed.get("CropBox"),
        placed.get("BleedBox"),
        placed.get("TrimBox"),
        placed.get("ArtBox"),
        broken=tuple(absent),
        rotate=int(number(inherited(page, "/Rotate"))) % 360,
        user_unit=number(get(page, "/UserUnit"), 1.0),
        group_space=_group_space(get(page, "/Group")),
        annotations=tuple(_annotations(page, base)),
        **_drawn(sketch),
    )


def _group_space(group: Any) -> str | None:
    """The family of a transparency group's space; "" for a group without one, None without a group."""
    if word(get(group, "/S")) != "Transparency":
        return None
    space = get(group, "/CS")
    return "" if space is None else spaces.read(space).family


def _drawn(sketch: Sketch) -> dict[str, Any]:
    used = {mark.picture.space: None for mark in sketch.marks if mark.picture}
    return {
        "form_groups": tuple(sketch.groups),
        "marks": tuple(sketch.marks),
        "fonts": tuple(sketch.fonts),
        "spaces": tuple({**sketch.spaces, **used}),
        "filters": tuple(name for name in sketch.filters if name),
        "forbidden": tuple(sketch.forbidden),
        "missing": tuple(sketch.missing),
        "unread": tuple(sketch.unread),
    }


def _annotations(page: Any, base: Matrix) -> Iterator[Annotation]:
    for annotation in each(get(page, "/Annots")):
        box = rectangle(get(annotation, "/Rect"))
        yield Annotation(word(get(annotation, "/Subtype")), moved(box or Box(0, 0, 0, 0), base))
