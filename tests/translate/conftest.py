"""A kit with a tool of its own that is small enough to see everything that happens to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopprint.cli import answer

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = """\
tool: sample
edition: "2026.1"
attribution: {tool: Sample, by: [Ada Maker]}
order: [good, plan]
body:
  draw: row
  items:
    - {draw: house, zone: good, icon: sun, colour: green}
    - draw: panel
      zone: plan
      colour: navy
      content: {draw: slots, colour: navy, rows: [{slot: who}]}
"""
ENGLISH = """\
# Words of the sample.
language: en
title: Sample
purpose: [To try things out, To try]
zones:
  good: # the first house
    name: Good things # not toys
    prompt: What is **good** right now?
    alt: A house with a sun.
  plan: {name: Steps, alt: A panel., slots: {who: {name: "Who?", hint: One or two names}}}

# small print
footer:
  how_to: [Write it down.]
  ticks: [Read back, Agreed]
  credit: By Ada Maker
"""
SPANISH = """\
# Palabras; revisar con cuidado.
language: es
reviewed: false
title: "Muestra"   # corta
purpose:
  - Para probar
zones:
  plan:
    name: Pasos
    alt: >
      Un panel.
    slots: {who: {name: '¿Quién?', hint: Uno o dos nombres}}
  good:
    name: Cosas buenas
    prompt: ¿Qué está **bien** ahora?
    alt: |
      Una casa
      con sol.
footer:
  how_to: [Escríbalo.]
  ticks:
    # en este orden
    - Se leyó
    - De acuerdo
  credit: De Ada Maker
"""


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    folder.mkdir()
    for name, text in (("layout.yaml", LAYOUT), ("words.en.yaml", ENGLISH), ("words.es.yaml", SPANISH)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    folder = tmp_path / "kit"
    (folder / "words").mkdir(parents=True)
    county = "county: {name: Sample County}\nposters: {languages: [en, es]}\n"
    (folder / "sopprint.yaml").write_text(county, encoding="utf-8")
    return folder


@pytest.fixture
def translate(capsys: pytest.CaptureFixture[str]):
    """Runs `sopprint translate`; gives the exit code, what was said and what was printed."""

    def run(*argv: object) -> tuple[int, str, str]:
        code = answer(["translate", *map(str, argv)])
        shown = capsys.readouterr()
        return int(code), shown.err, shown.out

    return run
