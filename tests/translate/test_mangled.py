"""Files that were damaged on the way: understood, or refused with a place, and never a traceback."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from sopprint.errors import SopprintError
from sopprint.resolve.library import Library
from sopprint.translate import po, xliff
from sopprint.translate.bring import bring
from sopprint.translate.owner import Owner
from sopprint.translate.units import gather

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.diagnostics import Diagnostic

PIECES = (b'"', b"\\", b"\n", b"<", b"&", b"msgid ", b"#~ ", b"#, fuzzy\n", b"{x}", b"\xff", b'msgstr[0] "x"\n')


def mangled(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        at, other, length = chance.randrange(len(made)), chance.randrange(len(made)), chance.randint(1, 60)
        match chance.randrange(4):
            case 0:
                made[at] = chance.randrange(256)
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[other : other + length]
            case _:
                made[at:at] = chance.choice(PIECES)
    return bytes(made)


@pytest.mark.parametrize("form", ["po", "xliff"])
def test_never_a_traceback(form: str, tool: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopprint.translate.measure.rooms", lambda *_: {})
    library, file, chance = Library.open(None, [tool]), tmp_path / "x.po", random.Random(20)
    out = gather([Owner(library, "sample")], "en", "es", {})
    whole = (po.write(out) if form == "po" else xliff.write(out)).encode()
    refused: list[Diagnostic] = []
    for _ in range(150):
        data = mangled(whole, chance)
        file.write_bytes(data)
        try:
            found = po.read(file, "x.po") if form == "po" else xliff.read(data, "x.xlf")
            bring(library, found, "x", lang="es")
        except SopprintError as failure:
            refused += failure.diagnostics
    assert refused
    assert all(d.place is not None and d.place.file.startswith("x") for d in refused)


@pytest.mark.parametrize("line", ['msgstr "Uno', 'msgstr "Uno\\"', 'msgstr Uno"', 'msgstr "Uno" "dos'])
def test_a_line_without_its_quotes_is_refused_there(line: str, tmp_path: Path) -> None:
    file = tmp_path / "x.po"
    file.write_text(
        f'msgid ""\nmsgstr "Language: es\\n"\n\nmsgctxt "sample/title"\nmsgid "One"\n{line}\n', encoding="utf-8"
    )
    with pytest.raises(SopprintError) as failure:
        po.read(file, "x.po")
    assert [(d.code, d.place and d.place.line) for d in failure.value.diagnostics] == [("SP175", 6)]


def test_entries_without_their_names_are_refused_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "x.po"
    file.write_text('msgid ""\nmsgstr "Language: es\\n"\n\nmsgid "One"\nmsgstr "Uno"\n', encoding="utf-8")
    with pytest.raises(SopprintError) as failure:
        po.read(file, "x.po")
    assert [d.message for d in failure.value.diagnostics] == ["the entries have no names (msgctxt)"]
