"""Which zones are hidden: the layout, the child's ticks and the command line, and who wins."""

from __future__ import annotations

import pytest

from sopprint.errors import ExitCode, SopprintError
from sopprint.photo.shareboxes import read_boxes
from sopprint.photo.verdict import Verdict, Wishes, decide, require_known
from tests.photo.stubs import Poster


def verdict(poster: Poster, hide: tuple[str, ...] = (), show: tuple[str, ...] = ()) -> Verdict:
    readings = read_boxes(poster.squared(), poster.boxes())
    return decide(poster.blank, poster.privacy, readings, Wishes(hide, show))


def codes(found: Verdict) -> list[str]:
    return [finding.code for finding in found.findings]


def reason(found: Verdict, zone: str) -> str:
    return next(d.reason for d in found.decisions if d.zone == zone)


def test_the_red_circle_is_private_without_being_asked() -> None:
    found = verdict(Poster("safety-house"))
    assert found.hidden == ("red",)
    assert found.shown == ("inside", "outer", "rules", "path", "ask", "share")
    assert reason(found, "red") == "private"


def test_it_is_shown_when_named_and_that_is_told() -> None:
    found = verdict(Poster("safety-house"), show=("red",))
    assert found.hidden == ()
    assert "private-shown" in codes(found)


def test_kept_off_the_photo_wins_over_the_command_line() -> None:
    found = verdict(Poster("safety-house").tick("red", "Kept off the photo"), show=("red",))
    assert found.hidden == ("red",)
    assert reason(found, "red") == "kept-off"
    assert "kept-off" in codes(found)


def test_kept_blank_hides_nothing_more_and_nothing_less() -> None:
    assert verdict(Poster("safety-house").tick("red", "Kept blank"), show=("red",)).hidden == ()


def test_private_is_obeyed_in_any_language() -> None:
    assert verdict(Poster("three-houses").tick("worries", "Private")).hidden == ("worries",)
    assert verdict(Poster("three-houses", "es").tick("good", "Privado")).hidden == ("good",)


def test_private_may_be_overruled_by_name_with_a_warning() -> None:
    found = verdict(Poster("three-houses").tick("worries", "Private"), show=("worries",))
    assert found.hidden == ()
    (finding,) = found.findings
    assert (finding.level, finding.code, finding.zone) == ("warning", "against-poster", "worries")


def test_in_doubt_it_is_hidden() -> None:
    poster = Poster("three-houses")
    box = next(t.box for t in poster.boxes() if (t.zone, t.label) == ("good", "Private"))
    found = verdict(poster.lose(box.center.x, box.center.y, 60))
    assert found.hidden == ("good",)
    assert reason(found, "good") == "unclear"
    assert "box-unclear" in codes(found)


def test_what_is_not_permitted_is_hidden_once_somebody_used_the_boxes() -> None:
    found = verdict(Poster("safety-house").tick("share", "Inside").tick("share", "Path"))
    assert set(found.hidden) == {"red", "outer", "rules"}
    assert reason(found, "outer") == "not-permitted"
    assert codes(found) == []


def test_untouched_permissions_hide_nothing_and_are_told() -> None:
    found = verdict(Poster("safety-house"))
    assert codes(found) == ["no-permission"]


def test_ask_first_is_shown_with_a_warning_and_contradictions_are_hidden() -> None:
    asked = verdict(Poster("three-houses").tick("good", "Ask me first"))
    assert (asked.hidden, codes(asked)) == ((), ["ask-first"])
    both = verdict(Poster("three-houses").tick("good", "OK to share").tick("good", "Private"))
    assert (both.hidden, codes(both)) == (("good",), ["boxes-disagree"])


def test_hide_hides() -> None:
    found = verdict(Poster("three-houses"), hide=("dreams",))
    assert found.hidden == ("dreams",)
    assert reason(found, "dreams") == "asked"


@pytest.mark.parametrize(("hide", "show", "hint"), [(("wories",), (), "did you mean worries?"), ((), ("red",), "good")])
def test_unknown_zones_are_a_mistake(hide: tuple[str, ...], show: tuple[str, ...], hint: str) -> None:
    with pytest.raises(SopprintError) as caught:
        require_known(Wishes(hide, show), ("good", "worries", "dreams"))
    assert caught.value.exit_code is ExitCode.USAGE
    assert caught.value.diagnostics[0].code == "SP707"
    assert hint in caught.value.diagnostics[0].hints[0]


def test_hide_and_show_together_are_a_mistake() -> None:
    with pytest.raises(SopprintError, match="cannot be hidden and shown"):
        require_known(Wishes(("good",), ("good",)), ("good",))
