"""One tool as a package: its layout, words and art, what they look like, who made them and why.

Comes after a look for leftovers (`personal.py`). The same tool gives the same bytes. Not here: writing the file
(`deliver.py`), reading packages (`inspect.py`).
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.check import check_tool
from sopprint.check.layouts import fits_every_paper
from sopprint.diagnostics import Diagnostic, Place, Report, Severity
from sopprint.draw import png
from sopprint.errors import SopprintError
from sopprint.sharing.archive import Entry
from sopprint.sharing.form import FORM, completed, lacking, read_form, written
from sopprint.sharing.personal import leftovers, names
from sopprint.source.load import decode
from sopprint.source.nodes import descendants, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sopprint.model.share import Share
    from sopprint.model.tool import Attribution
    from sopprint.model.tool import Tool as ToolModel
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library, ToolInfo
    from sopprint.resources import Folder

LAYOUT = "layout.yaml"
PREVIEW = 1200  # pixels wide
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say; packing leaves no date
_TELLS = re.compile(
    rb"<(?:\w+:)?metadata|sodipodi:docname|inkscape:export-filename|(?:/home/|/Users/|[A-Z]:\\Users\\)\w"
)
# what a PNG needs to be shown; the rest may say who made it, where and when (ISO/IEC 15948, 11.2 and 11.3)
_SHOWN = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"})
_LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/legalcode",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/legalcode",
    "CC BY-NC 4.0": "https://creativecommons.org/licenses/by-nc/4.0/legalcode",
    "CC BY-NC-SA 4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/legalcode",
}


class Packed(Struct, frozen=True):
    """A finished package: its file name and bytes, the files in it, and findings that are no errors."""

    name: str
    data: bytes
    files: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def pack(shop: Workshop, tool: str, given: Mapping[str, object], *, anyway: bool = False) -> Packed:
    """Pack a tool; `given` are fields of its form, `anyway` says that what looks like names is none.

    Raises SopprintError with every mistake of the tool (SP1…), of its form (SP801, SP802) and every leftover (SP803 to
    SP806), and SP905 where no previews can be made.
    """
    library = shop.library
    folder = library.folder(tool)
    report = Report()
    report.extend(check_tool(folder, further=(fits_every_paper,)))  # as whoever adds it will
    if report.errors:
        raise SopprintError(report)
    model = decode(read(folder.text(LAYOUT), folder.shown(LAYOUT)), _tool_model())
    form = _form(library, tool, folder, given)
    report.extend(lacking(form, folder.shown(FORM)))
    own = tuple(_own_files(folder))
    report.extend(_leftovers(folder, own, form, _credited(library, model), anyway=anyway))
    if report.errors:
        raise SopprintError(report)
    entries = (
        Entry(FORM, written(form).encode()), *own, *_papers(model.attribution, form), *_previews(shop, model, form),
    )  # fmt: skip
    data = _zipped(tool, entries)
    return Packed(f"{tool}-{model.edition}.zip", data, tuple(entry.name for entry in entries), tuple(report))


def _tool_model() -> type[ToolModel]:
    from sopprint.model.tool import Tool

    return Tool


def _form(library: Library, tool: str, folder: Folder, given: Mapping[str, object]) -> Share:
    """What the file says, then what was given; title and languages are those of the words."""
    form = completed(read_form(folder), given)
    info = next(info for info in library.tools() if info.name == tool)
    return replace(form, title=form.title or info.title, languages=info.languages)


def _own_files(folder: Folder) -> Iterator[Entry]:
    """The layout, all words, and the art that the layout names; nothing else that lies in the folder."""
    layout = folder.text(LAYOUT)
    yield Entry(LAYOUT, layout.encode())
    for name in folder.names("words.*.yaml"):
        yield Entry(name, folder.text(name).encode())
    nodes = descendants(read(layout, folder.shown(LAYOUT)))
    art = {found.text for node in nodes if (found := node.get("file")) is not None and found.text}
    for name in sorted(art):
        data = folder.data(name)
        yield Entry(name, _bare(data) if data.startswith(png.SIGNATURE) else data)


def _bare(data: bytes) -> bytes:
    """A PNG without what it says besides its picture."""
    kept, at = [png.SIGNATURE], len(png.SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] in _SHOWN:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


# ------------------------------------------------------------------------------------------------ leftovers


def _credited(library: Library, model: ToolModel) -> str:
    """Words with capitals that are there on purpose: makers and sources, and what the other tools are called."""
    attribution = model.attribution
    return " ".join((attribution.tool, *attribution.by, *attribution.sources, *map(_title, library.tools())))


def _title(info: ToolInfo) -> str:
    return info.title


def _leftovers(
    folder: Folder, files: Iterable[Entry], form: Share, credited: str, *, anyway: bool
) -> Iterator[Diagnostic]:
    for entry in files:
        shown = folder.shown(entry.name)
        if entry.name.endswith(".yaml"):
            text = entry.data.decode()
            yield from leftovers(text, shown)
            if entry.name.startswith("words."):
                yield from (_excused(found, anyway=anyway) for found in names(text, shown, credited))
        elif _TELLS.search(entry.data):
            hint = "save it as plain SVG without metadata"
            yield Diagnostic("SP806", "the drawing says who made it, or where", Place(shown), (hint,))
    said = written(replace(form, contact=None))  # a contact is there to be reached
    yield from leftovers(said, folder.shown(FORM))


def _excused(finding: Diagnostic, *, anyway: bool) -> Diagnostic:
    if not anyway:
        return finding
    return Diagnostic(finding.code, finding.message, finding.place, (), Severity.NOTE)


# ------------------------------------------------------------------------------------------------ what goes along


def _papers(attribution: Attribution, form: Share) -> Iterator[Entry]:
    """Attribution and licence in words, for whoever opens the package by hand."""
    credit = [f"{form.title}", "", f"Tool: {attribution.tool}", f"By: {', '.join(attribution.by)}"]
    credit += [f"Source: {source}" for source in attribution.sources]
    credit += ["", f"This layout and wording: {form.county}"]
    credit += [f"Made by: {', '.join(form.made_by)}"] if form.made_by else []
    credit += [f"Ask: {form.contact}"]
    yield Entry("ATTRIBUTION.txt", ("\n".join(credit) + "\n").encode())
    licence = attribution.licence
    lines = [f"{form.title}, its layout, words and art: {licence}.", _LICENCES.get(licence, ""), "", "Credit it as in",
             "ATTRIBUTION.txt."]  # fmt: skip
    yield Entry("LICENSE.txt", ("\n".join(lines) + "\n").encode())


def _previews(shop: Workshop, model: ToolModel, form: Share) -> Iterator[Entry]:
    """The poster in the tool's first language, and each of its variants."""
    from sopprint.paper import paper
    from sopprint.preview import picture
    from sopprint.products.order import Order
    from sopprint.products.poster import make

    language = "en" if "en" in form.languages else form.languages[0]
    for variant in (None, *model.variants):
        made = make(shop, Order(model.tool, paper("arch-d"), language, variant=variant))
        name = f"preview-{variant}.png" if variant else "preview.png"
        yield Entry(name, picture(made.data, width=PREVIEW, colours=64))


def _zipped(tool: str, entries: Iterable[Entry]) -> bytes:
    """The form first and unpacked, so that the file says what it is; no dates, one order, one mode."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for entry in entries:
            info = zipfile.ZipInfo(f"{tool}/{entry.name}", _EPOCH)
            info.create_system, info.external_attr = 3, 0o100644 << 16  # Unix, so that the mode is read
            info.compress_type = zipfile.ZIP_STORED if entry.name == FORM else zipfile.ZIP_DEFLATED
            archive.writestr(info, entry.data, compresslevel=9)
    return stream.getvalue()
