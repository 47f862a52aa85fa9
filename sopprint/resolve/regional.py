"""Fonts for Chinese, Japanese and Korean, which are too large to come with the program: found on the computer.

Purpose: name the files of the region's own design. The same Han character is drawn differently in Taiwan, China,
Japan and Korea, so that a region never gets another one's font. Not here: opening fonts (`text/`). Folders named in
SOPPRINT_FONTS come first, then where systems keep fonts.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Region = Literal["SC", "TC", "HK", "JP", "KR"]
FOLDERS = "SOPPRINT_FONTS"
NAMES: Mapping[Region, str] = MappingProxyType({
    "SC": "Simplified Chinese", "TC": "Traditional Chinese", "HK": "Traditional Chinese (Hong Kong)",
    "JP": "Japanese", "KR": "Korean",
})  # fmt: skip
_LANGUAGES: Mapping[str, Region] = MappingProxyType({
    "zh": "SC", "zh-hans": "SC", "zh-cn": "SC", "zh-sg": "SC", "cmn": "SC", "cmn-hans": "SC",
    "zh-hant": "TC", "zh-tw": "TC", "zh-mo": "TC", "cmn-hant": "TC", "yue": "TC",
    "zh-hk": "HK", "zh-hant-hk": "HK", "yue-hant-hk": "HK", "ja": "JP", "ko": "KR",
})  # fmt: skip
_IN_COLLECTION: Mapping[Region, int] = MappingProxyType({"JP": 0, "KR": 1, "SC": 2, "TC": 3, "HK": 4})
_STYLES = ((400, "Regular"), (700, "Bold"))


class FontFile(Struct, frozen=True):
    """One face: a file, its number in a collection, and the weight to set a variable font to (0 for others)."""

    path: Path
    index: int = 0
    weight: int = 0


def region(lang: str, text: str) -> Region:
    """The region whose characters a language is written in; where the language has none, what the text looks like."""
    parts = lang.lower().split("-")
    for length in range(len(parts), 0, -1):
        found = _LANGUAGES.get("-".join(parts[:length]))
        if found is not None:
            return found
    if any("\u3040" <= c <= "\u30ff" for c in text):
        return "JP"
    return "KR" if any("\uac00" <= c <= "\ud7a3" for c in text) else "SC"


def faces(of: Region) -> Mapping[int, FontFile]:
    """The region's faces by weight; empty where the computer has none."""
    files = _installed()
    for candidate in _candidates(of):
        found = {weight: FontFile(files[name], index, pin) for weight, name, index, pin in candidate if name in files}
        if 400 in found:
            return MappingProxyType(found)
    return MappingProxyType({})


def _candidates(of: Region) -> Iterator[tuple[tuple[int, str, int, int], ...]]:
    """(weight, file name, number in the collection, weight to pin) of each family that will do, best first."""
    code, number = of.lower(), _IN_COLLECTION[of]
    for form in (f"NotoSans{of}-{{}}.ttf", f"NotoSans{of}-{{}}.otf", f"NotoSansCJK{code}-{{}}.otf",
                 f"SourceHanSans{of}-{{}}.otf"):  # fmt: skip
        yield tuple((weight, form.format(style), 0, 0) for weight, style in _STYLES)
    yield tuple((weight, f"NotoSans{of}_{weight}{style}.ttf", 0, 0) for weight, style in _STYLES)
    for name in (f"NotoSans{of}[wght].ttf", f"NotoSans{of}-VF.ttf", f"NotoSans{of}-VariableFont_wght.ttf"):
        yield tuple((weight, name, 0, weight) for weight, _ in _STYLES)
    yield tuple((weight, f"NotoSansCJK-{style}.ttc", number, 0) for weight, style in _STYLES)
    for name in ("NotoSansCJK-VF.ttc", "NotoSansCJK-VF.otf.ttc"):
        yield tuple((weight, name, number, weight) for weight, _ in _STYLES)


def _installed() -> dict[str, Path]:
    """Font files by name; of two with one name, the one in the earlier folder."""
    found: dict[str, Path] = {}
    for root in _folders():
        for folder, inner, names in os.walk(root):
            inner.sort()
            for name in names:
                if name.endswith((".ttf", ".otf", ".ttc")):
                    found.setdefault(name, Path(folder, name))
    return found


def _folders() -> Iterator[Path]:
    yield from (Path(named) for named in os.environ.get(FOLDERS, "").split(os.pathsep) if named)
    home = Path.home()
    if sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    elif sys.platform == "win32":
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
    else:
        yield from (home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"))
        yield Path("/usr/share/fonts")
