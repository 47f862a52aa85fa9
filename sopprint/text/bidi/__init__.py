"""The bidirectional algorithm (UAX #9): in which order characters of two directions stand on a line.

On the standard library's character data alone. Loaded only for text that has right-to-left letters in it or around
it. `explicit.py` reads the controls, `implicit.py` weighs letters, digits and brackets, `lines.py` puts a line in
order, and `isolation.py` keeps telephone numbers and addresses whole. Nothing here knows faces or glyphs.
"""
