"""`sopprint package`: everything a print shop needs for a job, in a folder or a zip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.build import require_kit
from sopprint.cli.choose import FORCE, LANG, library_of, paper_parameter, sheet_of, usage
from sopprint.cli.poster import PDFX, SHOP, require_free, shop_of
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.cli.console import Console
    from sopprint.model.shop import StandardName
    from sopprint.press.package import Article
    from sopprint.products.order import Order
    from sopprint.products.parcel import Parcel
    from sopprint.products.workshop import Workshop

_WHAT = Parameter(
    "what", "A county's kit, by its folder, or the tools whose posters are wanted.", kind="many", metavar="KIT|TOOL..."
)
_KIT = Parameter("kit", "With tools: the kit whose brand and order they are printed with.", ("--kit",), metavar="DIR")
_PAPER = paper_parameter("arch-d", "With tools: the paper of their posters.")
_JOB = Parameter("job", "What the shop calls the job by; the kit's own when not given.", ("--job",), metavar="NAME")
_OUTPUT = Parameter(
    "output", "The folder, or the .zip file, to write. Default: a folder named after job and shop.", ("-o", "--output"),
    metavar="FOLDER|ZIP",
)  # fmt: skip
_WIDTH = 1600  # pixels of a picture


def run(
    console: Console,
    *,
    what: tuple[str, ...],
    kit: str | None,
    sheet: str,
    lang: str,
    shop: str | None,
    standard: StandardName | None,
    job: str | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.press.package import slug

    workshop, wanted = _wanted(what, kit, sheet, lang)
    parcel = _parcel(workshop, shop, standard, job)
    target = Path(output or f"{slug(parcel.job)}-{parcel.profile.name}")
    _require_free(target, force=force)
    articles = _made(console, workshop, wanted, parcel)
    files = _packed(workshop, parcel, articles)
    _write(target, files, force=force)
    count = "1 print file" if len(articles) == 1 else f"{len(articles)} print files"
    console.say(f"{target}  {count}, {sum(map(len, files.values())) / 1e6:.1f} MB")
    return ExitCode.OK


def _wanted(
    what: tuple[str, ...], kit: str | None, sheet: str, lang: str
) -> tuple[Workshop, tuple[Order, ...]]:
    """The kit's products that a shop prints, or the posters of tools."""
    from sopprint.building.plan import opened
    from sopprint.products.order import Order
    from sopprint.products.parcel import asked_for
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library
    from sopprint.resources import Record

    folder = Path(what[0]) if what else Path()
    if not what or (folder / "sopprint.yaml").is_file():
        if len(what) > 1 or kit is not None:
            raise usage("SP904", "a kit is packed by itself", "name one kit, or tools and --kit")
        require_kit(folder)
        library, orders = opened(folder, Record())
        wanted = asked_for(library.kit, orders)
        if not wanted:
            raise usage("SP909", "the kit’s runs name nothing that it makes", "look at `printing: runs:` in its file")
        return Workshop(library), wanted
    paper = sheet_of(sheet)
    libraries = [library_of(tool, kit) for tool in what]
    folders = [library.folders[name] for library, name in libraries if name in library.folders]
    library = Library.open(Path(kit) if kit else None, tuple(folder.root for folder in folders))
    return Workshop(library), asked_for(None, (Order(name, paper, lang) for _, name in libraries))


def _parcel(workshop: Workshop, shop: str | None, standard: StandardName | None, job: str | None) -> Parcel:
    from sopprint.preview import picture
    from sopprint.products.parcel import Parcel

    kit = workshop.library.kit
    profile = shop_of(workshop.library, shop)
    name = job or (kit.printing.job or kit.county.name if kit else None) or "Safety Organized Practice"
    return Parcel(name, profile, standard or profile.shop.standard, lambda pdf: picture(pdf, width=_WIDTH))


def _made(console: Console, workshop: Workshop, wanted: Sequence[Order], parcel: Parcel) -> list[Article]:
    from sopprint.building.plan import describe
    from sopprint.products.parcel import packed

    articles = []
    for item, order in enumerate(wanted, 1):
        made = packed(workshop, order, parcel, item, len(wanted))
        console.show(made.findings)
        console.say(f"[{item}/{len(wanted)}] {describe(order)}")
        articles.append(made.article)
    return articles


def _packed(workshop: Workshop, parcel: Parcel, articles: Sequence[Article]) -> dict[str, bytes]:
    from shutil import which

    from sopprint.press.package import pack
    from sopprint.press.preflight.measure import PROGRAM
    from sopprint.resolve.guide import template_folders

    tools = "sopprint preflight and Ghostscript’s plates" if which(PROGRAM) else "sopprint preflight"
    checked = f"Every file in print/ was checked with {tools} against the profile “{parcel.profile.name}”."
    return pack(articles, parcel.profile.shop.note, checked, template_folders(workshop.library.kit_folder))


def _require_free(target: Path, *, force: bool) -> None:
    """Find out before the work whether the package may go there."""
    if _is_zip(target):
        require_free(target, force=force)
    elif target.exists() and not target.is_dir():
        raise usage("SP902", f"{target} is not a folder", "name a folder with -o, or a file that ends in .zip")
    elif target.is_dir() and not force and any(target.iterdir()) and not _known(target):
        hint = "name a new folder with -o, or add --force to write into this one"
        raise usage("SP902", f"{target} holds other things than a package", hint)


def _is_zip(target: Path) -> bool:
    return target.suffix.lower() == ".zip"


def _known(folder: Path) -> dict[str, str]:
    """What an earlier package left here: path and SHA-256."""
    from sopprint.press.package import SUMS, listed

    sums = folder / SUMS
    return listed(sums.read_text(encoding="utf-8", errors="replace")) if sums.is_file() else {}


def _write(target: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """The zip, or every file of the folder; what an earlier package left unchanged and this one has not is removed."""
    from hashlib import sha256

    from sopprint.deliver import deliver
    from sopprint.press.package import archive

    if _is_zip(target):
        deliver(archive(files, target.stem), target, force=force)
        return
    before = _known(target)
    for name, data in files.items():
        deliver(data, target / name, force=True)
    for name, digest in before.items():
        old = target / name
        inside = old.resolve().is_relative_to(target.resolve())
        if inside and name not in files and old.is_file() and sha256(old.read_bytes()).hexdigest() == digest:
            old.unlink()


COMMAND = Command(
    "package", "Put together all that a print shop needs for a job.",
    (_WHAT, _KIT, _PAPER, LANG, SHOP, PDFX, _JOB, _OUTPUT, FORCE), run,
)  # fmt: skip
