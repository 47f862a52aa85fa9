"""`layouts/bilingual.yaml`: how the second language of a poster stands under the first."""

from typing import Annotated

from msgspec import Meta, Struct, field

Share = Annotated[float, Meta(gt=0, le=1)]


class Under(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The second language under words of one style.

    `size` is a share of the first one's size; `step` leads from its last baseline to the next, in its sizes.
    """

    family: str
    weight: int
    size: Share
    step: Annotated[float, Meta(gt=0, le=2)]


class Bilingual(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of the file. `plain` holds for styles that are not named."""

    colour: str
    on_mid: str
    plain: Under
    styles: dict[str, Under] = field(default_factory=dict)
