"""Guides, kits and translations: SP15 to SP19."""

TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "SP150",
        "no guide",
        """The words have no part “guide”, so neither a facilitator guide nor a quick guide can be made. Copy that of
another tool and change its words.""",
    ),
    (
        "SP151",
        "the guide speaks of another zone",
        """A step, a prompt, the example or the table for leaders names a zone that the poster does not have. Guide and
poster must not disagree: correct the name, or take the words out.""",
    ),
    (
        "SP152",
        "a zone the guide leaves out",
        """Every zone people write in has a step, prompts and alternative text, so that nobody stands before it without
help. Zones that are filled in together share a step. Good:
    - zone: why
      also: [here, missing]""",
    ),
    (
        "SP153",
        "hard to read",
        """The Flesch-Kincaid grade of a section is above 8. Guides are read by tired people, and aloud. Make two
sentences of one, and take the shorter word.""",
    ),
    (
        "SP154",
        "no guide from right to left",
        """Posters are mirrored for languages that are read from right to left, guides are not: their pages would have
the folds, columns and numbers of a book that opens the other way. Print the poster, and use a guide in a language
that the facilitator reads from left to right beside it.""",
    ),
    (
        "SP160",
        "a name of an earlier release",
        """Tools and the keys of their files get better names now and then. The kit still has an old one, so what
stands there would not be printed. The message says what it is called now; move your words there and see
whether they still fit.""",
    ),
    (
        "SP161",
        "words or a layout of nothing",
        """Files that write over what is shipped are called after the tool, and words after the language, too. Good:
    words/three-houses.en.yaml   words/common.en.yaml   layouts/safety-house.yaml""",
    ),
    (
        "SP162",
        "shipped words have changed under yours",
        """A release changed a text that your county has its own words for. Yours are still printed. Look at both with
`sopprint diff`: perhaps the new one says it better, or a correction matters for yours as well. To keep yours and hear
no more of it: `sopprint customize TOOL --accept`.""",
    ),
    (
        "SP163",
        "a logo that prints badly",
        """Logos are printed 108 units high and at most 420 wide, where 2400 units are the short side of the poster. On
a 24 x 36 in poster that is 1.1 in high, for which a PNG needs 324 pixels. An SVG is sharp at every size.""",
    ),
    (
        "SP164",
        "art whose colours shift",
        """Colours of art are taken for sRGB with 8 bits for each channel; anything else comes out differently on
screen and in print. Marks are printed in one colour, which only an SVG can change to. Convert the file in
your drawing program.""",
    ),
    (
        "SP165",
        "a logo that hardly shows",
        """No part of the logo differs enough from the light page behind it; at least one must reach 3 to 1. Most
counties have a version for dark grounds and one for white paper. Use the latter.""",
    ),
    (
        "SP166",
        "a colour with another meaning",
        """On these posters red and rose, hues from 330 to 15 degrees, mean danger and stopping and nothing else. A
county's colour, or another zone's, must not look like that; and the colour of danger must stay a red.""",
    ),
    (
        "SP167",
        "a font that will not do",
        """Fonts are embedded as single TrueType files, one for each weight: not variable fonts, web fonts, collections
or PostScript outlines, and only where the font's own settings allow it.""",
    ),
    (
        "SP169",
        "copies of nothing",
        """A job ticket asks for copies of something that the kit does not make. Add it to posters, guides or
quick_guides, or take it out of “printing”.""",
    ),
    (
        "SP170",
        "not translated",
        """The English says something here that the other language does not. Translate it; where nothing is to stand
there, write the key with nothing after it.""",
    ),
    (
        "SP171",
        "a translation that is out of date",
        """The English has changed since this was translated. Read both, change the translation where it must, and say
so, for one text, or for all of the tool:
    sopprint translate accept three-houses --lang es zones.good.name
    sopprint translate accept three-houses --lang es""",
    ),
    (
        "SP172",
        "a text that is still in English",
        """The text is the same in both languages. Numbers, names and words such as “min” or “plan” may be; anything
else was probably forgotten.""",
    ),
    (
        "SP173",
        "placeholders or markup of a translation differ",
        """What stands in {braces} is put in by the program and must be in every language as it is in English. **Bold**,
boxes that begin with :::, links and tables must be as many as in English; move them with their words.""",
    ),
    (
        "SP174",
        "lists of different length",
        """A list has more or fewer entries than in English. Entries belong together by their place in the list: keep
them in the same order, and one for one.""",
    ),
    (
        "SP175",
        "a translators’ file that cannot be read",
        """It is no gettext PO file and no XLIFF 1.2 file, or a damaged one. Files come from `sopprint translate
export`; translation programs must save them in the same format, as UTF-8.""",
    ),
    (
        "SP176",
        "a translated text of nothing",
        """The words have no such text: it has been taken out or renamed since the file was exported, or the name of
the entry was changed. All other texts are brought in. Export again to see what there is today.""",
    ),
    (
        "SP177",
        "another tool’s or language’s translation",
        """The file says that it is of another tool or for another language than was asked for, or does not say.
Nothing was changed.""",
    ),
    (
        "SP178",
        "a translation that is too long",
        """More characters than fit at the smallest size, as far as that can be told without laying the poster out. It
was brought in; `sopprint check` tells whether it fits. Shorten it, or give a shorter form besides.""",
    ),
    (
        "SP179",
        "a text that is translated twice",
        """Two entries of the file are for the same text and say different things. Keep one of them.""",
    ),
)
