"""Space on the page, fonts and characters, access, practice: SP2 to SP5."""

TABLE: tuple[tuple[str, str, str], ...] = (
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
)
