"""One filled poster, squared up, read and covered: all that outputs, record sheet and report are made of.

The last value of the way. From here on nothing may look at the photographs again, so what is hidden stays hidden.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sopprint.photo import hide
from sopprint.photo.shareboxes import Privacy, read_boxes, tick_boxes
from sopprint.photo.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.photo.hide import Pictures
    from sopprint.photo.shareboxes import Reading
    from sopprint.photo.values import Blank, Finding, Squared
    from sopprint.photo.verdict import Verdict, Wishes
    from sopprint.resolve.document import Document


@dataclass(frozen=True, slots=True)
class Filled:
    """A poster. `number` tells those of one kind apart; `photos` is how many its picture is made of.

    `document` has the words of its record sheet, in English where the tool has English words.
    """

    number: int
    blank: Blank
    document: Document
    privacy: Privacy
    scale: float
    photos: int
    pictures: Pictures
    readings: tuple[Reading, ...]
    verdict: Verdict
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        phrase = self.document.words.phrase("title")
        return phrase.text if phrase else self.blank.tool

    @property
    def name(self) -> str:
        """What its files are called: nothing of the family, nothing of the photographs."""
        parts = (self.blank.tool, self.blank.variant, self.blank.edition, self.blank.lang, f"p{self.number}")
        return "-".join(part for part in parts if part)

    @property
    def errors(self) -> bool:
        return any(finding.level == "error" for finding in self.findings)


def fill(squared: Squared, poster: Document, sheet: Document, wishes: Wishes, number: int) -> Filled:
    """Read the poster's boxes, decide what is hidden, and paint it over.

    `poster` has the words that are printed on it, `sheet` those for its record.
    """
    printed = Privacy.of(poster)
    privacy = replace(printed, names=Privacy.of(sheet).names)
    readings = read_boxes(squared, tick_boxes(squared.blank, printed))
    verdict = decide(squared.blank, privacy, readings, wishes)
    found = (*squared.findings, *verdict.findings, *hide.findings(squared, verdict, privacy))
    return Filled(
        number,
        squared.blank,
        sheet,
        privacy,
        squared.scale,
        len(squared.sources),
        hide.pictures(squared, verdict),
        readings,
        verdict,
        tuple(_worst_first([_in_words(finding, privacy) for finding in found])),
    )


def _in_words(finding: Finding, privacy: Privacy) -> Finding:
    """With the zone called as people call it."""
    if finding.zone is None:
        return finding
    return replace(finding, message=finding.message.replace(f"“{finding.zone}”", f"“{privacy.name(finding.zone)}”"))


def _worst_first(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(findings), key=lambda f: ("error", "warning", "note").index(f.level))
