"""Tools from one county to another: packed into a file after a look for leftovers, and taken in after a close look.

Purpose: `pack.py` writes a package, `archive.py` and `inspect.py` read one from anywhere without trusting it,
`install.py` puts it into a kit. Not here: options and printing (`cli/`), whether a tool is right (`check/`).
"""
