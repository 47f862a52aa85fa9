"""What a build makes and what it leaves: exactly the files that show a change."""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec
import pytest

from sopprint.building import bench, crew, plan, run
from sopprint.building.manifest import NAME, read_manifest, write_manifest
from sopprint.building.plan import Asked
from sopprint.building.run import Request, prepare
from sopprint.errors import SopprintError
from sopprint.pdf.identity import read_identity
from sopprint.resources import Record, shipped
from tests.building.conftest import Edited, write_tool

LETTER, TABLOID = "tree-letter-landscape-en.pdf", "tree-tabloid-landscape-en.pdf"
BOTH = {LETTER, TABLOID}
POSTER = "safety-scale-letter-landscape-en.pdf"
GUIDES = {"safety-scale-guide-half-letter-en.pdf", "safety-scale-guide-booklet-half-letter-en.pdf"}
QUICK = "safety-scale-quick-guide-leaders-letter-en.pdf"
GREENER = "theme: {hues: {green: {line: {screen: '#1F6B50', press: [85, 30, 70, 25]}}}}"
PICTURE = "      content: {draw: image, zone: next-steps, file: tree.svg}"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V{}Z" fill="#123456"/></svg>'


def test_nothing_is_built_twice(edited: Edited) -> None:
    assert edited.made() == BOTH
    before = edited.files()
    assert edited.made() == set()
    assert edited.files() == before


def test_a_build_with_nothing_to_do_reads_no_kit(edited: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    time.sleep(0.05)  # what was saved in the same tick as a build begins has to be looked into
    edited.made()
    monkeypatch.setattr(run, "plan", None)
    monkeypatch.setattr(bench, "key_of", None)
    assert edited.made() == set()
    os.utime(edited.words)
    assert edited.made() == set()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("tools/tree/words.en.yaml", "language: en", "# a note\nlanguage: en"),
        ("tools/tree/words.en.yaml", "title: My tool\n", "title:   'My tool'\n"),
        ("tools/tree/layout.yaml", "ground", "ground"),
        ("tools/tree/layout.yaml", "  by: [Your county]", "  by:\n    - Your county"),
        ("sopprint.yaml", "posters:", "# a note\nposters:"),
        ("sopprint.yaml", "name: SOP team", "name: Another team"),  # posters do not show it
    ],
)
def test_what_shows_nothing_new_makes_nothing(edited: Edited, file: str, old: str, new: str) -> None:
    edited.made()
    if old != new:
        edited.change(file, old, new)
    os.utime(edited.kit / file)
    assert edited.made() == set()
    assert edited.made() == set()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("tools/tree/words.en.yaml", "What happens next?", "What comes next?"),
        ("tools/tree/words.en.yaml", "alt: A panel with a green", "alt: Some panel with a green"),
        ("tools/tree/layout.yaml", "colour: green", "colour: teal"),
        ("tools/tree/layout.yaml", '"2026.1"', '"2026.2"'),
        ("sopprint.yaml", "Green County", "Blue County"),
        ("sopprint.yaml", "posters:", f"{GREENER}\nposters:"),
    ],
)  # fmt: skip
def test_what_all_papers_show_makes_all(edited: Edited, file: str, old: str, new: str) -> None:
    edited.made()
    edited.change(file, old, new)
    assert edited.made() == BOTH
    assert edited.made() == set()


def test_words_of_another_tool_make_nothing_of_this_one(edited: Edited) -> None:
    write_tool(edited.kit / "tools/other", "other")
    edited.change("sopprint.yaml", "[tree]", "[tree, other]")
    assert len(edited.made()) == 4
    edited.change("tools/other/words.en.yaml", "What happens next?", "What comes next?")
    assert edited.made() == {name.replace("tree", "other") for name in BOTH}


def test_words_over_the_shipped_ones_that_come_and_go(guided: Edited) -> None:
    assert guided.made() == {POSTER, *GUIDES, QUICK}
    words = guided.kit / "words/safety-scale.en.yaml"
    words.parent.mkdir()
    words.write_text("guide: {glance: {time: 33 minutes}}\n", encoding="utf-8")  # leaders are not told
    assert guided.made() == GUIDES
    words.write_text("guide: {glance: {time: 33 minutes}}\npurpose: A purpose of ours.\n", encoding="utf-8")
    assert guided.made() == {POSTER, *GUIDES, QUICK}  # all show the poster, or its fingerprint
    words.unlink()
    assert guided.made() == {POSTER, *GUIDES, QUICK}


def test_a_guides_contact_is_in_the_guide_alone(guided: Edited) -> None:
    guided.made()
    guided.change("sopprint.yaml", "SOP team", "SOP crew")
    assert guided.made() == GUIDES


def test_a_template_of_the_kits_own(guided: Edited) -> None:
    guided.made()
    template = guided.kit / "templates/parts/when.md.j2"
    template.parent.mkdir(parents=True)
    template.write_text(shipped("templates").text("parts/when.md.j2") + "\nAsk your supervisor.\n", encoding="utf-8")
    assert guided.made() == GUIDES
    assert guided.made() == set()


def test_art_is_part_of_what_a_poster_shows(edited: Edited) -> None:
    edited.change("sopprint.yaml", "name: Green County", "name: Green County, logo: logo.svg")
    logo = edited.kit / "logo.svg"
    logo.write_text(LOGO.format(9), encoding="utf-8")
    assert edited.made() == BOTH
    logo.write_text(LOGO.format(8), encoding="utf-8")
    assert edited.made() == BOTH
    os.utime(logo)
    assert edited.made() == set()


def test_pictures_in_a_tools_folder(edited: Edited) -> None:
    art = edited.kit / "tools/tree/tree.svg"
    art.write_text(LOGO.format(9), encoding="utf-8")
    edited.change("tools/tree/layout.yaml", "      content:\n        draw: lines\n        lines: 3", PICTURE)
    assert edited.made() == BOTH
    art.write_text(LOGO.format(8), encoding="utf-8")
    assert edited.made() == BOTH


# ------------------------------------------------------------------------------------------------ outputs


def test_outputs_that_are_gone_changed_or_somebody_elses(edited: Edited) -> None:
    edited.made()
    clean = edited.files()
    (edited.out / LETTER).unlink()
    assert edited.made() == {LETTER}
    with (edited.out / LETTER).open("ab") as stream:
        stream.write(b"\n% edited")
    assert edited.made() == {LETTER}
    assert edited.files() == clean
    (edited.out / LETTER).write_bytes(b"%PDF-1.4 mine")
    outcomes = edited.build()
    assert (outcomes[LETTER].state, outcomes[LETTER].exit_code) == ("failed", 3)
    assert outcomes[LETTER].findings[0].code == "SP902"
    assert (edited.out / LETTER).read_bytes() == b"%PDF-1.4 mine"
    assert edited.made(force=True) == BOTH
    assert edited.files() == clean


def test_an_output_replaced_in_the_same_tick_by_one_as_long(edited: Edited) -> None:
    edited.made()
    path = edited.out / LETTER
    data, stat = path.read_bytes(), path.stat()
    with path.open("r+b") as stream:
        stream.seek(60)
        stream.write(data[60:100].swapcase())
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert edited.made() == {LETTER}
    assert path.read_bytes() == data


def test_files_that_are_no_longer_asked_for_are_told_of(edited: Edited) -> None:
    edited.made()
    edited.change("sopprint.yaml", "[letter, tabloid]", "[letter]")
    for _ in range(2):
        prepared = prepare(Request(edited.kit, edited.out))
        assert (prepared.left, prepared.tasks) == ((TABLOID,), prepared.tasks)
        assert edited.made() == set()
    assert (edited.out / TABLOID).is_file()
    edited.change("sopprint.yaml", "[letter]", "[letter, tabloid]")
    assert edited.made() == set()


def test_one_that_fails_does_not_stop_the_others_and_fails_again(edited: Edited) -> None:
    write_tool(edited.kit / "tools/wide", "wide")
    edited.change("sopprint.yaml", "[tree]", "[tree, wide]")
    edited.change("tools/wide/words.en.yaml", "What happens next?", "W" * 300)
    for _ in range(2):
        outcomes = edited.build()
        failed = {name for name, o in outcomes.items() if o.state == "failed"}
        assert failed == {"wide-letter-landscape-en.pdf", "wide-tabloid-landscape-en.pdf"}
        assert {o.exit_code for o in outcomes.values()} == {0, 1}
    edited.change("tools/wide/words.en.yaml", "W" * 300, "What happens next?")
    assert edited.made() == failed


def test_a_mistake_in_the_words_of_one_tool_does_not_stop_the_others(edited: Edited) -> None:
    edited.change("sopprint.yaml", "[tree]", "[tree, safety-scale]")
    assert len(edited.made()) == 4
    words = edited.kit / "words/safety-scale.en.yaml"
    words.parent.mkdir()
    words.write_text("titel: x\n", encoding="utf-8")
    edited.change("tools/tree/words.en.yaml", "What happens next?", "What comes next?")
    before = edited.files()
    outcomes = edited.build()
    scale = [outcome for name, outcome in outcomes.items() if name.startswith("safety-scale")]
    assert [(o.state, o.exit_code) for o in scale] == [("failed", 1)] * 2
    assert [d.message for o in scale for d in o.findings] == ["unknown key “titel” in this file"]  # told once
    assert {o.state for name, o in outcomes.items() if name.startswith("tree")} == {"made"}
    assert all(edited.files()[o.job.file] == before[o.job.file] for o in scale)
    again = edited.build()  # also when nothing changed since
    assert sorted(o.state for o in again.values()) == ["failed", "failed", "fresh", "fresh"]
    assert prepare(Request(edited.kit, edited.out)).left == ()
    words.unlink()
    assert edited.made() == set()


def test_a_broken_kit_makes_nothing(edited: Edited) -> None:
    edited.made()
    before = edited.files()
    edited.change("sopprint.yaml", "letter", "napkin")
    with pytest.raises(SopprintError):
        edited.build()
    assert edited.files() == before


def test_a_part_of_a_build_does_not_settle_the_rest(edited: Edited) -> None:
    write_tool(edited.kit / "tools/other", "other")
    edited.change("sopprint.yaml", "[tree]", "[tree, other]")
    edited.made()
    edited.change("sopprint.yaml", "Green County", "Blue County")
    assert edited.made(only="other") == {name.replace("tree", "other") for name in BOTH}
    assert edited.made() == BOTH


def test_another_program_makes_all_anew(edited: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    edited.made()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert edited.made() == BOTH
    assert edited.made() == set()


def test_a_dry_run_writes_nothing_and_says_why(edited: Edited) -> None:
    assert {o.state for o in edited.build(dry=True).values()} == {"stale"}
    assert not edited.out.exists()
    edited.made()
    edited.change("tools/tree/words.en.yaml", "What happens next?", "What comes next?")
    before = {path: path.read_bytes() for path in edited.out.iterdir()}
    outcomes = edited.build(dry=True)
    assert {o.state for o in outcomes.values()} == {"stale"}
    assert {o.why for o in outcomes.values()} == {"changed: words.en.yaml"}
    assert {path: path.read_bytes() for path in edited.out.iterdir()} == before
    assert edited.made() == BOTH


def test_two_processes_make_the_same_bytes_as_one(guided: Edited) -> None:
    assert len(guided.made(jobs=2)) == 4
    two = guided.files()
    assert guided.made(force=True) == set(two)
    assert guided.files() == two


def test_processes_that_begin_with_nothing(guided: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where fork is not safe."""
    guided.made()
    one = guided.files()
    monkeypatch.setattr(crew, "START", "spawn")
    assert guided.made(jobs=2, force=True) == set(one)
    assert guided.files() == one


def test_what_another_process_read_is_known_the_next_time(guided: Edited) -> None:
    guided.made(jobs=2)
    manifest = read_manifest(guided.out)
    assert manifest is not None
    read = {Path(name).name for name in manifest.inputs.files}
    assert {"sopprint.yaml", "theme.yaml", "guide.en.yaml", "guide.md.j2", "quick-leaders.md.j2"} <= read


# ------------------------------------------------------------------------------------------------ the manifest


@pytest.mark.parametrize("damage", [b"", b"{", b'{"version": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_manifest_is_none(edited: Edited, damage: bytes) -> None:
    edited.made()
    (edited.out / NAME).write_bytes(damage)
    assert edited.made() == BOTH
    assert edited.made() == set()


def test_a_manifest_of_another_version_is_none(edited: Edited) -> None:
    edited.made()
    manifest = read_manifest(edited.out)
    assert manifest is not None
    write_manifest(msgspec.structs.replace(manifest, version=manifest.version + 1), edited.out)
    assert read_manifest(edited.out) is None


def test_another_kit_into_the_same_folder(edited: Edited, tmp_path: Path) -> None:
    edited.made()
    moved = Edited(tmp_path / "moved", edited.out)
    edited.kit.rename(moved.kit)
    assert moved.made() == set()  # the same words, from another place
    moved.change("sopprint.yaml", "Green County", "Blue County")
    assert moved.made() == BOTH


def test_halves_of_killed_processes_are_taken_away(edited: Edited) -> None:
    edited.out.mkdir()
    dead = edited.out / f".{LETTER}.{2**22 + 1}-0123abcd.part"
    alive = edited.out / f".{LETTER}.{os.getpid()}-0123abcd.part"
    other = edited.out / ".mine.part"
    for path in (dead, alive, other):
        path.write_bytes(b"%PDF")
    edited.made()
    assert [path.exists() for path in (dead, alive, other)] == [False, True, True]


# ------------------------------------------------------------------------------------------------ targets


def test_targets_of_the_kit_are_files_of_their_own(edited: Edited) -> None:
    edited.change("sopprint.yaml", "papers: [letter, tabloid]", "papers: [tabloid], targets: [screen, office]")
    assert edited.made() == {TABLOID, "tree-tabloid-landscape-en-office.pdf"}
    made_for = {name: read_identity(edited.out / name).made_for for name in edited.files()}
    assert made_for == {TABLOID: "screen", "tree-tabloid-landscape-en-office.pdf": "office"}


def test_the_command_line_has_the_last_word_on_targets(edited: Edited) -> None:
    edited.made()
    assert edited.made(asked=Asked("office")) == BOTH
    assert edited.made(asked=Asked("office")) == set()
    assert edited.made() == BOTH


def test_a_change_of_the_shops_profile(edited: Edited) -> None:
    pytest.importorskip("pikepdf")
    shop = edited.kit / "shops/ours.yaml"
    shop.parent.mkdir()
    text = shipped("templates").text("shops/wide-format.yaml")
    shop.write_text(text, encoding="utf-8")
    wanted = "papers: [tabloid], targets: [print-shop]}\nprinting: {shop: ours}"
    edited.change("sopprint.yaml", "papers: [letter, tabloid]}", wanted)
    name = "tree-tabloid-landscape-en-ours-x4.pdf"
    assert edited.made() == {name}
    assert edited.made() == set()
    shop.write_text("# a note\n" + text, encoding="utf-8")
    assert edited.made() == set()
    shop.write_text(text.replace("radius: 0.5in", "radius: 0.25in"), encoding="utf-8")
    assert edited.made() == {name}


def test_the_plan_has_each_file_once(edited: Edited) -> None:
    twice = "papers: [letter, ansi-a], orientations: [default, landscape]"
    edited.change("sopprint.yaml", "papers: [letter, tabloid]", twice)
    jobs = plan.plan(edited.kit, Asked(), Record()).jobs
    assert [job.file for job in jobs] == [LETTER]
