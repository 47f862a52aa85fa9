"""Cuts the full Noto Sans down to the scripts the posters use; run by hand when Noto Sans is updated.

Not part of the program: it records how NotoSans-400.ttf and NotoSans-700.ttf beside it were made, so that anyone can
make them again. Input: the unpacked npm package `@expo-google-fonts/noto-sans` 0.4.2. Needs fontTools.

    python cut.py path/to/package

Noto Sans declares no Reserved Font Name, so a cut copy may keep its name (OFL 1.1, clause 3).
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

WEIGHTS = {"400": "400Regular/NotoSans_400Regular.ttf", "700": "700Bold/NotoSans_700Bold.ttf"}
RANGES = (
    (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin, Latin-1, Extended-A and -B
    (0x02B0, 0x036F),  # modifier letters (okina, Ukrainian apostrophe) and combining marks
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x2000, 0x206F), (0x20A0, 0x20CF),  # general punctuation, currency
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2212, 0x2212), (0x25CC, 0x25CC), (0xFFFD, 0xFFFD),
    (0xA78B, 0xA78C),  # saltillo, of Mexican languages
)  # fmt: skip
FEATURES = ["kern", "mark", "mkmk", "ccmp", "liga", "locl"]


def cut(source: Path, target: Path) -> None:
    """Write the characters of RANGES, with FEATURES and names kept and without hinting."""
    options = subset.Options(
        layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
    )
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(font)
    subset.save_font(font, str(target), options)


if __name__ == "__main__":
    for weight, name in WEIGHTS.items():
        cut(Path(sys.argv[1]) / name, Path(__file__).with_name(f"NotoSans-{weight}.ttf"))
