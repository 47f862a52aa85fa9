"""What a catalogue says: every tool of a kit in its own words, and the finished files there are of it.

Purpose: one value that page and PDF are made from, so that they cannot disagree. Not here: how it looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.building.plan import orders
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.model.blocks import Paragraph
from sopprint.paper import PaperError, paper
from sopprint.pdf.identity import read_identity
from sopprint.products.freshness import freshness
from sopprint.sharing.form import read_form
from sopprint.source.filled import Filled
from sopprint.source.markdown import scan
from sopprint.source.nodes import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sopprint.catalog.labels import Labels
    from sopprint.pdf.identity import Identity
    from sopprint.products.freshness import State
    from sopprint.resolve.library import Library, ToolInfo
    from sopprint.resolve.words import Words

_ORDER = ("poster", "guide", "booklet", "quick-guide-line-staff", "quick-guide-leaders")


class File(Struct, frozen=True):
    """A finished PDF. `size` is in bytes; `product` tells a booklet from its guide; `paper` is for people."""

    path: Path
    size: int
    product: str
    paper: str
    language: str
    variant: str
    for_shop: bool
    state: State


class Shown(Struct, frozen=True):
    """One tool as the catalogue shows it, in one language. Texts are plain words."""

    name: str
    title: str
    purpose: str
    edition: str
    lang: str  # of these words; another than the catalogue's where the tool has no others
    lead: str
    use: tuple[str, ...]
    do_not: tuple[str, ...]
    who: str
    time: str
    ages: tuple[str, ...]
    sizes: tuple[str, ...]
    languages: tuple[str, ...]
    variants: dict[str, str]
    purposes: tuple[str, ...]
    files: tuple[File, ...]


class Catalogue(Struct, frozen=True):
    """All of it. `language_names` are those of every language that a tool or file has."""

    county: str
    program: str
    lang: str
    labels: Labels
    tools: tuple[Shown, ...]
    language_names: dict[str, str]


def gather(library: Library, labels: Labels, finished: Path) -> Catalogue:
    """The tools a kit wants, and the PDFs in the folder `finished`. Raises SopprintError, OSError."""
    found = finished_files(library, finished)
    tools = tuple(_shown(library, info, labels, found.get(info.name, ())) for info in _wanted(library))
    tags = {tag for tool in tools for tag in (*tool.languages, *(file.language for file in tool.files))}
    brand = library.brand()
    document = library.document(tools[0].name, lang=tools[0].lang, paper=paper("arch-d"))
    county, program = (_text(document.common, key) for key in ("county", "program"))
    return Catalogue(
        brand.name or county, brand.program or program, labels.language, labels, tools,
        {tag: _language_name(library, tag) for tag in sorted(tags)},
    )  # fmt: skip


def _wanted(library: Library) -> tuple[ToolInfo, ...]:
    """The tools that a kit makes something of; without a kit, all."""
    tools = tuple(info for info in library.tools() if info.languages)
    if library.kit is not None:
        named = {order.tool for order in orders(library.kit, tools)}
        tools = tuple(info for info in tools if info.name in named)
    if not tools:
        hint = "name tools under “posters:” in its sopprint.yaml"
        raise SopprintError([Diagnostic("SP909", "this kit asks for no tool at all", hints=(hint,))], ExitCode.USAGE)
    return tools


# ------------------------------------------------------------------------------------------------ words


def _shown(library: Library, info: ToolInfo, labels: Labels, files: tuple[File, ...]) -> Shown:
    lang = next(tag for tag in (labels.language, "en", *info.languages) if tag in info.languages)
    document = library.document(info.name, lang=lang, paper=paper("arch-d"))
    words = library.guide_words(info.name, lang=lang)[0] if lang in info.guides else document.words
    ages = (_text(words, "guide", "fit", row, "who") for row in range(len(words.phrases("guide", "fit"))))
    return Shown(
        name=info.name,
        title=_text(words, "title"),
        purpose=_text(words, "purpose"),
        edition=document.edition,
        lang=lang,
        lead=_text(words, "guide", "glance", "lead"),
        use=_lines(words, "guide", "when", "use"),
        do_not=_lines(words, "guide", "when", "do_not"),
        who=_text(words, "guide", "glance", "who"),
        time=_text(words, "guide", "glance", "time"),
        ages=tuple(ages),
        sizes=tuple(dict.fromkeys(file.paper for file in files if file.product == "poster")),
        languages=info.languages,
        variants={name: variant.title or name for name, variant in document.tool.variants.items()},
        purposes=_purposes(library, info.name, labels),
        files=files,
    )


def _purposes(library: Library, tool: str, labels: Labels) -> tuple[str, ...]:
    """Where the labels put a tool, and where a county's own tool puts itself."""
    own = read_form(library.folder(tool)).shelves
    return tuple(key for key, purpose in labels.purposes.items() if tool in purpose.tools or key in own)


def _text(words: Words, *path: str | int) -> str:
    """The words at a path; those of guides are Markdown, those of posters are not."""
    phrase = words.phrase(*path)
    text = phrase.text if phrase else ""
    return _plain(text) if text and path[0] == "guide" else text


def _lines(words: Words, *path: str) -> tuple[str, ...]:
    return tuple(_plain(phrase.text) for phrase in words.phrases(*path))


def _plain(text: str) -> str:
    """Words of a guide without their Markdown."""
    found, _ = scan(Filled.plain(text, "words"))
    paragraphs = [" ".join(block.text.split()) for block in found if isinstance(block, Paragraph)]
    return " ".join(paragraphs) or text


def _language_name(library: Library, tag: str) -> str:
    """What a language calls itself; its tag where nobody has said. Of two languages, what both do."""
    if "+" in tag:
        return " + ".join(_language_name(library, each) for each in tag.split("+"))
    name = f"common/words.{tag}.yaml"
    if not library.layouts.exists(name):
        return tag
    node = read(library.layouts.text(name), library.layouts.shown(name)).get("language_name")
    return str(node.value) if node is not None else tag


# ------------------------------------------------------------------------------------------------ files


def finished_files(library: Library, folder: Path) -> dict[str, tuple[File, ...]]:
    """The PDFs of a folder that say which tool they are of, by tool, each with its state. Raises OSError."""
    by_tool: dict[str, list[File]] = {}
    states: dict[Identity, State] = {}
    for path in sorted(folder.glob("*.pdf")):
        identity = read_identity(path)
        if identity is not None and identity.tool in library.folders:
            by_tool.setdefault(identity.tool, []).append(_file(path, identity, _state(library, identity, states)))
    return {tool: tuple(sorted(files, key=_rank)) for tool, files in by_tool.items()}


def _state(library: Library, identity: Identity, known: dict[Identity, State]) -> State:
    """Compared once for all papers that show the same words."""
    key = replace(identity, title="", paper="", imposed="", made_for="")
    if key not in known:
        try:
            known[key] = freshness(library, identity).state
        except SopprintError:  # such as a guide of a tool that has none any more
            known[key] = "unknown"
    return known[key]


def _file(path: Path, identity: Identity, state: State) -> File:
    booklet = identity.product == "guide" and identity.imposed
    return File(
        path,
        path.stat().st_size,
        "booklet" if booklet else identity.product,
        measure(identity.paper.partition(" ")[0]),
        identity.language,
        identity.variant,
        identity.made_for == "print-shop",
        state,
    )


def _rank(file: File) -> tuple[int, str, str, bool, float, str]:
    """By product, the tool before its variants, large sheets first."""
    product = _ORDER.index(file.product) if file.product in _ORDER else len(_ORDER)
    return (product, file.variant, file.language, file.for_shop, -file.size, file.path.name)


def measure(name: str) -> str:
    """A paper for people: "24 × 36 in", "A1 (594 × 841 mm)"; the name itself where it is not known."""
    try:
        size = paper(name).size
    except PaperError:
        return name
    if name[:1] == "a" and name[1:].isdigit():
        return f"{name.upper()} ({size.width / 72 * 25.4:.0f} × {size.height / 72 * 25.4:.0f} mm)"
    return f"{size.width / 72:g} × {size.height / 72:g} in"


def states(tools: Iterable[Shown]) -> dict[State, int]:
    """How many files are current, stale or unknown."""
    counts: dict[State, int] = {"current": 0, "stale": 0, "unknown": 0}
    for tool in tools:
        for file in tool.files:
            counts[file.state] += 1
    return counts
