"""When a file counts as unchanged."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from sopprint.building import stamp as stamps
from sopprint.building.inputs import Inputs, compare, owner, with_record
from sopprint.building.stamp import Stamp, renewed, signature, take
from sopprint.resolve.library import Library
from sopprint.resources import Folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.building.conftest import Edited

SECOND = 1_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.en.yaml"
    path.write_text("title: one\n")
    return path


def later() -> int:
    return time.time_ns() + 10 * SECOND


def taken(path: Path, moment: int) -> Stamp:
    stamp = take(path, moment)
    assert stamp is not None
    return stamp


def test_an_old_file_is_not_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = taken(file, later())
    assert stamp.sure
    monkeypatch.setattr(stamps, "digest", None)
    assert renewed(stamp, file, later()) == stamp


def test_a_touched_file_is_the_same(file: Path) -> None:
    stamp = taken(file, later())
    os.utime(file)
    again = renewed(stamp, file, later())
    assert again is not None
    assert (again.sha256, again.signature == stamp.signature) == (stamp.sha256, False)


def test_other_contents_of_the_same_length(file: Path) -> None:
    stamp = taken(file, later())
    file.write_text("title: two\n")
    assert renewed(stamp, file, later()) is None


def test_a_file_written_again_in_the_same_tick_is_looked_into(file: Path) -> None:
    """The signature is the same before and after: as git does, one taken so soon is not trusted."""
    found = signature(file)
    assert found is not None
    stamp = taken(file, max(found.changed, found.modified) + 1_000_000)
    assert not stamp.sure
    disguised = Stamp(found, taken(file, later()).sha256, sure=False)
    file.write_text("title: two\n")
    os.utime(file, ns=(found.modified, found.modified))
    now = signature(file)
    assert now is not None
    assert renewed(Stamp(now, disguised.sha256, sure=False), file, later()) is None


@pytest.mark.parametrize(("age", "old"), [(0.001, False), (1.9, False), (2.5, True)])
def test_clocks_that_count_in_two_seconds(age: float, old: bool) -> None:
    whole = stamps.Signature(5, 1000 * SECOND, 1000 * SECOND, 1)
    assert whole.older_than(int((1000 + age) * SECOND)) is old


def test_a_file_that_is_gone(file: Path) -> None:
    stamp = taken(file, later())
    file.unlink()
    assert renewed(stamp, file, later()) is None
    assert take(file, later()) is None


# ------------------------------------------------------------------------------------------------ inputs


def test_files_that_come_go_and_change(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (tmp_path / "a.yaml").write_text("a")
    (tmp_path / "b.yaml").write_text("b")
    folder.text("a.yaml")
    assert not folder.exists("c.yaml")
    assert folder.names("*.yaml") == ("a.yaml", "b.yaml")
    inputs = with_record(Inputs(), folder.record, later())
    assert compare(inputs, later()).changed == ()
    (tmp_path / "a.yaml").write_text("A")
    assert compare(inputs, later()).changed == (tmp_path / "a.yaml",)
    (tmp_path / "c.yaml").write_text("c")
    assert compare(inputs, later()).changed == (tmp_path / "a.yaml", tmp_path / "c.yaml", tmp_path / "*.yaml")
    now = compare(inputs, later()).inputs
    assert compare(now, later()).changed == ()
    (tmp_path / "a.yaml").unlink()
    assert set(compare(now, later()).changed) == {tmp_path / "a.yaml", tmp_path / "*.yaml"}


def test_a_file_that_changed_after_the_build_began_is_looked_into(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (tmp_path / "a.yaml").write_text("a")
    began = time.time_ns()
    folder.text("a.yaml")
    (tmp_path / "a.yaml").write_text("b")  # was it read before or after?
    inputs = with_record(Inputs(), folder.record, began)
    assert compare(inputs, later()).changed == (tmp_path / "a.yaml",)


def test_whose_file_it_is(edited: Edited) -> None:
    library = Library.open(edited.kit)
    kit = edited.kit.absolute()
    owners = {
        "tools/tree/words.en.yaml": "tree", "tools/tree/art/a.svg": "tree", "tools/tree/words.*.yaml": "tree",
        "words/tree.en.yaml": "tree", "words/.base/tree.en.yaml": "tree", "layouts/tree.yaml": "tree",
        "words/common.en.yaml": None, "words/guide.en.yaml": None, "sopprint.yaml": None, "logo.svg": None,
        "templates/guide.md.j2": None, "tools/*/layout.yaml": None, "tree.yaml": None,
    }  # fmt: skip
    assert {name: owner(library, kit / name) for name in owners} == owners
    assert owner(library, library.layouts.root.absolute() / "three-houses/layout.yaml") == "three-houses"
    assert owner(library, library.layouts.root.absolute() / "theme.yaml") is None
