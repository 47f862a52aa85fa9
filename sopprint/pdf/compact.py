"""The map from codes to glyphs of a font with PostScript outlines (ISO 32000-1, 9.7.4.2 and 9.7.5).

Such a program has its own numbers for glyphs. Keeping the family's makes text come out blank where they differ from the
glyph ids, so the subset is numbered anew and an embedded CMap leads from our codes to it. Not here: the subset and the
rest of the font (`fonts.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.pdf.objects import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.pdf.objects import Indirect, Store, Value

_NAME = "sopprint-H"


def identity() -> Mapping[str, Value]:
    """The CIDSystemInfo of font and map, which must be one (9.7.3)."""
    return {"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0}


def code_map(store: Store, cids: Sequence[int]) -> Indirect:
    """The CMap stream that leads from each code, counted from 0, to its CID; at most 100 rows a block."""
    rows = [f"<{code:04X}> {cid}" for code, cid in enumerate(cids)]
    blocks = (rows[at : at + 100] for at in range(0, len(rows), 100))
    body = "".join(f"{len(block)} begincidchar\n" + "\n".join(block) + "\nendcidchar\n" for block in blocks)
    program = (
        "%!PS-Adobe-3.0 Resource-CMap\n/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n/Supplement 0 def\nend def\n"
        f"/CMapName /{_NAME} def\n/CMapType 1 def\n/WMode 0 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
    entries: dict[str, Value] = {"Type": "CMap", "CMapName": _NAME, "CIDSystemInfo": identity(), "WMode": 0}
    return store.stream(program.encode("ascii"), entries)
