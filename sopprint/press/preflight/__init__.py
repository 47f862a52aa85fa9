"""Preflight: is this PDF, whoever made it, fit to be printed, laminated and cut?

`survey.py` reads an untrusted file into `facts.py` values, `rules/` judge them against `limits.py`, `measure.py` asks
Ghostscript for the ink of every pixel, `run.py` puts the three together. pikepdf is used in `survey.py`, `document.py`,
`objects.py` and `content/` only. It finds mistakes; it certifies nothing.
"""
