"""Packages that mean harm, and packages that are merely broken: each is refused and says why."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from sopprint.errors import SopprintError
from sopprint.sharing.inspect import inspect
from tests.sharing.packages import TOOL, entries, good, png, renamed, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sharing.packages import Files


def with_file(name: str, data: bytes = b"x") -> bytes:
    return zipped(good() | {name: data})


def changed(name: str, data: bytes) -> bytes:
    files = good()
    assert f"{TOOL}/{name}" in files
    return zipped(files | {f"{TOOL}/{name}": data})


def without(name: str) -> bytes:
    files = good()
    del files[f"{TOOL}/{name}"]
    return zipped(files)


def svg(inside: str, *, head: str = "", attributes: str = "") -> bytes:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{head}<svg {space} viewBox="0 0 9 9" {attributes}>{inside}<path d="M0 0H9V9Z"/></svg>'.encode()


def patched(at: int, value: bytes, record: bytes = b"PK\x01\x02") -> bytes:
    """The good package with bytes changed in the last record of a kind."""
    data = bytearray(zipped(good()))
    start = data.rfind(record) + at
    data[start : start + len(value)] = value
    return bytes(data)


def overlapping() -> bytes:
    """The last two files share one set of bytes, as in a bomb of overlapping files."""
    data = zipped(good())
    offset = struct.unpack_from("<L", data, data.find(b"PK\x01\x02") + 42)[0]
    return patched(42, struct.pack("<L", offset))


def hidden_between() -> bytes:
    """Bytes that no entry owns, before the directory."""
    data = zipped(good())
    at = struct.unpack_from("<L", data, len(data) - 6)[0]
    moved = bytearray(data[:at] + b"MZ hidden" + data[at:])
    struct.pack_into("<L", moved, len(moved) - 6, at)
    return bytes(moved)


def hidden_first() -> bytes:
    """An entry that the directory does not name, at the start."""
    files: Files = {"evil.exe": b"MZ"} | good()
    data = bytearray(zipped(files))
    end, first = len(data) - 22, data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", first + 4)
    del data[first:second]
    end -= second - first
    count, size = struct.unpack_from("<H", data, end + 8)[0], struct.unpack_from("<L", data, end + 12)[0]
    struct.pack_into("<2HL", data, end + 8, count - 1, count - 1, size - (second - first))
    return bytes(data)


def liar() -> bytes:
    """A file that says it is small and is not."""
    files = good() | {f"{TOOL}/zz.svg": svg(" " * 300_000)}
    data = bytearray(zipped(files))
    for record, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<L", data, data.rfind(record) + at, 500)
    return bytes(data)


def nested() -> bytes:
    return zipped({"a/b.txt": b"x"})


def many_parts() -> bytes:
    data = bytearray(zipped(good()))
    struct.pack_into("<H", data, len(data) - 22 + 4, 1)
    return bytes(data)


LINK = {"external_attr": (stat.S_IFLNK | 0o777) << 16}
DEVICE = {"external_attr": (stat.S_IFCHR | 0o644) << 16}
ART = f"{TOOL}/art.svg"
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    # names
    "leads out": (lambda: with_file("../evil.svg"), "SP812"),
    "leads out further in": (lambda: with_file(f"{TOOL}/../../evil.svg"), "SP812"),
    "absolute": (lambda: with_file("/etc/cron.d/evil"), "SP812"),
    "a drive": (lambda: with_file("C:/evil.svg"), "SP812"),
    "a share of Windows": (lambda: with_file("\\\\host\\evil.svg"), "SP812"),
    "backslashes": (lambda: with_file(f"{TOOL}\\..\\evil.svg"), "SP812"),
    "a device of Windows": (lambda: with_file(f"{TOOL}/con.svg"), "SP812"),
    "a device with two endings": (lambda: with_file(f"{TOOL}/LPT1.tar.svg"), "SP812"),
    "hidden": (lambda: with_file(f"{TOOL}/.bashrc"), "SP812"),
    "a dot at the end": (lambda: with_file(f"{TOOL}/art."), "SP812"),
    "a space at the end": (lambda: with_file(f"{TOOL}/art.svg "), "SP812"),
    "an option": (lambda: with_file(f"{TOOL}/-rf.svg"), "SP812"),
    "a stream of NTFS": (lambda: with_file(f"{TOOL}/art.svg:evil"), "SP812"),
    "a line end": (lambda: with_file(f"{TOOL}/a\nb.svg"), "SP812"),
    "an escape sequence": (lambda: with_file(f"{TOOL}/\x1b[2Ja.svg"), "SP812"),
    "letters from right to left": (lambda: with_file(f"{TOOL}/gvs\u202egpj.svg"), "SP812"),
    "letters that look alike": (lambda: with_file(f"{TOOL}/аrt.svg"), "SP812"),  # a Cyrillic a
    "letters in two parts": (lambda: with_file(f"{TOOL}/e\u0301.svg"), "SP812"),
    "NUL inside": (lambda: renamed(f"{TOOL}/words.en.yaml", f"{TOOL}/words.en\0yaml"), "SP812"),
    "very long": (lambda: with_file(f"{TOOL}/{'a' * 300}.svg"), "SP812"),
    "very deep": (lambda: with_file(TOOL + "/a" * 50 + ".svg"), "SP812"),
    "empty parts": (lambda: with_file(f"{TOOL}//art2.svg"), "SP812"),
    # twice
    "the same name twice": (lambda: entries([*good().items(), (ART, b"<svg/>")]), "SP814"),
    "names that differ by capitals": (lambda: with_file(f"{TOOL}/ART.svg", svg("")), "SP814"),
    "a file and a folder": (lambda: with_file(f"{ART}/x.svg", svg("")), "SP814"),
    # kinds of entries
    "a link": (lambda: zipped(good() | {f"{TOOL}/z.svg": b"/etc/passwd"}, **LINK), "SP815"),
    "a device": (lambda: zipped(good() | {f"{TOOL}/z.svg": b""}, **DEVICE), "SP815"),
    "a folder with bytes": (lambda: with_file(f"{TOOL}/x/", b"payload"), "SP815"),
    "encrypted": (lambda: patched(8, b"\x01\x00"), "SP811"),
    "bzip2": (lambda: zipped(good(), compress_type=zipfile.ZIP_BZIP2), "SP811"),
    "lzma": (lambda: zipped(good(), compress_type=zipfile.ZIP_LZMA), "SP811"),
    # the container
    "empty": (lambda: b"", "SP811"),
    "no zip at all": (lambda: b"%PDF-1.7\n" + os.urandom(10), "SP811"),
    "an empty zip": (lambda: zipped({}), "SP811"),
    "a program with a zip behind": (lambda: b"MZ" + zipped(good()), "SP811"),
    "a zip with something behind": (lambda: zipped(good()) + b"<script>", "SP811"),
    "a comment": (lambda: zipped(good())[:-2] + b"\x05\x00hello", "SP811"),
    "something in between": (hidden_between, "SP811"),
    "an entry that is not listed": (hidden_first, "SP811"),
    "bytes used twice": (overlapping, "SP811"),
    "in several parts": (many_parts, "SP811"),
    "cut off": (lambda: zipped(good())[:-400], "SP811"),
    "a wrong checksum": (lambda: patched(16, b"\0\0\0\0"), "SP811"),
    "two names for one entry": (lambda: patched(46, b"S"), "SP811"),
    # too much
    "a bomb": (lambda: with_file(f"{TOOL}/big.svg", b" " * 7_000_000), "SP813"),
    "one huge file": (lambda: with_file(f"{TOOL}/big.png", os.urandom(8_000_001)), "SP813"),
    "much in all": (
        lambda: zipped(good() | {f"{TOOL}/a{i}.png": (b"\0" + os.urandom(99)) * 69_000 for i in range(6)}), "SP813",
    ),
    "very many files": (lambda: zipped(good() | {f"{TOOL}/a{i}.svg": svg("") for i in range(101)}), "SP813"),
    "larger than it says": (liar, "SP811"),
    # what does not belong in a tool
    "a program": (lambda: with_file(f"{TOOL}/setup.exe", b"MZ"), "SP817"),
    "a script": (lambda: with_file(f"{TOOL}/conftest.py", b"import os"), "SP817"),
    "a template": (lambda: with_file(f"{TOOL}/guide.md.j2", b"{{ 1 }}"), "SP817"),
    "a page": (lambda: with_file(f"{TOOL}/index.html", b"<script>"), "SP817"),
    "a zip in the zip": (lambda: with_file(f"{TOOL}/more.zip", nested()), "SP817"),
    "settings of a kit": (lambda: with_file(f"{TOOL}/sopprint.yaml", b"county: {name: x}"), "SP817"),
    "a font": (lambda: with_file(f"{TOOL}/x.ttf", b"\0\1\0\0"), "SP817"),
    "no ending": (lambda: with_file(f"{TOOL}/Makefile", b"all:"), "SP817"),
    # not what its name says
    "a zip called picture": (lambda: with_file(f"{TOOL}/a.png", nested()), "SP818"),
    "a program called drawing": (lambda: with_file(f"{TOOL}/a.svg", b"MZ\x90\0"), "SP818"),
    "a zip behind a picture": (lambda: with_file(f"{TOOL}/a.png", png() + nested()), "SP818"),
    "a huge picture": (lambda: with_file(f"{TOOL}/a.png", png(9_999, 9_999)), "SP818"),
    "a picture of no size": (lambda: with_file(f"{TOOL}/a.png", png(2**31 - 1, 1)), "SP818"),
    "a cut picture": (lambda: with_file(f"{TOOL}/a.png", png()[:-9]), "SP818"),
    "a script in a drawing": (lambda: changed("art.svg", svg("<script>alert(1)</script>")), "SP818"),
    "a drawing that starts a script": (lambda: changed("art.svg", svg("", attributes='onload="x()"')), "SP818"),
    "a drawing that asks the network": (
        lambda: changed("art.svg", svg('<image xlink:href="http://evil.example/"/>')), "SP818",
    ),
    "a page in a drawing": (lambda: changed("art.svg", svg("<foreignObject/>")), "SP818"),
    "entities without end": (
        lambda: changed("art.svg", svg("", head='<!DOCTYPE svg [<!ENTITY a "&b;&b;"><!ENTITY b "ha">]>')), "SP818",
    ),
    "a drawing that reads a file": (
        lambda: changed("art.svg", svg("", head='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>')), "SP818",
    ),
    "a style sheet from outside": (
        lambda: changed("art.svg", svg("", head='<?xml-stylesheet href="http://evil.example/"?>')), "SP818",
    ),
    "words that are no text": (lambda: changed("words.en.yaml", b"\xff\xfe\0"), "SP818"),
    "words that turn around": (lambda: changed("words.en.yaml", "title: a\u202eb\n".encode()), "SP818"),
    "an escape sequence in the form": (lambda: changed("share.yaml", b"title: a\x1b[2J\n"), "SP818"),
    "aliases in aliases": (
        lambda: changed("layout.yaml", b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"), "SP013",
    ),
    "a tag that makes objects": (
        lambda: changed("share.yaml", b"title: !!python/object/apply:os.system [id]\n"), "SP014",
    ),
    # not one tool
    "two tools": (lambda: with_file("other/layout.yaml", b"x: 1"), "SP816"),
    "no folder": (lambda: zipped({name.partition("/")[2]: data for name, data in good().items()}), "SP816"),
    "no layout": (lambda: without("layout.yaml"), "SP816"),
    "no words": (lambda: without("words.en.yaml"), "SP816"),
    "no form": (lambda: without("share.yaml"), "SP816"),
    "no permission": (lambda: changed("share.yaml", b"title: x\n"), "SP802"),
}  # fmt: skip


def codes(data: bytes) -> set[str]:
    with pytest.raises(SopprintError) as refused:
        inspect(data, "x.zip")
    return {finding.code for finding in refused.value.diagnostics}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", BAD)
def test_is_refused_for_its_reason(kind: str) -> None:
    make, code = BAD[kind]
    assert code in codes(make())


def test_the_good_package_they_are_made_from_is_taken() -> None:
    package = inspect(zipped(good()), "x.zip")
    assert package.tool == TOOL
    assert {entry.name for entry in package.files} == {
        "share.yaml", "layout.yaml", "words.en.yaml", "art.svg",
    }  # fmt: skip
    assert package.form.county == "Example County"


def test_a_zip_of_another_program_with_folders_and_descriptors_is_taken() -> None:
    class Pipe(io.BytesIO):
        """Not seekable: sizes come after the bytes."""

        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: object) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{TOOL}/", b"")
        for name, data in good().items():
            archive.writestr(name, data)
    package = inspect(pipe.getvalue(), "x.zip")
    assert len(package.files) == 4


def test_all_reasons_are_told_at_once() -> None:
    data = zipped(good() | {f"{TOOL}/a.exe": b"MZ", f"{TOOL}/b.png": b"no", f"{TOOL}/share.yaml": b"title: 1\n"})
    assert codes(data) >= {"SP817", "SP818"}


def test_names_are_shown_without_their_tricks() -> None:
    with pytest.raises(SopprintError) as refused:
        inspect(with_file(f"{TOOL}/\x1b[2J\u202ea.svg"), "x.zip")
    said = "".join(f.message for f in refused.value.diagnostics)
    assert said.isascii()
    assert said.isprintable()


def test_every_byte_flipped_gives_a_package_or_a_reason() -> None:
    whole = zipped(good())
    for at in range(0, len(whole), 37):
        data = bytearray(whole)
        data[at] ^= 0xFF
        with contextlib.suppress(SopprintError):
            assert inspect(bytes(data), "x.zip").tool
