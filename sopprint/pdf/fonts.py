"""Fonts inside one document: a code for every cluster, then the embedded subset (ISO 32000-1, 9.7).

Not shaping: clusters arrive with their glyphs. A cluster of several glyphs, or of one that is moved, becomes one new
composite glyph (`glyf.py`), so that one code is one piece of text and ToUnicode alone gives back exactly what was
written, in every reader and without ActualText. Faces with PostScript outlines (Chinese, Japanese and Korean ones) go
in by `compact.py`, and there a cluster is one glyph.
"""

from __future__ import annotations

import struct
from hashlib import sha256
from typing import TYPE_CHECKING

import uharfbuzz as hb
from msgspec import Struct

from sopprint.pdf.faults import PaintError
from sopprint.pdf.glyf import Subset, compose
from sopprint.pdf.objects import number, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopprint.frame import Cluster, FaceRef
    from sopprint.pdf.objects import Indirect, Store, Value

_GLYPHS = tuple[tuple[int, int, int], ...]
_DROPPED = (  # a subset in a PDF is drawn by glyph id: no characters, no layout, no names
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH", "OS/2", "STAT", "VDMX", "VORG", "cmap", "gasp",
    "hdmx", "kern", "meta", "morx", "name", "post", "vhea", "vmtx",
)  # fmt: skip
_NOTDEF: tuple[_GLYPHS, str] = (((0, 0, 0),), "")


class Metrics(Struct, frozen=True):
    """What a FontDescriptor tells, in thousandths of an em (ISO 32000-1, table 122)."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    stem: int
    slant: float


class EmbeddedFace:
    """One face in one document. `resource` is its name in the page resources."""

    def __init__(self, face: FaceRef, resource: str) -> None:
        self.ref, self.resource = face, resource
        self._face = hb.Face(hb.Blob.from_file_path(face.path), face.index)
        tables = self._face.table_tags
        self._is_compact = "CFF " in tables or "CFF2" in tables
        if "glyf" not in tables and not self._is_compact:
            raise PaintError("SP302", f"{face.path} has no outlines", "use the family's .ttf file")
        self._font = hb.Font(self._face)
        if face.weight:
            self._font.set_variations({"wght": face.weight})
        self._scale = 1000 / self._face.upem
        self._codes: dict[tuple[_GLYPHS, str], int] = {_NOTDEF: 0}
        self._advances = [self._advance(_NOTDEF[0])]
        self._known: dict[int, tuple[Cluster, str, float]] = {}

    def _advance(self, glyphs: _GLYPHS) -> int:
        return sum(self._font.get_glyph_h_advance(glyph) for glyph, _, _ in glyphs)

    def _new_code(self, key: tuple[_GLYPHS, str]) -> int:
        if any(glyph == 0 for glyph, _, _ in key[0]):
            # A reader shows a box for it, and no validator notices: the code is not zero.
            raise PaintError("SP301", f"{self.ref.name} has no glyph for “{key[1]}”")
        if self._is_compact and (len(key[0]) > 1 or key[0][0][1:] != (0, 0)):
            message = f"{self.ref.name} sets “{key[1]}” in several parts, which PostScript outlines cannot join"
            raise PaintError("SP302", message, "use the family's .ttf file")
        self._codes[key] = code = len(self._advances)
        self._advances.append(self._advance(key[0]))
        return code

    def _learn(self, cluster: Cluster) -> tuple[Cluster, str, float]:
        """The cluster, its code, and how far its code's width overshoots its advance (thousandths of an em)."""
        key = (cluster.glyphs, cluster.text)
        code = self._codes.get(key) or self._new_code(key)
        over = (self._advances[code] - cluster.advance) * self._scale
        # Keeping the cluster keeps its id from being given to another one.
        known = self._known[id(cluster)] = (cluster, f"{code:04X}", over)
        return known

    def show(self, clusters: Iterable[Cluster]) -> str:
        """The operator that shows them. Adjusts only where an advance differs from the glyph's own (kerning)."""
        parts: list[str] = []
        run: list[str] = []
        drift = 0.0  # where the reader's pen is, minus where it should be; thousandths of an em
        for cluster in clusters:
            if drift >= 0.5 or drift <= -0.5:
                step = round(drift)
                parts.append(f"<{''.join(run)}>{step}")
                run.clear()
                drift -= step
            _, code, over = self._known.get(id(cluster)) or self._learn(cluster)
            run.append(code)
            drift += over
        last = f"<{''.join(run)}>"
        return f"[{''.join(parts)}{last}]TJ" if parts else f"{last}Tj"

    def embed(self, store: Store) -> Indirect:
        """Write the font: subset, widths, descriptor, maps. Returns the Type0 dictionary."""
        if self._is_compact:
            return self._embed_compact(store)
        clusters = [glyphs for glyphs, _ in self._codes]
        made, moved = self._cut_down(hb.SubsetFlags.DEFAULT)
        subset = Subset({tag: bytes(made.reference_table(tag).data) for tag in Subset.TABLES}, moved)
        program, gids = compose(subset, clusters, self._advances)
        base = f"{_tag(program)}+{self.ref.name}"
        to_gid = b"".join(gid.to_bytes(2, "big") for gid in gids)
        descendant = store.add({
            "Type": "Font", "Subtype": "CIDFontType2", "BaseFont": base,
            "CIDSystemInfo": {"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0},
            "FontDescriptor": self._descriptor(store, base, store.stream(program, {"Length1": len(program)})),
            "DW": 1000, "W": self._widths(self._advances), "CIDToGIDMap": store.stream(to_gid),
        })  # fmt: skip
        return self._type0(store, base, "Identity-H", descendant)

    def _embed_compact(self, store: Store) -> Indirect:
        """As `embed`, for PostScript outlines: the subset's glyph ids are its CIDs, and a CMap leads to them."""
        from sopprint.pdf.compact import code_map, identity

        made, moved = self._cut_down(hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DOWNGRADE_CFF2)
        cids = [moved[glyphs[0][0]] for glyphs, _ in self._codes]
        advances = [0] * (max(cids) + 1)
        for cid, advance in zip(cids, self._advances, strict=True):
            advances[cid] = advance
        program = bytes(made.reference_table("CFF ").data)
        base = f"{_tag(program)}+{self.ref.name}"
        outlines = store.stream(program, {"Subtype": "CIDFontType0C"})
        descendant = store.add({
            "Type": "Font", "Subtype": "CIDFontType0", "BaseFont": base, "CIDSystemInfo": identity(), "DW": 1000,
            "FontDescriptor": self._descriptor(store, base, outlines, "FontFile3"), "W": self._widths(advances),
        })  # fmt: skip
        return self._type0(store, base, code_map(store, cids), descendant)

    def _type0(self, store: Store, base: str, encoding: Value, descendant: Indirect) -> Indirect:
        return store.add({
            "Type": "Font", "Subtype": "Type0", "BaseFont": base, "Encoding": encoding,
            "DescendantFonts": [descendant],
            "ToUnicode": store.stream(_to_unicode((code, wording) for (_, wording), code in self._codes.items())),
        })  # fmt: skip

    def _cut_down(self, flags: hb.SubsetFlags) -> tuple[hb.Face, dict[int, int]]:
        """The face with the glyphs in use alone, and where each of them went."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.clear()
        wanted.glyph_set.update({glyph for glyphs, _ in self._codes for glyph, _, _ in glyphs})
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | flags
        wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED)
        if self._face.has_var_data:
            wanted.pin_all_axes_to_default(self._face)
            if self.ref.weight:
                wanted.pin_axis_location(self._face, "wght", self.ref.weight)
        plan = hb.SubsetPlan(self._face, wanted)
        return plan.execute(), dict(plan.old_to_new_glyph_mapping)

    def _descriptor(self, store: Store, base: str, program: Indirect, key: str = "FontFile2") -> Indirect:
        m = _metrics(self._face)
        return store.add({
            "Type": "FontDescriptor", "FontName": base, "Flags": 4, "FontBBox": m.box, "ItalicAngle": m.slant,
            "Ascent": m.ascent, "Descent": m.descent, "CapHeight": m.cap_height, "StemV": m.stem, key: program,
        })  # fmt: skip

    def _widths(self, advances: list[int]) -> Value:
        # There are no gaps, so one run does. Two decimals: an em need not be 1000 units.
        widths = " ".join(number(advance * self._scale) for advance in advances)
        return f"[0[{widths}]]".encode("ascii")


class Fonts:
    """The faces of one document, in order of first use."""

    def __init__(self) -> None:
        self._faces: dict[FaceRef, EmbeddedFace] = {}

    def face(self, ref: FaceRef) -> EmbeddedFace:
        found = self._faces.get(ref)
        if found is None:
            found = self._faces[ref] = EmbeddedFace(ref, f"F{len(self._faces) + 1}")
        return found

    def embed(self, store: Store) -> dict[str, Indirect]:
        """Resource name to Type0 font."""
        return {face.resource: face.embed(store) for face in self._faces.values()}


def _tag(program: bytes) -> str:
    """Six capitals that differ between subsets (ISO 32000-1, 9.6.4), and are the same for the same subset."""
    return "".join(chr(65 + byte % 26) for byte in sha256(program).digest()[:6])


def _metrics(face: hb.Face) -> Metrics:
    """Read from head, hhea, post and OS/2 as OpenType 1.9 lays them out."""
    head, hhea, post, os2 = (bytes(face.reference_table(tag).data) for tag in ("head", "hhea", "post", "OS/2"))
    scale = 1000 / face.upem
    left, bottom, right, top = (round(v * scale) for v in struct.unpack_from(">4h", head, 36))
    ascent, descent = (round(v * scale) for v in struct.unpack_from(">2h", hhea, 4))
    weight = int.from_bytes(os2[4:6], "big") if len(os2) >= 6 else 400
    caps = round(int.from_bytes(os2[88:90], "big", signed=True) * scale) if len(os2) >= 90 else round(ascent * 0.7)
    slant = struct.unpack_from(">i", post, 4)[0] / 65536
    # No table holds the stem; 50 + (weight/65)² is the estimate that type foundries' tools share.
    return Metrics((left, bottom, right, top), ascent, descent, caps, round(50 + (weight / 65) ** 2), slant)


def _to_unicode(pairs: Iterable[tuple[int, str]]) -> bytes:
    """The ToUnicode map (ISO 32000-1, 9.10.3); at most 100 rows a block. Code 0 is never shown and has no row."""
    rows = [f"<{code:04X}> <{wording.encode('utf-16-be').hex().upper()}>" for code, wording in pairs if code]
    blocks = (rows[at : at + 100] for at in range(0, len(rows), 100))
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
