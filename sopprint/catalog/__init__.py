"""The catalogue of a kit: every tool with its picture, its purpose and its files, as a web page and as a PDF to print.

Purpose: gather (`gather.py`) what tools and finished files say, and show it (`page.py`, `pdf.py`). Not here: making the
products (`products/`), options and printing (`cli/`).
"""
