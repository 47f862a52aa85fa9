"""How hard a text is to read: the Flesch-Kincaid grade, for English only.

Kincaid, Fishburne, Rogers and Chissom, 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59. Syllables are
estimated from letters, which is right for about nine words in ten; over a page the errors even out. Not here: which
texts are measured, and what is said about them (`guide.py`).
"""

from __future__ import annotations

import re

LEAST_WORDS = 40  # a shorter text has no grade worth telling
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[”\"’)]*(?=\s|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")
_TWO_VOWELS = re.compile(r"i[ao]|(?<!p)eo|ua(?!r)|ea(?=te|$)|[ye]ing|iet")  # di-al, vi-olent, us-ual, cre-ate, be-ing
_ONE_VOWEL = re.compile(r"[cgst]i(?:on|a)")  # na-tion, spe-cial
_SILENT_INSIDE = re.compile(
    r"(?<=[^aeiouy])e(?=(?:ty|ly|ment|ments|ful|less|ness)$)|(?<=^som)e(?=.)"
)  # safe-ty, some-one


def grade(text: str) -> float | None:
    """The school grade a text can be read in, or None when it is too short. A line's end is a sentence's end."""
    words = _WORD.findall(text.lower())
    if len(words) < LEAST_WORDS:
        return None
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part.lower()))
    count = len(words)
    return 0.39 * count / max(sentences, 1) + 11.8 * sum(map(syllables, words)) / count - 15.59


def syllables(word: str) -> int:
    """An estimate of a lower-case word's syllables, one or more."""
    word = _SILENT_INSIDE.sub("", word.replace("’", "'").split("'")[0])
    count = len(_VOWELS.findall(word))
    count += len(_TWO_VOWELS.findall(word)) - len(_ONE_VOWEL.findall(word))
    if count > 1 and _silent_end(word):
        count -= 1
    return max(count, 1)


def _silent_end(word: str) -> bool:
    """A last e that is not heard: house, named, names; but not table, wanted, houses."""
    if word.endswith("ed"):
        return word[-3:-2] not in "tdaeiouy"
    if word.endswith("es"):
        return word[-3:-2] not in "cgsxzaeiouy" and not word.endswith(("ches", "shes"))
    return word.endswith("e") and word[-2:-1] not in "aeiouy" and not _consonant_le(word)


def _consonant_le(word: str) -> bool:
    return word.endswith("le") and len(word) > 2 and word[-3] not in "aeiouy"
