"""The catalogue as one static page: words put into a template, with its style and script inside.

Every word is made safe for HTML before the template sees it; only style, script and finished cards are put in as they
are. The policy allows exactly this style and this script, and pictures of the same folder. Not here: what is said.
"""

from __future__ import annotations

import hashlib
import html
import os
from base64 import b64encode
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec.structs import asdict

from sopprint.source.template import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sopprint.catalog.gather import Catalogue, File, Shown
    from sopprint.catalog.labels import Labels
    from sopprint.draw.png import PngSize
    from sopprint.resources import Folder
    from sopprint.source.said import Datum


def page(catalogue: Catalogue, pictures: Mapping[str, PngSize], folders: tuple[Folder, ...], at: Path) -> str:
    """The page as HTML. `pictures` are the sizes of `pictures/<tool>.png`; links lead from the folder `at`.

    `folders` have the templates. Raises SopprintError for a kit's template that is wrong.
    """
    style, script = (_part(folders, f"catalog/page.{ending}") for ending in ("css", "js"))
    whole = fill("catalog/page.html.j2", _safe(_page_data(catalogue, style, script)), folders).text
    cards = (_card(catalogue, tool, pictures[tool.name], folders, at) for tool in catalogue.tools)
    return whole.replace("@@style@@", style).replace("@@script@@", script).replace("@@cards@@", "\n".join(cards))


def _part(folders: tuple[Folder, ...], name: str) -> str:
    """A file that goes in as it is, from a kit or from the program."""
    return next(folder for folder in folders if folder.exists(name)).text(name)


def _page_data(catalogue: Catalogue, style: str, script: str) -> dict[str, Datum]:
    return {
        "lang": catalogue.lang,
        "county": catalogue.county,
        "program": catalogue.program,
        "policy": policy(style, script),
        "labels": _labels(catalogue.labels),
        "choices": tuple(_choices(catalogue)),
    }


def policy(style: str, script: str) -> str:
    """What the page may do: nothing, but for its own style and script and the pictures beside it (CSP level 3)."""
    return (
        f"default-src 'none'; img-src 'self'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _choices(catalogue: Catalogue) -> Iterator[Datum]:
    """The three lists to choose from; only what at least one tool has."""
    labels = catalogue.labels
    purposes = {key for tool in catalogue.tools for key in tool.purposes}
    yield _choice("role", labels.made_for, {key: role.name for key, role in labels.roles.items()})
    named = {key: purpose.name for key, purpose in labels.purposes.items() if key in purposes}
    yield _choice("purpose", labels.purpose, named)
    yield _choice("language", labels.language_label, catalogue.language_names)


def _choice(name: str, label: str, options: Mapping[str, str]) -> Datum:
    return {"id": name, "label": label, "options": tuple({"value": k, "name": v} for k, v in options.items())}


# ------------------------------------------------------------------------------------------------ cards


def _card(catalogue: Catalogue, tool: Shown, size: PngSize, folders: tuple[Folder, ...], at: Path) -> str:
    labels = catalogue.labels
    files = tuple(_file(file, tool, catalogue, at) for file in tool.files)
    made: dict[str, Datum] = {
        "name": tool.name,
        "lang": tool.lang,
        "title": tool.title,
        "purpose": tool.purpose,
        "lead": tool.lead,
        "use": tool.use,
        "do_not": tool.do_not,
        "alt": labels.picture.format(title=tool.title),
        "width": size.width,
        "height": size.height,
        "purposes": " ".join(tool.purposes),
        "roles": " ".join(_roles(labels, {file.product for file in tool.files} or {"poster"})),
        "languages_listed": " ".join(dict.fromkeys((*tool.languages, *(file.language for file in tool.files)))),
        "facts": tuple(_facts(catalogue, tool)),
        "files": files,
    }
    data: dict[str, Datum] = {"tool": made, "lang": catalogue.lang, "labels": _labels(labels)}
    return fill("catalog/card.html.j2", _safe(data), folders).text.strip()


def _facts(catalogue: Catalogue, tool: Shown) -> Iterator[Datum]:
    labels = catalogue.labels
    languages = ", ".join(catalogue.language_names[tag] for tag in tool.languages)
    for label, words in (
        (labels.who, tool.who), (labels.time, tool.time), (labels.ages, "; ".join(tool.ages)),
        (labels.sizes, ", ".join(tool.sizes)), (labels.languages, languages), (labels.edition, tool.edition),
    ):  # fmt: skip
        if words:
            yield {"label": label, "words": words}


def _file(file: File, tool: Shown, catalogue: Catalogue, at: Path) -> Datum:
    labels = catalogue.labels
    return {
        "product": file.product,
        "roles": " ".join(_roles(labels, {file.product})),
        "language": file.language,
        "href": quote(os.path.relpath(file.path, at).replace(os.sep, "/")),
        "words": ", ".join(file_words(file, tool, catalogue)),
        "size": _size(file.size),
        "state": file.state,
        "state_words": str(getattr(labels, file.state)),
    }


def file_words(file: File, tool: Shown, catalogue: Catalogue) -> Iterator[str]:
    """What a file is, in words: product, variant, paper, language, and where it is for a print shop."""
    labels = catalogue.labels
    yield labels.products.get(file.product, file.product)
    if file.variant:
        yield tool.variants.get(file.variant, file.variant)
    yield file.paper
    yield catalogue.language_names.get(file.language, file.language)
    if file.for_shop:
        yield labels.for_print_shop


def _roles(labels: Labels, products: set[str]) -> Iterator[str]:
    return (key for key, role in labels.roles.items() if products.intersection(role.products))


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(count // 1000, 1)} kB"


def _labels(labels: Labels) -> Datum:
    return {name: value for name, value in asdict(labels).items() if isinstance(value, str)}


def _safe(data: Mapping[str, Datum]) -> dict[str, Datum]:
    """All words in it as they may stand in HTML, between tags and in quoted attributes."""
    return {key: _escaped(value) for key, value in data.items()}


def _escaped(value: Datum) -> Datum:
    if isinstance(value, str):
        return html.escape(value)
    if isinstance(value, tuple):
        return tuple(_escaped(entry) for entry in value)
    return _safe(value) if isinstance(value, dict) else value
