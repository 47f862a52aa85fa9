"""The floor: a plain ReportLab script that draws the Three Houses page, untagged, with the same font files.

Its coordinates are in the module `page` that `prepare.py` writes next to the output; a script written by hand would
have them in its own text. Run as: python floor.py FOLDER-OF-PAGE OUT.pdf
"""

from __future__ import annotations

import sys
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas


def draw(page: Any, out: Any) -> None:
    canvas = Canvas(out, pagesize=page.SIZE)
    canvas.setTitle("Three Houses")
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for item in page.ITEMS:
        if item[0] == "text":
            _, font, size, color, x, y, text = item
            canvas.setFillColorRGB(*color)
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        else:
            _draw_path(canvas, *item[1:])
    canvas.showPage()
    canvas.save()


def _draw_path(canvas: Any, segments: Any, fill: Any, stroke: Any, width: float, dash: Any) -> None:
    path = canvas.beginPath()
    for op, v in segments:
        if op == "M":
            path.moveTo(*v)
        elif op == "L":
            path.lineTo(*v)
        elif op == "C":
            path.curveTo(*v)
        else:
            path.close()
    if fill:
        canvas.setFillColorRGB(*fill)
    if stroke:
        canvas.setStrokeColorRGB(*stroke)
        canvas.setLineWidth(width)
        canvas.setDash(list(dash))
    canvas.drawPath(path, stroke=bool(stroke), fill=bool(fill))


def register(page: Any) -> None:
    for name, file in page.FONTS:
        pdfmetrics.registerFont(TTFont(name, file))


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    import page

    register(page)
    draw(page, sys.argv[2])
