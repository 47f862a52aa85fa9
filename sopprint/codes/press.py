"""Press work: SP6."""

TABLE: tuple[tuple[str, str, str], ...] = (
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
)
