"""Standards that a file can satisfy, one small module each. They combine as a set: see `registry.py`.

Each says what it needs of a finished file and does it; none draws. The painter satisfies PDF/UA-1 by itself.
"""
