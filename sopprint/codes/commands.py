"""Commands and files: SP9."""

TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "SP902",
        "the file cannot be written",
        """The document could not be put where it should go: there is a folder of that name, or a file that does not
come from this program. The old file is untouched. Choose another name, or use --force.""",
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
there was too little memory. The other files are made. Build again; `--jobs 1` needs the least memory.""",
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
