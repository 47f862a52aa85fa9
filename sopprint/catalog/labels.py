"""The catalogue's own words in one language, and how tools are sorted: `templates/catalog/labels.<lang>.yaml`.

A kit may have its own of that name. Not here: what tools say (`gather.py`).
"""

from typing import Annotated

from msgspec import Meta, Struct

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.model.elements import Name
from sopprint.resources import Folder
from sopprint.source.load import decode
from sopprint.source.nodes import read

Word = Annotated[str, Meta(min_length=1, max_length=200)]


class Role(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who uses tools, and the products made for them."""

    name: Word
    products: tuple[Name, ...]


class Purpose(Struct, frozen=True, forbid_unknown_fields=True):
    """Something tools are for, and which are."""

    name: Word
    tools: tuple[Name, ...] = ()


class Labels(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One language. `counted` has {shown} and {all}, `picture` has {title}, `count` has {page} and {pages}."""

    language: Word
    title: Word
    lead: Word
    skip: Word
    filter: Word
    everything: Word
    clear: Word
    counted: Word
    made_for: Word
    purpose: Word
    language_label: Word
    use: Word
    do_not: Word
    who: Word
    time: Word
    ages: Word
    sizes: Word
    languages: Word
    edition: Word
    files: Word
    no_files: Word
    picture: Word
    current: Word
    stale: Word
    unknown: Word
    prints: Word
    count: Word
    imposed: Word
    for_print_shop: Word
    products: dict[Name, Word]
    roles: dict[Name, Role]
    purposes: dict[Name, Purpose]


def read_labels(folders: tuple[Folder, ...], lang: str) -> Labels:
    """The labels of a language, from the first folder that has them. Raises SopprintError (SP130, mistakes in them)."""
    name = f"catalog/labels.{lang}.yaml"
    holder = next((folder for folder in folders if folder.exists(name)), None)
    if holder is None:
        known = sorted({found.split(".")[1] for folder in folders for found in folder.names("catalog/labels.*.yaml")})
        hint = f"it has: {', '.join(known)}; a kit may have its own templates/{name}"
        message = f"the catalogue has no words in the language “{lang}”"
        raise SopprintError([Diagnostic("SP130", message, None, (hint,))], ExitCode.USAGE)
    return decode(read(holder.text(name), holder.shown(name)), Labels)
