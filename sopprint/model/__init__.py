"""What authors write, as frozen typed values: tools, words, themes and kits. No reading and no drawing.

JSON Schema, editor help and the reference pages come from these classes, so their docstrings speak to authors.
"""
