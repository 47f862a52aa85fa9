"""Text: which face has it, which glyphs it becomes, where it may break and how it fills its room. No PDF, no boxes.

Stands between `resolve/` (which words, which fonts) and `layout/` and `draw/` (where the lines go).
"""
