"""`sopprint catalog`: a kit's tools as a web page and as a PDF to print."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, LANG, usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from sopprint.catalog.gather import Catalogue
    from sopprint.cli.console import Console
    from sopprint.resolve.library import Library

_KIT = Parameter("kit", "The kit's folder, with its sopprint.yaml.", default=".", metavar="[KIT]")
_OUT = Parameter(
    "out", "The folder to write to: index.html, catalogue.pdf, pictures.", ("-o", "--out"), default="out", metavar="DIR"
)
_FILES = Parameter(
    "files", "The folder with the finished PDFs that the page leads to; default: the same.", ("--files",), metavar="DIR"
)


def run(console: Console, *, kit: str, out: str, files: str | None, lang: str, force: bool) -> ExitCode:
    from sopprint.catalog.gather import gather, states
    from sopprint.catalog.labels import read_labels
    from sopprint.deliver import deliver
    from sopprint.resolve.guide import template_folders

    library = _library(Path(kit))
    gc.enable()  # many posters, as in `build`
    labels = read_labels(template_folders(library.kit_folder), lang)
    catalogue = gather(library, labels, Path(files or out))
    for target, data in _made(library, catalogue, Path(out)):
        deliver(data, target, force=force)
    counts = states(catalogue.tools)
    tools, made = len(catalogue.tools), sum(counts.values())
    console.say(f"{Path(out) / 'index.html'}: {tools} tool{'s' * (tools != 1)}, {made} file{'s' * (made != 1)}")
    if counts["stale"]:
        console.say(f"{counts['stale']} of them are older than the words of today: make them again with sopprint build")
    if not sum(counts.values()):
        console.say(f"there are no PDFs in {files or out} yet: make them with sopprint build {kit} -o {files or out}")
    return ExitCode.OK


def _library(kit: Path) -> Library:
    """A kit's tools. Raises SopprintError for a folder that is no kit, and for mistakes in it."""
    from sopprint.check.kit import check_kit
    from sopprint.resolve.library import Library

    if not (kit / "sopprint.yaml").is_file():
        raise usage("SP908", f"there is no sopprint.yaml in {kit}", "make a kit with: sopprint new kit my-county")
    if mistakes := check_kit(kit).errors:
        raise SopprintError(mistakes)
    return Library.open(kit)


def _made(library: Library, catalogue: Catalogue, out: Path) -> list[tuple[Path, bytes]]:
    """Everything, before anything is written."""
    from sopprint.catalog.page import page
    from sopprint.catalog.pdf import printed
    from sopprint.catalog.posters import poster
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.guide import template_folders

    shop = Workshop(library)
    posters = {tool.name: poster(shop, tool) for tool in catalogue.tools}
    folders = template_folders(library.kit_folder)
    html = page(catalogue, {name: made.size for name, made in posters.items()}, folders, out)
    pdf = printed(shop, catalogue, {name: made.page for name, made in posters.items()})
    pictures = [(out / "pictures" / f"{name}.png", made.png) for name, made in posters.items()]
    return [*pictures, (out / "catalogue.pdf", pdf), (out / "index.html", html.encode())]


COMMAND = Command(
    "catalog", "Make a web page and a PDF that show a kit's tools and files.", (_KIT, _OUT, _FILES, LANG, FORCE), run
)
