from __future__ import annotations

import re

import pytest

from sopprint.draw.svg import SvgError, read
from sopprint.draw.svgstyle import press_value
from sopprint.geometry import Box


def art(body: str, head: str = 'viewBox="0 0 100 50"'):
    return read(f'<svg xmlns="http://www.w3.org/2000/svg" {head}>\n{body}\n</svg>'.encode())


def only(body: str):
    (shape,) = art(body).shapes
    return shape


def test_view_box_or_width_and_height():
    assert art("").view == Box(0, 0, 100, 50)
    assert art("", 'width="30px" height="20"').view == Box(0, 0, 30, 20)
    assert art("", 'viewBox="-5,-5 10 10" width="2in"').view == Box(-5, -5, 5, 5)


@pytest.mark.parametrize(
    ("body", "box"),
    [
        ('<rect x="1" y="2" width="10" height="5"/>', (1, 2, 11, 7)),
        ('<circle cx="10" cy="10" r="4"/>', (6, 6, 14, 14)),
        ('<ellipse cx="10" cy="10" rx="4" ry="2"/>', (6, 8, 14, 12)),
        ('<polygon points="0,0 10,0 10 8"/>', (0, 0, 10, 8)),
        ('<polyline points="0 0 3 9"/>', (0, 0, 3, 9)),
        ('<line x1="1" y1="1" x2="4" y2="5" stroke="black"/>', (1, 1, 4, 5)),
        ('<path d="M1 1h4v4z"/>', (1, 1, 5, 5)),
    ],
)
def test_every_shape(body, box):
    assert only(body).path.bounds() == Box(*box)


def test_transforms_apply_from_the_last_to_the_first_and_nest():
    shape = only(
        '<g transform="translate(10 0)"><rect transform="translate(5,5) scale(2)" width="4" height="4" stroke="#000"'
        ' stroke-width="3"/></g>'
    )
    assert shape.path.bounds() == Box(15, 5, 23, 13)
    assert shape.width == pytest.approx(6)


def test_rotation_about_a_point():
    box = only('<rect x="10" y="10" width="10" height="2" transform="rotate(90 10 10)"/>').path.bounds()
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((8, 10, 10, 20))


def test_paint_is_inherited_and_style_wins_over_attributes():
    shape = only('<g fill="#f00" fill-rule="evenodd"><rect width="1" height="1" fill="blue" style="fill: #0f0"/></g>')
    assert shape.fill.hex == "#00FF00"
    assert shape.even_odd
    assert shape.stroke is None
    assert only('<rect width="1" height="1"/>').fill.press == (0, 0, 0, 100)


def test_what_paints_nothing_is_left_out():
    body = (
        '<rect width="0" height="4"/><rect width="4" height="4" fill="none"/><title>t</title><metadata><x/></metadata>'
    )
    assert art(body).shapes == ()


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<text>hi</text>", "<text>"),
        ("<script>1</script>", "<script>"),
        ('<image href="a.png"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ("<style>a{}</style>", "<style>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<defs><linearGradient/></defs>", "<linearGradient>"),
        ('<g filter="url(#f)"/>', "filter"),
        ('<g style="filter:url(#f)"/>', "filter"),
        ('<g clip-path="url(#f)"/>', "clip-path"),
        ('<rect class="a" width="1" height="1"/>', "class"),
        ('<g onclick="x()"/>', "onclick"),
        ('<rect width="1" height="1" fill="url(#g)"/>', "url(#g)"),
        ('<rect width="1" height="1" fill="rebeccapurple"/>', "rebeccapurple"),
        ('<g opacity="0.5"/>', "opacity"),
        ('<rect width="50%" height="1"/>', "50%"),
        ('<path d="10 10"/>', "<path>"),
        ('<g transform="skewX(4)"/>', "skewX"),
        ('<svg viewBox="0 0 1 1"/>', "inside another"),
    ],
)
def test_what_is_outside_the_subset_is_refused_by_name_and_line(body, named):
    with pytest.raises(SvgError, match=re.escape(named)) as caught:
        art(body)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
        '<?xml-stylesheet href="a.css"?>',
    ],
)
def test_nothing_outside_the_file_is_ever_named(head):
    with pytest.raises(SvgError, match="not allowed"):
        read(f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'.encode())


def test_limits():
    with pytest.raises(SvgError, match="larger"):
        read(b" " * 500_001)
    with pytest.raises(SvgError, match="5000 elements"):
        art("<g/>" * 5001)
    with pytest.raises(SvgError, match="deep"):
        art("<g>" * 60 + "</g>" * 60)
    with pytest.raises(SvgError, match="segments"):
        art('<polyline points="' + "0 0 " * 100_001 + '"/>')


def test_not_xml_and_not_art():
    with pytest.raises(SvgError, match="well-formed"):
        read(b"<svg viewBox='0 0 1 1'>")
    with pytest.raises(SvgError, match="neither"):
        read(b"\xff\xd8\xff\xe0 JFIF")
    with pytest.raises(SvgError, match="<html>"):
        read(b"<html/>")
    with pytest.raises(SvgError, match="viewBox"):
        art("", "")


@pytest.mark.parametrize(
    ("rgb", "cmyk"),
    [
        ((0, 0, 0), (0, 0, 0, 100)),
        ((1, 1, 1), (0, 0, 0, 0)),
        ((0.5, 0.5, 0.5), (0, 0, 0, 50)),
        ((1, 0, 0), (0, 100, 100, 0)),
        ((0.5, 0.25, 0.25), (0, 50, 50, 50)),
    ],
)
def test_press_value_lets_black_replace_grey(rgb, cmyk):
    assert press_value(*rgb) == pytest.approx(cmyk)


def test_press_value_keeps_to_the_ink_limit():
    assert sum(press_value(0, 0, 0.1)) == pytest.approx(240)
