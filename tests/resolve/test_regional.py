"""Fonts for Chinese, Japanese and Korean: the right region's, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopprint.resolve import regional
from sopprint.resolve.regional import FontFile, faces, region

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with fonts that there is."""
    monkeypatch.setattr(regional, "_folders", lambda: iter((tmp_path,)))
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "SC"), ("zh-Hans", "SC"), ("zh-CN", "SC"), ("zh-Hans-SG", "SC"), ("zh-Hant", "TC"), ("zh-TW", "TC"),
        ("zh-HK", "HK"), ("zh-Hant-HK", "HK"), ("yue", "TC"), ("ja", "JP"), ("ja-JP", "JP"), ("ko", "KR"),
    ],
)  # fmt: skip
def test_a_language_has_its_region(lang: str, expected: str) -> None:
    assert region(lang, "家") == expected


@pytest.mark.parametrize(("text", "expected"), [("家", "SC"), ("いえ", "JP"), ("집", "KR")])
def test_in_another_language_the_text_tells(text: str, expected: str) -> None:
    assert region("en", text) == expected


def test_traditional_chinese_never_gets_a_simplified_font(folder: Path) -> None:
    for name in ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", "NotoSansCJKsc-Regular.otf", "NotoSansJP-VF.ttf"):
        (folder / name).touch()
    assert faces("TC") == {}
    regular, bold = (FontFile(folder / f"NotoSansSC-{style}.otf") for style in ("Regular", "Bold"))
    assert faces("SC") == {400: regular, 700: bold}


@pytest.mark.parametrize(("of", "number"), [("JP", 0), ("KR", 1), ("SC", 2), ("TC", 3), ("HK", 4)])
def test_a_collection_has_all_regions(folder: Path, of: regional.Region, number: int) -> None:
    inner = folder / "opentype" / "noto"
    inner.mkdir(parents=True)
    (inner / "NotoSansCJK-Regular.ttc").touch()
    assert faces(of) == {400: FontFile(inner / "NotoSansCJK-Regular.ttc", number)}


def test_a_variable_font_serves_both_weights(folder: Path) -> None:
    (folder / "NotoSansKR[wght].ttf").touch()
    file = folder / "NotoSansKR[wght].ttf"
    assert faces("KR") == {400: FontFile(file, 0, 400), 700: FontFile(file, 0, 700)}


def test_bold_alone_is_not_enough(folder: Path) -> None:
    (folder / "NotoSansJP-Bold.otf").touch()
    assert faces("JP") == {}


def test_the_named_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "NotoSansTC-Regular.ttf").touch()
    monkeypatch.setenv("SOPPRINT_FONTS", str(tmp_path))
    assert faces("TC")[400].path == tmp_path / "NotoSansTC-Regular.ttf"
