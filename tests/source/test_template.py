"""Templates: what they may do, where what they wrote came from, and how those that go wrong end."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import SopprintError
from sopprint.resources import Folder
from sopprint.source.nodes import read
from sopprint.source.said import Said, said
from sopprint.source.template import fill

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.source.filled import Filled
    from sopprint.source.said import Datum

MANY = tuple(str(n) for n in range(100))
WORDS = """\
guide:
  lead: A lead
  say: [One, Two]
  text: |
    First line

    - a point
"""


def filled(folder: Path, template: str, **data: Datum) -> Filled:
    (folder / "a.md.j2").write_text(template, encoding="utf-8")
    return fill("a.md.j2", data, [Folder(folder, "t")])


def mistake(folder: Path, template: str, **data: Datum) -> Diagnostic:
    with pytest.raises(SopprintError) as caught:
        filled(folder, template, **data)
    return caught.value.diagnostics[0]


def words() -> dict[str, Datum]:
    data = said(read(WORDS, "w.yaml"))
    assert isinstance(data, dict)
    return data


def test_loops_conditions_names_and_includes(tmp_path: Path) -> None:
    (tmp_path / "b.md.j2").write_text("[{{ word }}{{ line }}]\n", encoding="utf-8")
    source = (
        "{% set word = guide.lead %}\n{% for line in guide.say %}\n"
        "{% if not loop.last %}\n{{ loop.index }} of {{ loop.length }}\n{% else %}\nlast\n{% endif %}\n"
        '{% include "b.md.j2" %}\n{% endfor %}\n'
        "{% if guide.say|length == 2 and guide.x is not defined %}\nok\n{% endif %}"
    )
    text = filled(tmp_path, source, **words()).text
    assert text == "1 of 2\n[A leadOne]\nlast\n[A leadTwo]\nok\n"


def test_every_line_knows_the_words_file_or_the_template_it_came_from(tmp_path: Path) -> None:
    found = filled(tmp_path, "# Title\n{{ guide.text }}\n- {{ guide.lead }} and\n{{ guide.say[1] }}", **words())
    places = [str(found.place(line)) for line in range(6)]
    assert found.text.split("\n")[4] == "- A lead and"
    assert places == ["t/a.md.j2:1:1", "w.yaml:5:1", "w.yaml:5:1", "w.yaml:7:1", "w.yaml:2:9", "w.yaml:3:14"]
    assert str(found.place_at(4, 0)) == "t/a.md.j2:3:1"
    assert str(found.place_at(4, 9)) == "t/a.md.j2:3:1"
    assert str(found.place_at(4, 3)) == "w.yaml:2:9"


def test_words_are_data_and_never_carried_out(tmp_path: Path) -> None:
    text = Said("{{ 7 }} {% include 'x' %}", Place("w", 1, 1))
    assert filled(tmp_path, "{{ text }}", text=text).text == text


def test_words_as_option_and_as_cell(tmp_path: Path) -> None:
    text = Said('say "a|b"\nc\\', Place("w", 1, 1))
    assert filled(tmp_path, "{{ text|option }} {{ text|cell }}", text=text).text == (
        '"say \\"a|b\\" c\\\\" say "a\\|b" c\\'
    )


def test_a_kits_template_goes_before_the_shipped_one(tmp_path: Path) -> None:
    for name in ("kit", "shipped"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md.j2").write_text(f'{name} {{% include "b.md.j2" %}}', encoding="utf-8")
    (tmp_path / "shipped/b.md.j2").write_text("part", encoding="utf-8")
    assert fill("a.md.j2", {}, [Folder(tmp_path / "kit"), Folder(tmp_path / "shipped")]).text == "kit part"


@pytest.mark.parametrize(
    ("template", "code", "line", "says"),
    [
        ("\n{{ gude.lead }}", "SP031", 2, "gude"),
        ("\n\n{{ guide.laed }}", "SP031", 3, "laed"),
        ("{% if guide.laed %}{% endif %}", "SP031", 1, "laed"),
        ("{% for a in guide.laed %}{% endfor %}", "SP031", 1, "laed"),
        ("{{ guide.say[7] }}", "SP031", 1, "7"),
        ("{{ guide.lead.__class__ }}", "SP031", 1, "__class__"),
        ("\n{{ guide }}", "SP032", 2, "only words and numbers"),
        ("\n{% for a in guide.lead %}{% endfor %}", "SP032", 2, "only lists"),
        ("{{ guide.lead|uper }}", "SP032", 1, "uper"),
        ("\n{{ guide.lead ~ guide.lead }}", "SP032", 2, "~"),
        ("{{ 'x' * 10 ** 9 }}", "SP032", 1, "*"),
        ("\n{% for a in range(99999999) %}{% endfor %}", "SP032", 2, "a call"),
        ("\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "SP032", 2, "a macro"),
        ("{% set x %}{{ guide.lead }}{% endset %}", "SP032", 1, "set block"),
        ("{% include guide.lead %}", "SP032", 1, "in quotes"),
        ("\n{% for a in guide.say %}", "SP030", 2, "endfor"),
        ("\n{{ guide.lead", "SP030", 2, "end of"),
        ("\n{% include 'b.md.j2' %}", "SP001", 2, "b.md.j2"),
        ("{% if guide.lead < 3 %}{% endif %}", "SP032", 1, "compared"),
    ],
)
def test_mistakes_have_their_line(tmp_path: Path, template: str, code: str, line: int, says: str) -> None:
    found = mistake(tmp_path, template, **words())
    assert (found.code, found.place and (found.place.file, found.place.line)) == (code, ("t/a.md.j2", line))
    assert says in found.message


def test_the_nearest_name_is_offered(tmp_path: Path) -> None:
    assert mistake(tmp_path, "{{ guide.laed }}", **words()).hints == ("did you mean “lead”?",)


LOOPS = "{% for a in many %}" * 8 + "x" + "{% endfor %}" * 8


@pytest.mark.parametrize(
    "template",
    [
        LOOPS,
        LOOPS.replace("x", ""),
        "{% for a in many %}{% for b in many %}" + "y" * 1000 + "{% endfor %}{% endfor %}",
        "{% for a in many %}{% for b in many %}{% for c in many %}{{ empty }}{% endfor %}{% endfor %}{% endfor %}",
        "{% include 'a.md.j2' %}{% include 'a.md.j2' %}",
        "{{ word" + "|option" * 60 + " }}",
        "{{ " + "(" * 3000 + "word" + ")" * 3000 + " }}",
        "{{ " + "not " * 3000 + "word }}",
        "{{ word }}\n" * 6000,
    ],
)
def test_endless_templates_end_soon_at_their_place(tmp_path: Path, template: str) -> None:
    start = time.process_time()
    found = mistake(tmp_path, template, many=MANY, word=Said('a "word"', Place("w", 1, 1)), empty="")
    assert time.process_time() - start < 2  # about half a second; the machine may be busy
    assert (found.code, found.place and found.place.file) == ("SP033", "t/a.md.j2")
