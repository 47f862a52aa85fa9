"""What each code means, for `sopprint explain`: a title and an explanation with an example.

SP0 reading and YAML · SP1 layout, words and theme · SP2 space on the page · SP3 fonts and characters · SP4 access ·
SP5 practice · SP6 press work · SP7 photographs · SP8 sharing · SP9 commands and files. Nothing here is needed to find
or to print a mistake.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class Code(Struct, frozen=True):
    """A kind of finding. `explanation` is plain text of several sentences."""

    title: str
    explanation: str


_TABLE: tuple[tuple[str, str, str], ...] = (
    # ------------------------------------------------------------------------------------------ reading and YAML
    (
        "SP001",
        "a file is missing",
        """A file that is needed is not in the folder. Check the spelling and the folder: names are told apart by
capital letters. A tool has layout.yaml and at least one words file, such as words.en.yaml.""",
    ),
    (
        "SP002",
        "a file is too large",
        """Text files may have 1 MB, pictures and other data 8 MB. A layout or a words file is a few kilobytes; a
large one is usually something else with the wrong name. Save pictures smaller: 300 pixels for an inch are enough.""",
    ),
    (
        "SP003",
        "a file is not UTF-8",
        """Text must be saved as UTF-8, or accents and other alphabets would be printed wrong. The message names the
first byte that is not. In most editors: Save as, then choose the encoding UTF-8.""",
    ),
    (
        "SP004",
        "a file outside the folder",
        """Files are only read from inside the folder of the tool or kit: no absolute paths, no “..”, no links that
lead out. So a kit can be copied to another computer, and a kit from elsewhere cannot read your files. Copy the file
into the folder and write its name. Good: logo.svg, art/river.svg.""",
    ),
    (
        "SP005",
        "a file cannot be read",
        """The file is there but the system does not hand it out. You may not have the permission, or another program
holds the file.""",
    ),
    (
        "SP010",
        "this is not YAML",
        """The file breaks the rules of YAML, so nothing after this place could be read. Most often words hold a colon
followed by a blank, start with a sign such as @ or %, or lines that belong together start in different columns. Put
such words in quotation marks, and inside {…} also words that end in a question mark. Good:
    prompt: "Ask: what is going well?\"""",
    ),
    (
        "SP011",
        "a tab at the start of a line",
        """YAML shows what belongs together by blanks at the start of lines, and allows no tabs there. Most editors can
write blanks when you press the tab key. Good, with two blanks:
    zones:
      good:
        name: Good things""",
    ),
    (
        "SP012",
        "a key is written twice",
        """The same key stands twice in the same place, so one of the two would be lost without a word. The message
names the line of the first. Keep one, join the two, or rename one.""",
    ),
    (
        "SP013",
        "an alias",
        """YAML can repeat a part of a file by *name. That is not used here: nested aliases can make a small file
endless, and a reader cannot see what is said. Write the words out. Words that start with a star need quotation marks.
Good:
    note: "*agreed by all\"""",
    ),
    (
        "SP014",
        "a tag",
        """Tags such as !!python/object or !important have no meaning here. Leave the tag out. Words that start with an
exclamation mark need quotation marks. Good:
    name: "!Stop\"""",
    ),
    (
        "SP015",
        "more than one document",
        """A line of three hyphens starts a second document in the same file, and only one would be read. Put each
document into a file of its own.""",
    ),
    (
        "SP016",
        "a key that is not a word",
        """Keys are words; whole numbers are allowed where they count, such as font weights. A list, a decimal number,
true or null cannot be a key. Put it in quotation marks if it is meant as a word. Good:
    "true": …""",
    ),
    (
        "SP017",
        "an empty file",
        """The file has nothing in it but blanks or comments. Fill it, or remove it: a missing file is told apart from
an empty one.""",
    ),
    (
        "SP018",
        "too much in one file",
        """The file is nested deeper than 40 levels or has more than 20 000 entries. No poster needs that; look for a
bracket that was never closed or a line that was indented by mistake.""",
    ),
    (
        "SP019",
        "a hidden control character",
        """A character that cannot be seen is in the text, often after copying from a PDF or a word processor. It could
not be printed, and would upset the counting of lines. Delete the words around the place and type them again.""",
    ),
    # ------------------------------------------------------------------------------------------ guides
    (
        "SP030",
        "this is not a template",
        """A template of a guide breaks the rules of its language, so it could not be read. Most often a tag is not
closed, or an “endfor” or “endif” is missing. Good:
    {% for line in guide.when.use %}
    - {{ line }}
    {% endfor %}""",
    ),
    (
        "SP031",
        "an unknown name in a template",
        """A template asks for words that are not there. The hint names the nearest. What there is to ask for is told
at the top of templates/guide.md.j2, and is what stands in the words files.""",
    ),
    (
        "SP032",
        "templates cannot do this",
        """Templates have if, for, set and include, and the filters option, cell and length. Calls, macros, arithmetic
and lists are left out, so that a template from elsewhere can do no harm. Put such words into the words file.""",
    ),
    (
        "SP033",
        "a template that takes too much",
        """A template may take a certain number of steps, write a certain number of characters, and include others to
a certain depth. A guide needs a small part of that. Look for a loop in a loop, or a template that includes itself.""",
    ),
    (
        "SP034",
        "guides cannot print this",
        """Texts of guides are Markdown: paragraphs, **bold**, lists, tables, headings, links and boxes. Code, HTML,
pictures, quotations and rules are not printed. Nothing is left out without a word, so take it out yourself.""",
    ),
    (
        "SP035",
        "an unknown box",
        """A line that begins with ::: opens a box, and there is none of that name, or it is one for templates only.
Good:
    ::: say
    “You can stop any time.”
    :::""",
    ),
    (
        "SP036",
        "the options of a box",
        """A box has an option it does not know, lacks one it needs, or has a value that cannot be used. Options are
written as name=value; words with blanks are in quotation marks. Good:
    ::: stop title="Do not use it" icon=stop""",
    ),
    (
        "SP037",
        "a box is not where it can be",
        """A box is opened and never closed, closed and never opened, or stands in one that does not hold it. A line
with as many colons and nothing else closes a box. To put a box into another, give the outer one more colons. Good:
    :::: columns
    ::: do
    One
    :::
    ::::""",
    ),
    (
        "SP038",
        "a link that leads nowhere",
        """Links go to web addresses, with https:// or mailto:, or to a heading of the same guide, by # and its words
in small letters with hyphens. Good:
    [the steps](#the-steps)""",
    ),
    (
        "SP039",
        "too much in one text",
        """A text, paragraph, list or table is larger or deeper than any guide needs. Part it; often a line without
end has come in by copying.""",
    ),
    # ------------------------------------------------------------------------------------------ layout, words, theme
    (
        "SP100",
        "not as it should be",
        """A value is not what this setting takes, for a reason that has no code of its own. The message says what was
expected. `sopprint schema` prints all settings with their types.""",
    ),
    (
        "SP101",
        "an unknown key",
        """There is no such setting here. Usually it is a slip in spelling, and the hint names the nearest; or the key
stands at the wrong depth and belongs to the line above or below. Good:
    - zone: good
      draw: house
      roof: gable""",
    ),
    (
        "SP102",
        "a key is missing",
        """A setting that is always needed is not there. The place is the thing that lacks it. A house, for example,
needs zone, icon and colour.""",
    ),
    (
        "SP103",
        "the wrong kind of value",
        """Words stand where a number is needed, or the other way round, or a list where settings are needed. Words that
look like numbers need quotation marks. Lengths in a layout are plain numbers: u, the poster's own unit, a 2400th of its
short side, so that a layout holds on every paper. Good:
    edition: "2026.1"
    gap: 60""",
    ),
    (
        "SP104",
        "not one of the choices",
        """The setting takes one of a few words, and the message lists them. Good:
    roof: barn""",
    ),
    (
        "SP105",
        "out of range",
        """A number is too small or too large, or a text is empty or too long. The message names the limit.""",
    ),
    (
        "SP106",
        "not in the right form",
        """Some words have a form: names are small letters, digits and single hyphens, colours are # and six digits, an
edition is a year, a point and a number. Good:
    zone: good-things
    screen: "#1F7A5C"
    edition: "2026.1\"""",
    ),
    (
        "SP107",
        "not an element",
        """Every element of a layout says by “draw” what it is, and this is not one that can be drawn, or it does not
say.
The hint names the nearest. Good:
    - draw: panel
      zone: worries
      colour: indigo""",
    ),
    (
        "SP108",
        "the wrong number of entries",
        """A list has too few or too many entries. A point, for example, has two: [x, y].""",
    ),
    (
        "SP110",
        "a change of nothing",
        """“change” names elements by their id or their zone. There is none of that name in the arrangement that the
change is laid over; perhaps a “body” replaced it, or an earlier change left it out.""",
    ),
    (
        "SP111",
        "words without a zone",
        """The words have a zone that no arrangement of the layout draws, so nobody would ever read it. Remove it, or
correct its name to that in the layout.""",
    ),
    (
        "SP112",
        "words are missing",
        """The element drawn for a zone prints words that the zone does not have. A house, for example, needs name,
prompt and alt; a scale needs near and far besides.""",
    ),
    (
        "SP113",
        "a slot or column without words",
        """The layout names a slot or a column that the zone's words do not have. Add it. Good:
    slots:
      who:
        name: Who is worried?""",
    ),
    (
        "SP114",
        "words for a slot or column that is not there",
        """The zone's words have a slot or column that no arrangement of the layout draws. Remove it, or correct its
name.""",
    ),
    (
        "SP115",
        "the order does not list the zones",
        """“order” lists every zone once, in the order the work is done. Screen readers and guides follow it, not the
place on the page. Add what is missing and remove what is not there.""",
    ),
    (
        "SP116",
        "a zone without words",
        """The layout draws a zone that this words file does not have, so nothing could be printed there. Add the zone
under “zones”, or correct its name in the layout. Good:
    zones:
      good:
        name: House of good things""",
    ),
    (
        "SP117",
        "an unknown colour",
        """Colours are named, and the names are in the theme: each stands for a meaning and has a screen and a press
value. Good:
    colour: teal""",
    ),
    (
        "SP118",
        "an unknown icon",
        """There is no icon of that name. The hint names the nearest. Good:
    icon: sun""",
    ),
    (
        "SP119",
        "an unknown type style",
        """There is no type style of that name in the theme. The styles are listed there under “styles”, from title
to fine
print, and the hint names the nearest.""",
    ),
    (
        "SP120",
        "an unknown font family",
        """A style or the list of fallbacks names a family that is not under “fonts” in the theme.""",
    ),
    (
        "SP121",
        "an offset that cannot be read",
        """An offset is a number of u or a sum of numbers, percentages of the box, and anchors of elements drawn before.
Good:
    left: 100% - 930
    top: house.door.y + 86""",
    ),
    (
        "SP123",
        "the language is not that of the file",
        """words.es.yaml says “language: es”. Screen readers and hyphenation go by this, so it must be true. Correct the
one or rename the other.""",
    ),
    (
        "SP124",
        "words for an unknown variant",
        """The words have a variant that the layout does not have. Correct its name, or remove it.""",
    ),
    (
        "SP125",
        "icons and items differ",
        """A list shows one icon for each of the zone's items, so there must be as many.""",
    ),
    (
        "SP126",
        "an unknown paper",
        """There is no paper of that name. Use a name such as letter, tabloid, arch-d or a1, or a measure such as
30x40in.""",
    ),
    (
        "SP127",
        "a picture is missing",
        """The file of a picture is not in the tool's folder. Names are told apart by capital letters.""",
    ),
    (
        "SP128",
        "a setting of nothing",
        """“settings” says which elements are drawn unless a kit decides otherwise. There is no element with this id or
zone.""",
    ),
    (
        "SP129",
        "the tool is not called like its folder",
        """A tool is named on the command line by its folder, and “tool” is printed on the poster. Both must be the
same.""",
    ),
    (
        "SP130",
        "no words in this language",
        """The tool has no words file for the language, or none at all. Copy words.en.yaml to words.es.yaml, for
example,
and translate it; write “reviewed: false” until somebody who knows the families has read it.""",
    ),
    (
        "SP131",
        "a font file is missing",
        """The theme names a font file that is not there. Paths are relative to the folder of the theme.""",
    ),
    (
        "SP132",
        "an unknown tool",
        """There is no tool of that name. `sopprint list` shows all there are.""",
    ),
    (
        "SP133",
        "an unknown variant",
        """The tool has no variant of that name. `sopprint list` shows those it has.""",
    ),
    (
        "SP134",
        "an unknown setting",
        """Only elements that the tool's layout lists under “settings” can be left out by a kit or on the command
line.""",
    ),
    (
        "SP135",
        "paper too small for the tool",
        """The tool's words cannot be set on paper this small at a size that people can read. “smallest” in its
layout names
the smallest paper it is made for; choose that or a larger one.""",
    ),
    (
        "SP136",
        "not two languages",
        """A poster speaks one language, such as “en”, or two that differ, the first to read first, such as “en+es”.""",
    ),
    (
        "SP137",
        "paper too small for two languages",
        """Everything is said twice on a poster in two languages. On paper under 18 inches along its short side that
leaves too little room to write; print two posters instead, one in each language.""",
    ),
    (
        "SP138",
        "only posters speak two languages",
        """Guides and quick guides are in one language: make one for each. A kit that lists “en+es” makes its posters in
both languages, and its guides in those that it lists alone.""",
    ),
    (
        "SP139",
        "words missing in the second language",
        """A poster in two languages says every title, label, prompt and footer line in both. The second language's
words file lacks a text that the first has, or has a shorter list; write it, or print each language by itself.""",
    ),
    (
        "SP140",
        "too much ink",
        """A colour's cyan, magenta, yellow and black add up to more than 240 percent. Such a colour dries badly,
marks the
next sheet, and lifts under lamination. Take some of the three colours out and put black in.""",
    ),
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
    # ------------------------------------------------------------------------------------------ translations
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
    # ------------------------------------------------------------------------------------------ space on the page
    (
        "SP201",
        "words do not fit",
        """The words do not fit their place, even at the smallest size that can be read from where people stand. Nothing
is ever cut: shorten the words, add a shorter form, or give the element more room. Good, longest form first:
    name: [House of good things, Good things]""",
    ),
    (
        "SP202",
        "not enough room",
        """An element needs more room than the arrangement leaves it on this paper. Give it more weight, make its
neighbours smaller, or leave something out under “small”.""",
    ),
    (
        "SP203",
        "an offset leads nowhere",
        """The place of an element cannot be worked out: an anchor belongs to an element that is not drawn before, or
that has no such point.""",
    ),
    (
        "SP204",
        "a QR code too small",
        """A QR code under 0.6 inches is hard to scan. Give it more room, or leave it out on small paper.""",
    ),
    (
        "SP205",
        "art that cannot be drawn",
        """A picture or logo uses something that cannot be printed safely, is damaged, or is too large. Save it again
as a
plain SVG with shapes only, or as a PNG. The hint says more.""",
    ),
    (
        "SP206",
        "a picture too coarse",
        """A PNG has fewer than 150 pixels to the inch at the size it is printed, and will look soft. Hand in an SVG,
or a
PNG with 300 pixels to the printed inch.""",
    ),
    (
        "SP207",
        "a picture keeps its own colours",
        """Only an SVG can be drawn in one colour of the theme; a PNG stays as it is. Hand in an SVG, or leave the
colour
out.""",
    ),
    (
        "SP210",
        "things run into each other",
        """Words stand on other words or on a line. Shorten them, or move or shrink one of the two.""",
    ),
    (
        "SP211",
        "too near the edge",
        """Words or lines come too near the edge of the paper, where the trimming knife or the office printer takes them
off. Only grounds may run off the page.""",
    ),
    (
        "SP212",
        "too small to read",
        """Words are smaller than anything may be printed. Give them more room or shorten them, or choose a larger
paper.""",
    ),
    (
        "SP213",
        "a mark needs quiet around it",
        """Corner marks and QR codes are read by a camera, which needs an empty margin around them. Move what is in
it.""",
    ),
    (
        "SP215",
        "higher than a page",
        """Something that is kept together, such as a box or a row of a table, is higher than a page of the guide.
Split it,
shorten its words, or choose a larger paper.""",
    ),
    # ------------------------------------------------------------------------------------------ fonts and characters
    (
        "SP301",
        "a character no font has",
        """None of the theme's fonts can print a character; an empty box would stand there instead. Each text is set
in one
font, so all its characters must be in one. Leave the sign out, or add a font that has it to the theme's fallbacks.""",
    ),
    (
        "SP302",
        "a font that cannot be embedded",
        """Only fonts with TrueType outlines can go into the finished file. A file that ends in .otf often has
outlines of
another kind. Most families are offered as .ttf too; name that file in the theme.""",
    ),
    (
        "SP303",
        "a picture that cannot be embedded",
        """A picture turned out to be damaged, or to be neither PNG nor JPEG whatever its name says. Open it and save it
again as PNG.""",
    ),
    (
        "SP304",
        "a link leads nowhere",
        """A link names a place in the document, such as #safety, that no heading has. Correct the name, or remove the
link.""",
    ),
    (
        "SP305",
        "two places of one name",
        """Links and the outline find a place by its name, so each may be there only once. Rename one of the two.""",
    ),
    (
        "SP306",
        "no font for Chinese, Japanese or Korean",
        """Fonts for these languages are too large to come with the program, so they are taken from the computer.
Install
Noto Sans CJK, which is free:
    Debian, Ubuntu: apt install fonts-noto-cjk
    Fedora: dnf install google-noto-sans-cjk-fonts
    others: the Noto Sans SC, TC, JP or KR family, from fonts.google.com
or put its files into a folder and name that folder in the environment variable SOPPRINT_FONTS. The same character is
drawn differently in China, Taiwan, Japan and Korea, so a font of another region is never taken in its place.""",
    ),
    (
        "SP307",
        "lines may end inside a word",
        """Thai, Lao, Khmer and Burmese put no blanks between words, and only a dictionary knows where a line may end.
Install one:
    pip install 'sopprint[sea]'
or write a zero-width space (U+200B) between the words. Until then lines end after any syllable.""",
    ),
    # ------------------------------------------------------------------------------------------ access
    (
        "SP401",
        "too little contrast",
        """Text needs a contrast of 4.5 to 1 with its ground (WCAG 2.2, 1.4.3), or people with weak sight, and
everybody at
the far end of a table, cannot read it. Make the darker of the two colours darker.""",
    ),
    (
        "SP402",
        "no alternative text",
        """A screen reader says the alternative text in place of a drawing. Tell in a sentence what is drawn and what
the
zone is for. Good:
    alt: A house with a sun on its roof. Room to write what is going well.""",
    ),
    # ------------------------------------------------------------------------------------------ practice
    (
        "SP501",
        "the makers are not credited",
        """Every tool names whose idea it is, in the footer of every poster. The credit line in the words, in its
longest
form, must have each name under “attribution: by” in the layout.""",
    ),
    (
        "SP502",
        "a direction in the words",
        """Posters are turned, mirrored and stacked, so what stands at the left on one paper stands on top on
another. Name
the zone, its colour or its icon instead. Good:
    hint: Start in the house with the sun""",
    ),
    # ------------------------------------------------------------------------------------------ press work
    (
        "SP621",
        "an unknown shop",
        """There is no print shop of that name. `sopprint shop list` shows those that come with the program and those of
a kit, which are the files in its folder shops. A path ending in .yaml works too.""",
    ),
    (
        "SP622",
        "a shop profile contradicts itself",
        """Numbers of a shop profile cannot all be true of one sheet: a bleed and an ink-free border, crop marks inside
the bleed or beyond the sheet, a sealed edge without a lip. Crop marks start at or outside the bleed. Good:
    bleed: 0.25in
    marks: {offset: 0.3125in, length: 0.375in, room: 0.875in}""",
    ),
    (
        "SP623",
        "not a profile of a press",
        """The ICC profile of a printing condition must be an output profile for CMYK. Profiles of screens and cameras
describe something else. Ask the shop for its press profile, or leave icc out to use the one that comes along.""",
    ),
    (
        "SP624",
        "a picture that the standard does not allow",
        """PDF/X-1a has no transparency, and a picture of the page is partly transparent. Save the picture on a plain
background, or print with --pdfx x4, which all current workflows take.""",
    ),
    (
        "SP625",
        "too little bleed",
        """The shop cuts deeper into the edge than the artwork reaches past it, so a white line could show. Posters have
0.25 in of artwork around the page. Ask the shop whether 0.25 in will do, and change the profile's bleed.""",
    ),
    (
        "SP626",
        "too large for the shop's machines",
        """The sheet is wider than every roll the shop profile names, or the laminated poster wider than every
laminator. A sheet may go in either way round, so its shorter side counts. Choose a smaller paper, a profile without
marks, or ask the shop: profiles do not list every machine.""",
    ),
    (
        "SP627",
        "too much ink for the shop",
        """A colour needs more ink than the shop's limit, all inks added up. Too much ink dries badly and makes film
come off. Lower the colour's press values in the theme or the kit's accent; the sum counts.""",
    ),
    (
        "SP628",
        "something is cut off or punched",
        """Words, a corner mark, the QR code or a logo lie in the ink-free border, outside a rounded corner, or under a
grommet of the shop profile. Photographs of the poster are squared up by its corner marks, so they must stay whole.
Use a larger paper, a smaller radius, or grommets further out.""",
    ),
    (
        "SP629",
        "ink where the film must hold",
        """With a sealed edge the film must hold right along the paper's edge, and holds badly on heavy ink. Light
tints are fine. Choose a shop profile with a border, or ask for film that is made for heavy ink.""",
    ),
    (
        "SP630",
        "close to the cut",
        """Paper is cut a sixteenth of an inch out of true now and then. What lies nearer to the cut than the shop's
safe area may lose its even margin, or be touched. Nothing needs to be done for a notice board; for a clean edge choose
a larger paper.""",
    ),
    (
        "SP631",
        "the finished print file does not pass",
        """Every file for a print shop is looked at as the shop will (`sopprint preflight`) before it is written. An
error
means that nothing was written and the command ends with exit code 4; a warning tells what the shop may ask about. The
name in brackets is preflight's rule. An error here is most often a picture with too much ink, or a mistake of ours:
please report it with the tool and the profile.""",
    ),
    (
        "SP651",
        "not a PDF",
        """The file is something else with the name of a PDF, or it is damaged, perhaps by a download that broke off.
Open it in a viewer and save it again, or make it anew.""",
    ),
    (
        "SP652",
        "a locked PDF",
        """The file needs a password to open, or its owner does not allow printing. Locks are respected here: ask the
owner for a copy without.""",
    ),
    (
        "SP653",
        "a page without a size",
        """A page's size is missing, empty, or beyond a hundred feet, so that nothing can be planned. The program that
made the file wrote it wrongly; save the file again with another.""",
    ),
    (
        "SP654",
        "too much to print",
        """A file of thousands of pages, or a poster of hundreds of sheets, is almost always a mistake: the wrong file,
or the wrong paper. Split the file, or use a larger sheet.""",
    ),
    (
        "SP655",
        "two pages do not fit on the sheet",
        """Pages are printed at their own size, two side by side, so the sheet must be twice as wide as a page.
Half-letter goes on letter, A5 on A4, and letter on tabloid. Good:
    --paper tabloid""",
    ),
    (
        "SP656",
        "pages of different sizes",
        """A smaller page is set at the middle of its half of the sheet, so that the edges of the booklet show more
paper there. Make all pages in one size if they should look alike.""",
    ),
    (
        "SP657",
        "nothing to cut up",
        """The page is no larger than the sheet, so it can be printed as it is, at actual size. Name a smaller sheet if
tiles are wanted all the same.""",
    ),
    (
        "SP658",
        "no room on the sheet",
        """The strips to glue and the margins of the printer use up the sheet, or the margin is too narrow for the
marks. Usual values are half an inch of overlap and a quarter of an inch of margin.""",
    ),
    (
        "SP659",
        "no such page",
        """The file has fewer pages than that. Pages count from 1, whatever is printed on them.""",
    ),
    (
        "SP660",
        "press work is not installed",
        """Booklets and tiles need one more package. Install it with: pip install 'sopprint[press]'""",
    ),
    (
        "SP661",
        "a length that does not work",
        """Lengths are a number and a unit: in, mm, cm or pt. The message says what is wrong with this one. Good:
    --overlap 0.5in --thickness 0.1mm""",
    ),
    # ------------------------------------------------------------------------------------------ photographs
    (
        "SP701",
        "photographs are not installed",
        """Pictures of filled posters need more packages, which no other command loads. Install them with:
    pip install 'sopprint[photo]'
Pictures in HEIC, the usual kind of an iPhone, also need pillow-heif, which comes with it.""",
    ),
    (
        "SP702",
        "not a picture",
        """The file is a folder, empty, or no picture of a kind that cameras write: JPEG, HEIC, PNG, TIFF or WebP.
Choose the picture as the camera saved it.""",
    ),
    (
        "SP703",
        "a damaged picture",
        """The file begins like a picture and then breaks off or makes no sense, as after a transfer that was cut short.
Copy it from the phone again.""",
    ),
    (
        "SP704",
        "a picture too large",
        """A picture of more than 200 million pixels (100 million if it is not a JPEG) is a mistake or an attack. The
usual 12 million pixels of a phone show the finest pen on the largest poster.""",
    ),
    (
        "SP705",
        "a picture too small",
        """The picture has so few pixels that no poster could be read from it. It may be a preview, or have been made
smaller by a messenger. Use the picture as the camera saved it.""",
    ),
    (
        "SP706",
        "too many pictures",
        """All pictures of a run are kept open, to find those of one poster. Take them in several runs, for each family
its own.""",
    ),
    (
        "SP707",
        "no such zone to hide or show",
        """What --hide and --show name must be a zone of a poster in the pictures, spelled as in its layout: a slip of
the pen must not show what somebody wants hidden. The hint names the zones there are.""",
    ),
    (
        "SP708",
        "a record is there already",
        """The folder has a file of that name with other content: perhaps the record of another family, for names say
nothing of whom they are about. Use a folder for each family, or --force to replace the files.""",
    ),
    (
        "SP709",
        "the photo settings name no zone",
        """The zones under “private” and “permits” in the layout must be zones of the tool, or they would be hidden
only on paper. There may be no more of them under “permits” than the zone has tick boxes. Good:
    private: [red]
    permits: {share: [inside, outer, rules, path]}""",
    ),
    # ------------------------------------------------------------------------------------------ sharing
    (
        "SP801",
        "the form of a shared tool is not complete",
        """Whoever gets a tool wants to know who made it, whom to ask, what it is for, why it was made, whom it is for
and
in which languages. Write it once in share.yaml beside layout.yaml, or give it on the command line. Good:
    county: Example County
    contact: Practice team, practice@example.org
    purpose: Shows who keeps a child safe
    why: Families asked for a picture of their network
    audience: [children, parents]""",
    ),
    (
        "SP802",
        "no permission to share",
        """A package is for other counties to use and to change. Somebody who may decide this has to agree first; then
write “permission: true” in share.yaml, or give --permission.""",
    ),
    (
        "SP803",
        "this looks like a person's name",
        """A word with a capital inside a sentence, which is in none of the tool's titles, labels and credits, may be
the
name of a child or a parent. Use a role (“grandmother”, “the worker”) or initials. When it is no name, or one of a
made-up person, --anyway packs the tool all the same. Sentences' first words and languages without capitals are
not looked at: read the words once yourself.""",
    ),
    (
        "SP804",
        "an e-mail address or a phone number",
        """The words, the layout or a comment in them have an address or a number that somebody may be reached at.
Take it
out; --anyway does not help. Toll-free lines and addresses at example.org may stay.""",
    ),
    (
        "SP805",
        "this looks like a case number or a birthday",
        """Numbers of seven digits and more, numbers such as JV-24-00123 and dates such as 4/12/2016 may lead to a
family.
Take them out of words, layout and comments; --anyway does not help.""",
    ),
    (
        "SP806",
        "a drawing that says who made it",
        """Drawing programs write the author's name and the folder's path into the file, where nobody sees them. Save
the
drawing once more as plain SVG, without metadata.""",
    ),
    (
        "SP811",
        "a package that is no plain zip file",
        """Packages are plain zip files from the first byte to the last: nothing before, between or behind, not
encrypted,
not in parts, not damaged. Do not unpack it by hand to find out; ask whoever sent it to make it again with
sopprint share.""",
    ),
    (
        "SP812",
        "an unsafe name in a package",
        """Files in a package have plain names that mean the same on every computer. A name that leads out of the
folder,
is hidden, belongs to a device (con, nul) or has unusual letters is refused, and the package with it.""",
    ),
    (
        "SP813",
        "too much in a package",
        """A tool is a few files of a few kilobytes. A package with very many files, or with files that grow beyond
measure when they are unpacked, is refused before anything is written.""",
    ),
    (
        "SP814",
        "two files of one name in a package",
        """Two entries of the package have one name, or names that differ only by capitals. Which of them is used would
depend on the computer, so that what was looked at may not be what is used.""",
    ),
    (
        "SP815",
        "no plain file in a package",
        """The package has a link or a device in it. A link could lead to files of yours. Tools have plain files
only.""",
    ),
    (
        "SP816",
        "not a package of one tool",
        """A package has one folder, named like its tool, with share.yaml, layout.yaml and words in at least one
language.
Packages made by sopprint share are like that.""",
    ),
    (
        "SP817",
        "a file that tools do not have",
        """A tool has layout.yaml, words.<lang>.yaml, share.yaml, art in SVG or PNG, ATTRIBUTION.txt and LICENSE.txt.
Programs, scripts, templates, fonts, archives and anything else are refused.""",
    ),
    (
        "SP818",
        "a file that is not what its name says",
        """A file in the package is damaged or something else than its name says: a picture that is none, or has
something
hidden behind its end, a drawing with scripts or links, a text with invisible characters.""",
    ),
    (
        "SP819",
        "a tool of that name is there already",
        """Adding never replaces a tool, neither one of the kit nor one that comes with the program. Compare the two;
then
--force puts the new one in place.""",
    ),
    # ------------------------------------------------------------------------------------------ commands and files
    (
        "SP902",
        "the file cannot be written",
        """The document could not be put where it should go: there is a folder of that name, or a file that does not
come
from this program. The old file is untouched. Choose another name, or use --force.""",
    ),
    (
        "SP903",
        "an unknown choice",
        """An option has a value that does not exist. The message names it, and `--help` lists what there is.""",
    ),
    (
        "SP904",
        "not a setting",
        """A part of a tool is switched by its name, an equals sign, and on or off. Good:
    --set red=off""",
    ),
    (
        "SP905",
        "previews are not installed",
        """Pictures of pages need two more packages. Install them into the same Python, with:
    pip install pypdfium2 pillow""",
    ),
    (
        "SP906",
        "a picture out of range",
        """A preview of that size would be too large to make or too small to see.""",
    ),
    (
        "SP907",
        "a document is not for the screen",
        """A PDF or a picture was about to be written into the terminal. Send it into a file. Good:
    sopprint poster three-houses -o - > poster.pdf""",
    ),
    (
        "SP908",
        "no kit here",
        """A kit is a folder with a file sopprint.yaml. Make one with: sopprint new kit my-county""",
    ),
    (
        "SP909",
        "nothing to build",
        """Nothing in the kit fits what was asked for with --only. Take it away to build them all, or use a tool
that is in the
kit's sopprint.yaml.""",
    ),
    (
        "SP910",
        "nothing to check",
        """The path has neither a tool nor a kit. A tool has a layout.yaml, a kit a sopprint.yaml.""",
    ),
    (
        "SP911",
        "not a name",
        """Names of kits and tools are small letters, digits and hyphens. Good: my-county""",
    ),
    (
        "SP912",
        "already there",
        """A new kit or tool never overwrites what is there. Choose another name, or remove the old one first.""",
    ),
    (
        "SP913",
        "an unknown code",
        """There is no such code. `sopprint explain` without a code lists them all, with their titles.""",
    ),
    (
        "SP914",
        "a file of somebody else",
        """Posters and guides made by this program say in their metadata what they were made from. This file does not:
it comes from another program, or one that rewrote it left the metadata out.""",
    ),
    (
        "SP915",
        "nothing to copy",
        """Tools in a kit's own folder `tools/` are the county's already: their files are edited where they are. Only
what comes with the program is copied, so that it can be told later what changed.""",
    ),
    (
        "SP916",
        "a process ended unexpectedly",
        """One of the processes that `sopprint build` shares its work among was ended by the system, most often because
there
was too little memory. The other files are made. Build again; `--jobs 1` needs the least memory.""",
    ),
    (
        "SP917",
        "watching is not installed",
        """`sopprint build --watch` needs one more package, which hears of saved files from the system. Install it into
the same Python, with: pip install watchfiles""",
    ),
    (
        "SP918",
        "not to be accepted",
        """`sopprint customize TOOL --accept` brings a copied file up to a new release where that changes nothing that
is printed. It needs the copy and, in .base, the file that it was copied from. Where the release and you changed the
same lines, only you can say what is meant: `sopprint diff` shows all three versions.""",
    ),
)

CODES: Mapping[str, Code] = MappingProxyType({code: Code(title, text) for code, title, text in _TABLE})
