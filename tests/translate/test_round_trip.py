"""Words that go out and come back are the same words, whatever they are, in both formats."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sopprint.errors import SopprintError
from sopprint.resolve.library import Library
from sopprint.source.nodes import plain, read
from sopprint.source.writing import written
from sopprint.translate import po, xliff
from sopprint.translate.bring import bring
from sopprint.translate.owner import Owner
from sopprint.translate.units import Catalogue, Unit, gather
from sopprint.translate.write import write
from tests.translate.conftest import ENGLISH, LAYOUT, SPANISH

SHOWN = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff")
RIGHT_TO_LEFT = st.text("ابتثجحخد אבגד\u200f\u200e\u2067\u2069،؟0123", min_size=1, max_size=40)
AWKWARD = st.sampled_from(
    ['"', "\\", "\\n", "a\nb", "a\n\n", "\n", "a\r\nb", "\r", "\t", "#", "#, fuzzy", 'msgid "x"', "<b>&amp;</b>", "]]>",
     "%s", "{x}", "a\u2028b\u2029c\x85d", " a ", "é" * 599, "word " * 100, "'", "\ufeffx", "\\\\\"", "&#13;", "𝔘𝔫𝔦"]
)  # fmt: skip
TEXT = st.one_of(st.text(st.one_of(SHOWN, st.sampled_from("\n\t\r")), min_size=1, max_size=80), RIGHT_TO_LEFT, AWKWARD)
FORMS = st.one_of(TEXT, st.lists(TEXT, min_size=1, max_size=4))
WORDS = st.fixed_dictionaries({
    "title": FORMS,
    "purpose": FORMS,
    "zones": st.fixed_dictionaries({
        "plan": st.fixed_dictionaries({
            "name": FORMS,
            "alt": TEXT,
            "slots": st.fixed_dictionaries({"who": st.fixed_dictionaries({"name": FORMS, "hint": FORMS})}),
        }),
        "good": st.fixed_dictionaries({"name": FORMS, "prompt": FORMS, "alt": TEXT}),
    }),
    "footer": st.fixed_dictionaries({
        "how_to": st.lists(FORMS, min_size=1, max_size=1), "ticks": st.lists(FORMS, min_size=2, max_size=2),
        "credit": FORMS,
    }),
})  # fmt: skip


def through(form: str, catalogue: Catalogue) -> Catalogue:
    """Written, and read back as a file from outside."""
    if form == "xliff":
        return xliff.read(xliff.write(catalogue).encode(), "x.xlf")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.po"
        file.write_bytes(po.write(catalogue).encode())
        return po.read(file, "x.po")


def sample(folder: Path, words: dict[str, Any]) -> Owner:
    (folder / "sample").mkdir()
    es = written({"language": "es", "reviewed": False, **words})
    for name, text in (("layout.yaml", LAYOUT), ("words.en.yaml", ENGLISH), ("words.es.yaml", es)):
        (folder / "sample" / name).write_bytes(text.encode())
    return Owner(Library.open(None, [folder / "sample"]), "sample")


@pytest.mark.parametrize("form", ["po", "xliff"])
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(words=WORDS)
def test_nothing_changed_is_nothing_changed(form: str, words: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        owner = sample(Path(folder), words)
        (brought,), _ = bring(owner.library, through(form, gather([owner], "en", "es", {})), "x")
        assert brought.changed == ()
        assert brought.made is None


@pytest.mark.parametrize("form", ["po", "xliff"])
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(words=WORDS)
def test_a_new_language_says_what_the_file_says(form: str, words: dict[str, Any]) -> None:
    """The same words brought in as another language: every value as it was, forms and line ends and all."""
    with tempfile.TemporaryDirectory() as folder:
        owner = sample(Path(folder), words)
        out = gather([owner], "en", "es", {})
        (brought,), _ = bring(owner.library, through(form, replace(out, target="vi")), "x")
        write(brought)
        made = plain(read((Path(folder) / "sample/words.vi.yaml").read_bytes().decode(), "vi"))
        assert made.pop("language") == "vi"
        assert made.pop("reviewed") is False
        untranslated = {unit.path for unit in out.units if not unit.target}
        assert _forms(made, untranslated) == _forms(words, untranslated)
        assert list(made) == ["title", "purpose", "zones", "footer"]


def _forms(words: Any, without: set[str], path: str = "") -> Any:
    """Words with every text as a list of forms: one form may be written with or without one."""
    if path in without:
        return None
    if isinstance(words, dict):
        return {key: _forms(value, without, f"{path}.{key}".lstrip(".")) for key, value in words.items()}
    if isinstance(words, list) and path in ("footer.how_to", "footer.ticks"):
        return [_forms(value, without, f"{path}.{index}") for index, value in enumerate(words, 1)]
    return words if isinstance(words, list) else [words]


TEXTS = st.text(st.one_of(SHOWN, st.sampled_from("\n\t\r")), max_size=60)
UNITS = st.builds(
    Unit, st.sampled_from(["sample", "common"]), st.sampled_from(["title", "zones.good.name", "footer.ticks.2"]),
    st.integers(1, 4), TEXTS.filter(bool), TEXTS.filter(bool), st.sampled_from(["translated", "review"]),
)  # fmt: skip


@pytest.mark.parametrize("form", ["po", "xliff"])
@given(units=st.lists(UNITS, max_size=8, unique_by=lambda unit: unit.id))
def test_units_come_back_as_they_went(form: str, units: list[Unit]) -> None:
    back = through(form, Catalogue("en", "zh-Hant", tuple(units)))
    told = [(unit.id, unit.source, unit.target, unit.state) for unit in sorted(units, key=lambda u: u.owner)]
    assert sorted((u.id, u.source, u.target, u.state) for u in back.units) == sorted(told)
    assert not units or (back.source, back.target) == ("en", "zh-Hant")


def test_what_xml_does_not_have_is_refused_and_not_lost() -> None:
    unit = Unit("sample", "title", 1, "A\x07", "B")
    assert [u.source for u in through("po", Catalogue("en", "vi", (unit,))).units] == ["A\x07"]
    with pytest.raises(SopprintError, match="sample/title"):
        xliff.write(Catalogue("en", "vi", (unit,)))


@pytest.mark.parametrize("ending", ["po", "xlf"])
@pytest.mark.parametrize("tool", ["three-houses", "common", "guide"])
def test_shipped_spanish_comes_back_unchanged(tool: str, ending: str, tmp_path: Path) -> None:
    owner = Owner(Library.open(), tool)
    out = gather([owner], "en", "es", {})
    (brought,), report = bring(owner.library, through("po" if ending == "po" else "xliff", out), "x")
    assert (brought.changed, brought.fuzzy, brought.made) == ((), (), None)
    assert [finding.message for finding in report] == []


def test_a_file_that_is_there_keeps_all_but_the_text(tool: Path) -> None:
    owner = Owner(Library.open(None, [tool]), "sample")
    out = gather([owner], "en", "es", {})
    units = [replace(u, target="Plan de pasos") if u.path == "zones.plan.name" else u for u in out.units]
    (brought,), report = bring(owner.library, replace(out, units=tuple(units)), "x")
    write(brought)
    assert not report
    assert (tool / "words.es.yaml").read_text(encoding="utf-8") == SPANISH.replace("name: Pasos", "name: Plan de pasos")
