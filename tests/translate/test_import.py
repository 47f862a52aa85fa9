"""A translators' file brought back: what is taken, what is refused, where it is written, what is said of it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import polib
import pytest

from sopprint.source.nodes import plain, read
from tests.translate.conftest import ENGLISH, SPANISH

if TYPE_CHECKING:
    from pathlib import Path


def words(file: Path) -> dict:
    return plain(read(file.read_text(encoding="utf-8"), file.name))


@pytest.fixture
def po(tool: Path, tmp_path: Path, translate):
    """A PO file of the sample for Vietnamese or another language, with these translations, by path."""

    def make(target: str = "vi", /, flags: tuple[str, ...] = (), **texts: str) -> Path:
        file = tmp_path / f"sample.{target}.po"
        assert translate("export", tool, "--to", target, "-o", file, "--force")[0] == 0
        entries = polib.pofile(str(file))
        for entry in entries:
            path = entry.msgctxt.removeprefix("sample/").replace(".", "_").replace("#", "_")
            entry.msgstr = texts.get(path, entry.msgstr)
            entry.flags += flags if path in texts else ()
        entries.save(str(file))
        return file

    return make


def test_a_new_language_is_a_whole_draft_in_the_order_of_the_source(tool: Path, po, translate) -> None:
    code, said, _ = translate("import", po(title="Mẫu", footer_ticks_2="Đồng ý"), tool)
    made = (tool / "words.vi.yaml").read_text(encoding="utf-8")
    assert code == 0
    assert "2 translated, 11 untranslated" in said
    head, _, rest = made.partition("\n")
    assert head.startswith("# Words of sample in the language vi, translated from en")
    expected = ENGLISH.replace("# Words of the sample.\nlanguage: en", "language: vi\nreviewed: false")
    assert rest == expected.replace("title: Sample", "title: Mẫu").replace("Agreed", "Đồng ý")


def test_a_dry_run_writes_nothing_and_says_the_same(tool: Path, po, translate) -> None:
    file = po(title="Mẫu")
    before = {path.name for path in tool.rglob("*")}
    code, _said, printed = translate("import", file, tool, "--dry-run", "--json")
    data = json.loads(printed)
    assert (code, {path.name for path in tool.rglob("*")}) == (0, before)
    assert data["written"] is False
    assert data["files"][0]["changed"] == ["title"]
    assert data["files"][0]["new"] is True
    assert len(data["files"][0]["untranslated"]) == 12


def test_longer_and_shorter_forms(tool: Path, po, translate) -> None:
    assert translate("import", po(purpose="Để thử nhiều", purpose_2="Để thử"), tool)[0] == 0
    assert words(tool / "words.vi.yaml")["purpose"] == ["Để thử nhiều", "Để thử"]
    assert translate("import", po(purpose="Thử"), tool)[0] == 0
    assert words(tool / "words.vi.yaml")["purpose"] == ["Thử", "Để thử"]  # a form that is left empty stays


def test_placeholders_stop_everything(tool: Path, po, translate) -> None:
    (tool / "words.en.yaml").write_text(ENGLISH.replace("Agreed", "'{name} agreed'"), encoding="utf-8")
    file = po(title="Mẫu", footer_ticks_2="{tên} đồng ý")
    code, said, _ = translate("import", file, tool)
    assert code == 1
    assert "error[SP173] “footer.ticks.2” must have {name}; found {tên}" in said
    assert f"{file}:" in said
    assert "nothing was written" in said
    assert not (tool / "words.vi.yaml").exists()
    assert not (tool / ".sources").exists()


def test_markup_and_length_are_warnings(tool: Path, po, translate) -> None:
    code, said, _ = translate("import", po(zones_good_prompt="Điều gì tốt?", zones_plan_name="Rất dài " * 30), tool)
    assert code == 0
    assert "warning[SP173] “zones.good.prompt” does not have the bold" in said
    assert "warning[SP178] “zones.plan.name” has 240 characters; about" in said


def test_more_than_the_model_allows_is_an_error(tool: Path, po, translate) -> None:
    code, said, _ = translate("import", po(title="x" * 601), tool)
    assert (code, "error[SP178]" in said) == (1, True)
    assert not (tool / "words.vi.yaml").exists()


def test_an_unknown_text_is_told_with_the_nearest_and_the_rest_is_taken(tool: Path, po, translate) -> None:
    file = po(title="Mẫu", zones_good_name="Tốt")
    file.write_text(file.read_text(encoding="utf-8").replace("zones.good.name", "zones.good.nam"), encoding="utf-8")
    code, said, _ = translate("import", file, tool)
    assert code == 0
    assert "warning[SP176] there is no text “zones.good.nam”" in said
    assert "did you mean “zones.good.name”?" in said
    assert words(tool / "words.vi.yaml")["title"] == "Mẫu"


def test_two_translations_of_one_text_are_refused(tool: Path, po, translate) -> None:
    file = po(title="Mẫu")
    with file.open("a", encoding="utf-8") as more:
        more.write('\nmsgctxt "sample/title"\nmsgid "Sample"\nmsgstr "Khác"\n')
    code, said, _ = translate("import", file, tool)
    assert (code, "error[SP179]" in said) == (1, True)


def test_another_tool_and_another_language(tool: Path, po, translate) -> None:
    file = po(title="Mẫu")
    code, said, _ = translate("import", file, "three-houses")
    assert (code, "the file has nothing of three-houses; it has: sample" in said) == (1, True)
    code, said, _ = translate("import", file, tool, "--to", "es")
    assert (code, "for the language “vi”, not “es”" in said) == (1, True)
    file.write_text(file.read_text(encoding="utf-8").replace("Language: vi", "Language: "), encoding="utf-8")
    code, said, _ = translate("import", file, tool)
    assert (code, "does not say which language" in said) == (1, True)


def test_name_and_header_that_say_different_languages(tool: Path, po, translate) -> None:
    file = po("es", title="Prueba").rename(tool.parent / "sample.vi.po")
    before = (tool / "words.es.yaml").read_bytes()
    code, said, _ = translate("import", file, tool)
    assert (code, (tool / "words.es.yaml").read_bytes()) == (1, before)
    assert "the file is called “vi”, but its header says that it is in “es”" in said
    assert translate("import", file, tool, "--to", "es")[0] == 0
    assert b"title: Prueba" in (tool / "words.es.yaml").read_bytes()


def test_a_country_that_a_program_added_does_not_matter(tool: Path, po, translate) -> None:
    file = po(title="Mẫu")
    file.write_text(file.read_text(encoding="utf-8").replace("Language: vi", "Language: vi_VN"), encoding="utf-8")
    assert translate("import", file, tool, "--to", "vi")[0] == 0
    assert words(tool / "words.vi.yaml")["title"] == "Mẫu"


def test_fuzzy_entries_stay_out(tool: Path, po, translate) -> None:
    code, said, _ = translate("import", po("es", flags=("fuzzy",), title="Otra muestra"), tool)
    assert (code, "0 changed, 1 fuzzy" in said) == (0, True)
    assert (tool / "words.es.yaml").read_text(encoding="utf-8") == SPANISH


def test_source_that_changed_on_the_way_is_told_and_stays_out_of_date(tool: Path, po, translate) -> None:
    file = po(title="Mẫu", zones_good_name="Tốt")
    (tool / "words.en.yaml").write_text(ENGLISH.replace("Good things", "Nice things"), encoding="utf-8")
    code, said, _ = translate("import", file, tool)
    assert code == 0
    assert "“zones.good.name” has changed since the file was exported" in said
    assert "it was “Good things” and is now “Nice things”" in said
    record = words(tool / ".sources" / "vi.yaml")["texts"]
    assert record == {"title": "Sample", "zones.good.name": "Good things"}


def test_lists_are_filled_up_where_the_other_language_has_fewer(tool: Path, po, translate) -> None:
    (tool / "words.es.yaml").write_text(SPANISH.replace("    - De acuerdo\n", ""), encoding="utf-8")
    assert translate("import", po("es", footer_ticks_2="Está bien"), tool)[0] == 0
    made = (tool / "words.es.yaml").read_text(encoding="utf-8")
    assert words(tool / "words.es.yaml")["footer"]["ticks"] == ["Se leyó", "Está bien"]
    assert made.startswith("# Palabras; revisar con cuidado.\n")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.po", b"\xff\xfe\x00", "not UTF-8"),
        ("x.po", b'msgid "a\nrubbish', "not a PO file"),
        ("x.xlf", b"<xliff", "not well-formed"),
        ("x.xlf", b"<html/>", "not an XLIFF 1.2 file"),
        ("x.xlf", b'<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "document types and entities are not read"),
        ("x.xlf", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff/>', "document types and entities are not read"),
        ("x.xlf", b'<xliff version="1.2">' + b"<a>" * 60, "the file is too much"),
        ("x.txt", b"", "neither a PO nor an XLIFF file"),
    ],
)
def test_files_that_are_none(name: str, data: bytes, said: str, tmp_path: Path, translate) -> None:
    (tmp_path / name).write_bytes(data)
    code, told, _ = translate("import", tmp_path / name)
    assert code in (1, 2)
    assert "SP175" in told
    assert said in told
    assert "Traceback" not in told


def test_a_file_that_is_not_there(translate) -> None:
    code, said, _ = translate("import", "nowhere.po")
    assert (code, "SP001" in said) == (3, True)


# ------------------------------------------------------------------------------------------------ kits


def test_a_kit_gets_a_new_language_of_a_shipped_tool(kit: Path, tmp_path: Path, translate) -> None:
    file = tmp_path / "h.po"
    assert translate("export", "three-houses", "--to", "fr", "-o", file, "--posters-only")[0] == 0
    entries = polib.pofile(str(file))
    assert not [entry for entry in entries if "/guide." in entry.msgctxt]
    for entry in entries:
        entry.msgstr = entry.msgid[::-1]
    entries.save(str(file))
    assert translate("import", file, kit)[0] == 0
    made = words(kit / "words/three-houses.fr.yaml")
    assert made["title"] == "sesuoH eerhT ehT"
    assert made["reviewed"] is False
    assert "guide" not in made
    assert (kit / "words/.sources/three-houses.fr.yaml").is_file()


def test_a_kit_changes_a_copy_of_shipped_words(kit: Path, tmp_path: Path, translate) -> None:
    file = tmp_path / "h.xlf"
    assert translate("export", "three-houses", "--kit", kit, "--to", "es", "-o", file)[0] == 0
    file.write_text(file.read_text(encoding="utf-8").replace(">Cosas Buenas<", ">Lo bueno<", 1), encoding="utf-8")
    code, said, _ = translate("import", file, "three-houses", "--kit", kit)
    assert (code, "1 changed" in said) == (0, True)
    ours, base = (kit / name for name in ("words/three-houses.es.yaml", "words/.base/three-houses.es.yaml"))
    assert ours.read_text(encoding="utf-8") == base.read_text(encoding="utf-8").replace(
        "    name: Cosas Buenas", "    name: Lo bueno", 1
    )
    # only what the county changed: all else follows each release with the program's own record
    assert words(kit / "words/.sources/three-houses.es.yaml")["texts"] == {"zones.good.name": "Good Things"}


def test_a_tool_of_the_kit_is_changed_where_it_is(tool: Path, kit: Path, po, translate) -> None:
    file = po(title="Mẫu")
    shutil.copytree(tool, kit / "tools" / "sample")
    assert translate("import", file, kit)[0] == 0
    assert words(kit / "tools/sample/words.vi.yaml")["title"] == "Mẫu"
    assert not (kit / "words/sample.vi.yaml").exists()


def test_shared_words_in_a_kit(kit: Path, tmp_path: Path, translate) -> None:
    file = tmp_path / "c.po"
    assert translate("export", "common", "--to", "fr", "-o", file)[0] == 0
    entries = polib.pofile(str(file))
    for entry in entries:
        entry.msgstr = "Mots" + entry.msgid
    entries.save(str(file))
    assert translate("import", file, kit)[0] == 0
    made = words(kit / "words/common.fr.yaml")
    assert (made["language"], made["page"], "reviewed" in made) == ("fr", "Motspage", False)


def test_words_of_an_installed_program_are_not_changed(tool: Path, tmp_path: Path, translate, monkeypatch, po) -> None:
    """An upgrade would undo it; a kit is where a county's words belong."""
    file = po(title="Mẫu")
    installed = tmp_path / "site-packages/sopprint/_data/layouts/sample"
    shutil.copytree(tool, installed)
    code, said, _ = translate("import", file, installed)
    assert (code, "name your county's kit with --kit" in said) == (2, True)
    assert not (installed / "words.vi.yaml").exists()
