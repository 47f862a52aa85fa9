"""The checks of a tool's files: one line each. Order does not matter; findings are sorted by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check import access, art, guide, languages, layout, photo, practice, theme, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sopprint.check.material import Material
    from sopprint.diagnostics import Diagnostic

CHECKS: tuple[Callable[[Material], Iterable[Diagnostic]], ...] = (
    layout.tool_is_its_folder,
    layout.order_lists_the_zones,
    layout.changes_name_elements,
    layout.settings_name_elements,
    layout.paper_is_known,
    layout.offsets_can_be_read,
    art.colours_are_known,
    art.icons_are_known,
    art.styles_are_known,
    art.pictures_are_there,
    words.language_is_the_files,
    words.zones_have_words,
    words.words_have_zones,
    words.variants_are_known,
    words.words_are_all_there,
    words.parts_have_words,
    words.words_have_parts,
    words.lists_are_as_long_as_their_icons,
    languages.texts_are_translated,
    languages.translations_are_of_today,
    languages.texts_are_not_copies,
    languages.markup_is_kept,
    languages.lists_are_as_long,
    guide.guide_zones_are_there,
    guide.zones_are_in_the_guide,
    guide.guide_texts_can_be_set,
    guide.guide_is_easy_to_read,
    access.drawings_have_alt_text,
    access.text_stands_out,
    theme.ink_is_not_too_much,
    theme.fonts_are_there,
    theme.fonts_have_the_characters,
    photo.private_zones_are_there,
    photo.permits_have_boxes,
    practice.makers_are_credited,
    practice.wording_holds_in_any_arrangement,
)
