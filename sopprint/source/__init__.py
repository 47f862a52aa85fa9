"""Text files as values with places: YAML to nodes to validated models, every mistake at once.

Comes after `resources.py` and before `resolve/`. Knows nothing of layout, fonts or pages.
"""
