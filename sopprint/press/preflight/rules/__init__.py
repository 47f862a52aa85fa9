"""The rules of preflight, one family a module, listed in `registry.py`.

A rule reads a `Survey` and `Limits` and yields findings. It opens no file and knows no PDF library.
"""
