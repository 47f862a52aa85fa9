"""`sopprint translate`: words out to translators and back, and what a translation is up to date with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopprint.cli.choose import FORCE, KIT, library_of, usage
from sopprint.cli.spec import Command, Parameter
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.cli.console import Console
    from sopprint.resolve.library import Library
    from sopprint.translate.bring import Brought
    from sopprint.translate.files import Format
    from sopprint.translate.owner import Owner
    from sopprint.translate.units import Catalogue

_WHAT = Parameter(
    "what", "export: make a file for a translator; import: bring it back; accept: a translation is up to date.",
    required=True, choices=("export", "import", "accept"), metavar="export|import|accept",
)  # fmt: skip
_NAMES = Parameter(
    "names", "export TOOL|KIT · import FILE [TOOL|KIT] · accept TOOL [TEXT]…  “common” and “guide” are the words that "
    "all tools, or all guides, share.", kind="many", metavar="[NAME]...",
)  # fmt: skip
_TO = Parameter("to", "The language it is translated into.", ("--to", "--lang"), completes="languages", metavar="LANG")
_FROM = Parameter("source", "The language it is translated from.", ("--from",), default="en", metavar="LANG")
_FORM = Parameter(
    "form", "The format of the file; by the ending of its name when not given.", ("--format",), choices=("po", "xliff")
)
_OUT = Parameter(
    "out", "The file to write; a folder (such as out/) for one file for each tool.", ("-o", "--output"), metavar="FILE"
)
_POSTERS = Parameter("posters_only", "Leave out what only guides say.", ("--posters-only",), kind="switch")
_PICTURES = Parameter("pictures", "Make the pictures that the notes name, too.", ("--pictures",), kind="switch")
_DRY = Parameter("dry_run", "Tell what the file would change, and change nothing.", ("--dry-run",), kind="switch")
_JSON = Parameter("as_json", "Print what was brought in as JSON.", ("--json",), kind="switch")
_KIT_FILE = "sopprint.yaml"
_PICTURE_WIDTH = 1600


def run(
    console: Console,
    *,
    what: str,
    names: tuple[str, ...],
    to: str | None,
    source: str,
    form: Format | None,
    out: str | None,
    posters_only: bool,
    pictures: bool,
    dry_run: bool,
    as_json: bool,
    kit: str | None,
    force: bool,
) -> ExitCode:
    if not names:
        raise usage("SP903", f"say what to {what}", "`sopprint translate --help` tells how")
    if what == "import":
        return _import(console, names, to=to, kit=kit, dry_run=dry_run, as_json=as_json)
    if what == "accept":
        return _accept(console, names, to=to, source=source, kit=kit)
    return _export(
        console, names, to=to, source=source, form=form, out=out, posters_only=posters_only, pictures=pictures, kit=kit,
        force=force,
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------ export


def _export(
    console: Console,
    names: Sequence[str],
    *,
    to: str | None,
    source: str,
    form: Format | None,
    out: str | None,
    posters_only: bool,
    pictures: bool,
    kit: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.translate.files import export, format_of, written

    language = _language(to, source)
    library, owners = _meant(_one(names, "tool or kit"), kit)
    name = out or f"{Path(names[0]).resolve().name}.{language}.{'xlf' if form == 'xliff' else 'po'}"
    apart = name.endswith(("/", "\\")) or Path(name).is_dir()
    known = format_of(name)
    if not apart and known is None and form is None:
        raise usage("SP903", f"the format of {name} is not clear", "end the name in .po or .xlf, or give --format")
    catalogue = export(owners, source, language, guides=not posters_only)
    files = written(catalogue, form or known or "po", name, apart=apart)
    _deliver_all(files, force=force)
    for file in files:
        console.say(f"{file}  {_counted(catalogue) if not apart else ''}".rstrip())
    if pictures:
        _make_pictures(console, library, owners, Path(name) if apart else Path(name).parent, source)
    _tell_of_shared(console, library, owners, language)
    return ExitCode.OK


def _language(to: str | None, source: str) -> str:
    from sopprint.translate.bring import LANGUAGE

    if to is None or not LANGUAGE.fullmatch(to) or to == source or to.startswith("qps"):
        wrong = f"“{to}” is not a language to translate into" if to else "say which language it is translated into"
        raise usage("SP903", wrong, "give a language code, such as --to vi or --to zh-Hant")
    return to


def _one(names: Sequence[str], what: str) -> str:
    if len(names) > 1:
        raise usage("SP903", f"one {what} at a time; found {', '.join(names)}", "name a kit for all of its tools")
    return names[0]


def _meant(name: str, kit: str | None) -> tuple[Library, tuple[Owner, ...]]:
    """A kit with all it prints, or one tool."""
    from sopprint.resolve.library import Library
    from sopprint.translate.owner import Owner, owners

    if (Path(name) / _KIT_FILE).is_file():
        library = Library.open(Path(name))
        return library, owners(library)
    library, tool = _library(name, kit)
    return library, (Owner.named(library, tool),)


def _library(name: str, kit: str | None) -> tuple[Library, str]:
    if kit is not None and not (Path(kit) / _KIT_FILE).is_file():
        raise usage("SP908", f"there is no {_KIT_FILE} in {kit}", "name the kit's folder with --kit")
    return library_of(name, kit)


def _deliver_all(files: dict[str, str], *, force: bool) -> None:
    """All files, or none where one is there already: somebody may have translated in it."""
    from sopprint.deliver import deliver

    there = [file for file in files if Path(file).exists() and not force]
    if there:
        hint = "give another name with -o, or add --force to replace it"
        message = "{} exists, and may hold a translator’s work"
        raise SopprintError([Diagnostic("SP902", message.format(file), hints=(hint,)) for file in there], ExitCode.IO)
    for file, text in files.items():
        deliver(text.encode(), Path(file), force=True)


def _counted(catalogue: Catalogue) -> str:
    counts = {state: sum(unit.state == state for unit in catalogue.units) for state in ("translated", "review", "new")}
    words = {"translated": "translated", "review": "out of date", "new": "to translate"}
    return f"{len(catalogue.units)} texts: " + ", ".join(f"{n} {words[state]}" for state, n in counts.items() if n)


def _make_pictures(console: Console, library: Library, owners: Sequence[Owner], folder: Path, lang: str) -> None:
    from sopprint.deliver import deliver
    from sopprint.paper import paper
    from sopprint.preview import picture
    from sopprint.products.order import Order
    from sopprint.products.poster import make
    from sopprint.products.workshop import Workshop

    shop = Workshop(library)
    for owner in owners:
        if owner.is_tool:
            made = make(shop, Order(owner.name, paper("arch-d"), lang, "landscape", None, {}))
            deliver(picture(made.data, width=_PICTURE_WIDTH, colours=64), folder / f"{owner.name}.png")
            console.say(f"{folder / owner.name}.png")


def _tell_of_shared(console: Console, library: Library, owners: Sequence[Owner], lang: str) -> None:
    from sopprint.translate.owner import SHARED, Owner

    there = {owner.name for owner in owners}
    missing = [name for name in SHARED if name not in there and Owner(library, name).node(lang) is None]
    for name in missing:
        what = "posters" if name == "common" else "guides"
        console.say(f"All {what} need shared words in {lang}, too: sopprint translate export {name} --to {lang}")


# ------------------------------------------------------------------------------------------------ import


def _import(
    console: Console,
    names: Sequence[str],
    *,
    to: str | None,
    kit: str | None,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    from sopprint.translate.bring import bring
    from sopprint.translate.files import read
    from sopprint.translate.write import require_writable, write

    if len(names) > 2:
        raise usage("SP903", "name one file, and at most one tool or kit", "such as: translate import houses.vi.po")
    library, only = _target(names[1:], kit)
    brought, report = bring(library, read(names[0]), names[0], only, to)
    for each in brought:
        require_writable(each.file)
    console.show(report)
    bad = any(finding.severity is Severity.ERROR for finding in report)
    if not bad and not dry_run:
        for each in brought:
            write(each)
    if as_json:
        console.give(_json(brought, report, written=not bad and not dry_run))
    else:
        for line in _told(brought, written=not bad and not dry_run):
            console.say(line)
    return ExitCode.DOCUMENT if bad else ExitCode.OK


def _target(names: Sequence[str], kit: str | None) -> tuple[Library, str | None]:
    """Where it goes: a kit as a whole, one tool, or all tools that come with the program."""
    from sopprint.resolve.library import Library
    from sopprint.translate.owner import Owner

    if names and (Path(names[0]) / _KIT_FILE).is_file():
        return Library.open(Path(names[0])), None
    if names:
        library, tool = _library(names[0], kit)
        return library, Owner.named(library, tool).name
    return _library("common", kit)[0], None


def _told(brought: Sequence[Brought], *, written: bool) -> Iterator[str]:
    for each in brought:
        what = "changed" if not each.is_new else "translated"
        said = [f"{len(each.changed)} {what}", f"{len(each.fuzzy)} fuzzy" if each.fuzzy else "",
                f"{len(each.untranslated)} untranslated" if each.untranslated else ""]  # fmt: skip
        yield f"{each.file.shown}  " + ", ".join(part for part in said if part)
    if not written:
        yield "nothing was written"
    elif any(each.changed for each in brought):
        yield "Have the words read by somebody who knows the families. Then: sopprint check"


def _json(brought: Sequence[Brought], report: Any, *, written: bool) -> str:
    import json

    data = {
        "written": written,
        "files": [
            {
                "tool": each.owner,
                "file": each.file.shown,
                "new": each.is_new,
                "changed": each.changed,
                "fuzzy": each.fuzzy,
                "untranslated": each.untranslated,
            }
            for each in brought
        ],
        "findings": [_finding(found) for found in report],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _finding(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": str(found.severity),
        "message": found.message,
        "file": found.place.file if found.place else None,
        "line": found.place.line if found.place else None,
    }


# ------------------------------------------------------------------------------------------------ accept


def _accept(console: Console, names: Sequence[str], *, to: str | None, source: str, kit: str | None) -> ExitCode:
    from sopprint.translate.write import accept

    language = _language(to, source)
    owners = _meant(names[0], kit)[1]
    for owner in owners:
        if len(owners) > 1 and None in (owner.node(language), owner.node(source)):
            continue  # a kit's tools need not have all languages
        changed = accept(owner, source, language, names[1:])
        console.say(f"{owner.name}: {len(changed)} text{'s' * (len(changed) != 1)} recorded as up to date")
        for path in changed:
            console.say(f"  {path}", level=1)
    return ExitCode.OK


COMMAND = Command(
    "translate", "Hand words to translators, and bring them back.",
    (_WHAT, _NAMES, _TO, _FROM, _FORM, _OUT, _POSTERS, _PICTURES, _DRY, _JSON, KIT, FORCE), run,
)  # fmt: skip
