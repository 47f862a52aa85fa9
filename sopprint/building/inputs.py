"""What products were made from: files, files that were looked for and not there, names that fitted a pattern.

Whoever finds all of it as it was need not read anything. Where something changed, `owner` says which tool can be
concerned; whether a product really shows it, `key.py` tells. Not here: reading files (`resources.py` keeps the record).
"""

from pathlib import Path

from msgspec import Struct, field

from sopprint.building.stamp import Stamp, renewed, take
from sopprint.errors import SopprintError
from sopprint.resolve.library import Library
from sopprint.resolve.overrides import LAYOUTS, WORDS
from sopprint.resources import Folder, Record

_UNKNOWN = ""  # a hash that no file has


class Names(Struct, frozen=True, array_like=True):
    """The files in a folder that fit a pattern, as `resources.Folder.names` gives them."""

    folder: str
    pattern: str
    found: tuple[str, ...]


class Inputs(Struct, frozen=True):
    """All of it, with absolute paths."""

    files: dict[str, Stamp] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    names: tuple[Names, ...] = ()


class Compared(Struct, frozen=True):
    """Inputs as they are now, and the paths where something is not as it was."""

    inputs: Inputs
    changed: tuple[Path, ...]


def compare(inputs: Inputs, moment: int) -> Compared:
    """Look at all inputs again. `moment`: from when on (ns since the epoch) they are relied on."""
    changed: list[Path] = []
    files: dict[str, Stamp] = {}
    for name, stamp in inputs.files.items():
        path = Path(name)
        same = renewed(stamp, path, moment)
        if same is None:
            changed.append(path)
        now = same or take(path, moment)
        if now is not None:
            files[name] = _relied_on(now)
    absent = tuple(name for name in inputs.absent if not Path(name).is_file())
    changed += [Path(name) for name in inputs.absent if name not in absent]
    names = tuple(_names(each) for each in inputs.names)
    changed += [Path(now.folder, now.pattern) for then, now in zip(inputs.names, names, strict=True) if then != now]
    return Compared(Inputs(files, absent, names), tuple(changed))


def with_record(inputs: Inputs, record: Record, moment: int) -> Inputs:
    """Inputs and what was asked besides since `moment`. A file that changed after it was read counts as unknown."""
    files = dict(inputs.files)
    for path in record.reads:
        name = str(path.absolute())  # not resolved: a link may lead elsewhere tomorrow
        if name not in files and (stamp := take(path, moment)) is not None:
            files[name] = _relied_on(stamp)
    looked_for = dict.fromkeys((*inputs.absent, *(str(path.absolute()) for path in record.absent)))
    asked = {(each.folder, each.pattern): each for each in inputs.names}
    for (folder, pattern), found in record.names.items():
        root = str(folder.absolute())
        asked.setdefault((root, pattern), Names(root, pattern, found))
    return Inputs(files, tuple(name for name in looked_for if name not in files), tuple(asked.values()))


def _relied_on(stamp: Stamp) -> Stamp:
    """What may have been read before or after a change has no hash: it is looked into the next time."""
    return stamp if stamp.sure else Stamp(stamp.signature, _UNKNOWN, sure=False)


def _names(then: Names) -> Names:
    try:
        return Names(then.folder, then.pattern, Folder(Path(then.folder)).names(then.pattern))
    except SopprintError:
        return Names(then.folder, then.pattern, ())


def owner(library: Library, path: Path) -> str | None:
    """The one tool that a file can be of; None where all may be concerned."""
    for tool, folder in library.folders.items():
        if path.is_relative_to(folder.root.absolute()):
            return tool
    kit = library.kit_folder
    for part in (WORDS, LAYOUTS) if kit is not None else ():
        name = path.name.partition(".")[0]
        if kit is not None and path.is_relative_to((kit.root / part).absolute()) and name in library.folders:
            return name
    return None
