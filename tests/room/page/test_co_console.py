"""The co-facilitator's console in a real browser: a tablet and a phone, light and dark, keyboard and bad air."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import expect

from imhtrainer.domain.events import Ease
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import (
    CountHands,
    DismissCoFacilitators,
    EaseRoom,
    InviteCoFacilitator,
    Next,
)
from imhtrainer.resources import resource_path
from tests.room.page.conftest import DECK, NOW, Phone, PhoneMaker, Room, barriers

CO_CODE = "K7QM2R9TPX"
TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 390, "height": 844}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def come_in(room: Room, device: Phone, slide: str = "calm") -> Phone:
    """Scan the code on the facilitator's laptop and come in."""
    room.do(InviteCoFacilitator(NOW, CO_CODE))
    room.go(slide)
    device.page.goto(f"{room.url}/co#{CO_CODE}")
    device.tap("Come in")
    device.see(re.compile("The room sees"))
    return device


def _one_colour(state: SessionState, slide: int, step: int) -> bytes:
    """A picture that tells which slide it is by its red."""
    made = BytesIO()
    Image.new("RGB", (96, 54), (slide * 20, 90, 160)).save(made, "WEBP", lossless=True)
    return made.getvalue()


RED = """kind => {
    const place = document.querySelector(`canvas.${kind}`);
    if (!place) return -1;
    const dot = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    dot.drawImage(place, 0, 0, 1, 1);
    return dot.getImageData(0, 0, 1, 1).data[0];
}"""


def seen_red(device: Phone, kind: str, wanted: int) -> int:
    """The red of a picture on the page, once it is the wanted one or a few seconds have passed."""
    for _ in range(50):
        if (red := int(device.page.evaluate(RED, kind))) == wanted:
            break
        device.page.wait_for_timeout(100)
    return red


@pytest.fixture
def tablet(phone_maker: PhoneMaker) -> Phone:
    return phone_maker(viewport=TABLET)


def _joins(room: Room, device: Phone) -> None:
    device.page.goto(f"{room.url}/co")
    device.page.get_by_label("Co-facilitator’s code").fill("AAAAA-BBBBB")
    device.tap("Come in")
    device.see("This is not the co-facilitator’s code")


def _steers(room: Room, device: Phone) -> None:
    come_in(room, device)


def _votes(room: Room, device: Phone) -> None:
    come_in(room, device, "check-1")
    room.do(CountHands(NOW, 1, 7))
    device.see("7 have answered")


def _is_asked(room: Room, device: Phone) -> None:
    come_in(room, device, "check-1")
    device.page.get_by_role("button", name="Next", exact=True).click()
    device.see("Move on without it?")


def _signs_in(room: Room, device: Phone) -> None:
    come_in(room, device)
    device.page.get_by_role("tab", name="Sign-in").click()
    device.see("Ana Lucía Fernández de la Torre")


def _browses(room: Room, device: Phone) -> None:
    come_in(room, device)
    device.page.get_by_role("tab", name="Slides").click()
    device.page.get_by_role("button", name=re.compile(DECK.slides[1].label)).first.click()
    device.see("Show it to the room")


def _gives_a_break(room: Room, device: Phone) -> None:
    come_in(room, device)
    device.page.get_by_role("tab", name="Room").click()
    device.tap("10 min")
    device.see(re.compile("Break: (10:00|9:5.) left"))


def _reads_captions(room: Room, device: Phone) -> None:
    room.server.paint_by(_one_colour)
    come_in(room, device)
    room.do(EaseRoom(NOW, Ease(captions=True)))
    device.see("Next line")


SCENES: dict[str, Callable[[Room, Phone], None]] = {
    scene.__name__.strip("_"): scene
    for scene in (
        *(_joins, _steers, _votes, _is_asked, _signs_in, _browses),
        *(_gives_a_break, _reads_captions),
    )
}


@pytest.mark.parametrize("scene", SCENES)
def test_every_view_is_for_everybody(room: Room, tablet: Phone, scene: str) -> None:
    """Nothing for axe-core in both schemes and both sizes, no sideways scroll, nothing too small to tap."""
    SCENES[scene](room, tablet)
    page = tablet.page
    for size in (TABLET, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert barriers(page) == []
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0
    small = page.evaluate(
        "[...document.querySelectorAll('button, input')].filter(e => e.offsetHeight < 44 ||"
        " e.offsetWidth < 44).map(e => e.outerHTML)"
    )
    assert small == []


def test_next_on_the_tablet_moves_the_room_and_shows_the_notes_of_what_it_sees(
    room: Room, tablet: Phone
) -> None:
    come_in(room, tablet)
    before = (room.session.state.slide, room.session.state.step)
    tablet.page.get_by_role("button", name="Next", exact=True).click()
    place = room.session.state.plan.slides[before[0] + 1]
    expect(tablet.page.locator(".stage h1")).not_to_be_empty()
    tablet.see(re.compile(re.escape(next(s for s in DECK.slides if s.id == place.id).label)))
    assert (room.session.state.slide, room.session.state.step) != before


def test_the_laptop_moves_and_the_tablet_follows(room: Room, tablet: Phone) -> None:
    come_in(room, tablet)
    room.do(Next(NOW))
    title = tablet.page.locator(".stage h1")
    moved = room.session.state.here.id
    expect(title).to_have_text(
        "".join(run.text for s in DECK.slides if s.id == moved for run in s.title)
    )


def test_the_code_stands_in_no_address_afterwards(room: Room, tablet: Phone) -> None:
    come_in(room, tablet)
    assert CO_CODE not in tablet.page.url
    assert not any(CO_CODE in url for url in tablet.asked if "#" not in url)


def test_a_checkpoint_without_answers_is_asked_about_before_moving_on(
    room: Room, tablet: Phone
) -> None:
    _is_asked(room, tablet)
    here = room.session.state.slide
    tablet.tap("Stay here")
    tablet.miss("Move on without it?")
    assert room.session.state.slide == here
    tablet.page.get_by_role("button", name="Next", exact=True).click()
    tablet.tap("Move on")
    expect(tablet.page.locator(".vote")).to_be_visible()
    tablet.miss("Move on without it?")
    assert room.session.state.slide == here + 1


def test_hands_are_counted_quickly_and_the_last_number_stands(room: Room, tablet: Phone) -> None:
    come_in(room, tablet, "check-1")
    more = tablet.page.get_by_role("button", name="One more hand for B")
    for _ in range(5):
        more.click()
    tablet.page.get_by_label("Hands for A").fill("3")
    tablet.page.keyboard.press("Tab")
    tablet.see("8 have answered")
    question = room.session.state.question("check-1")
    assert question is not None
    assert question.last is not None
    assert question.last.hands == (3, 5, 0)
    tablet.tap("Close the vote")
    tablet.see(re.compile("63 % right: let pairs talk"))
    tablet.tap("Show the answer")
    tablet.see("The room has seen the answer")


def test_a_walk_in_is_signed_in_at_the_desk(room: Room, tablet: Phone) -> None:
    _signs_in(room, tablet)
    tablet.tap("Sign in Bảo Trần")
    tablet.see("1 of 2 are here")
    tablet.page.get_by_label("Find a person, or write a new name").fill("Cy Young")
    tablet.see("Nobody of that name is on the roster.")
    tablet.tap("Sign in “Cy Young” as a walk-in")
    tablet.see("2 of 3 are here")
    assert [person.name for person in room.session.state.roster][-1] == "Cy Young"


def test_a_slide_is_looked_at_before_the_room_sees_it(room: Room, tablet: Phone) -> None:
    come_in(room, tablet)
    here = room.session.state.slide
    _browses_to_first(tablet)
    assert room.session.state.slide == here
    tablet.tap("Show it to the room")
    expect(tablet.page.get_by_role("tab", name="Notes")).to_have_attribute("aria-selected", "true")
    assert room.session.state.slide == 0


def _browses_to_first(device: Phone) -> None:
    device.page.get_by_role("tab", name="Slides").click()
    device.page.get_by_label("Find a slide by number or word").fill("1")
    device.page.locator(".entry").first.click()


def test_the_slide_and_the_next_one_are_seen_and_follow_the_room(room: Room, tablet: Phone) -> None:
    room.server.paint_by(_one_colour)
    come_in(room, tablet)
    here = room.session.state.slide
    page = tablet.page
    assert seen_red(tablet, "now", here * 20) == here * 20
    assert seen_red(tablet, "next", (here + 1) * 20) == (here + 1) * 20
    expect(page.locator("canvas.now")).to_have_attribute("aria-label", re.compile(r"\S"))
    tablet.asked.clear()
    page.get_by_role("button", name="Next", exact=True).click()
    assert seen_red(tablet, "now", (here + 1) * 20) == (here + 1) * 20
    assert seen_red(tablet, "next", (here + 2) * 20) == (here + 2) * 20
    pictures = [url for url in tablet.asked if "api/picture" in url]
    assert [url for url in pictures if f"slide={here + 1}&" in url] == []
    assert all("token" not in url for url in pictures)


def test_a_room_without_pictures_is_steered_by_titles(room: Room, tablet: Phone) -> None:
    come_in(room, tablet)
    expect(tablet.page.locator("canvas")).to_have_count(0)
    assert not [url for url in tablet.asked if "api/picture" in url]


def test_time_and_captions_are_in_the_second_persons_hands(room: Room, tablet: Phone) -> None:
    come_in(room, tablet)
    tablet.tap("Taking a question")
    expect(tablet.page.get_by_role("button", name="Taking a question")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert room.session.state.asking is not None
    tablet.tap("Taking a question")
    tablet.page.get_by_role("tab", name="Room").click()
    tablet.page.get_by_role("button", name="5 min", exact=True).click()
    tablet.tap("+ 1 min")
    tablet.see(re.compile("Break: (6:00|5:5.) left"))
    tablet.tap("Go on")
    tablet.miss("Break: ")
    assert [round(each.minutes) for each in room.session.state.breaks] == [6]
    for what in ("Large print", "Strong contrast", "Captions"):
        tablet.page.get_by_role("button", name=what, exact=True).click()
        pressed = tablet.page.get_by_role("button", name=what, exact=True)
        expect(pressed).to_have_attribute("aria-pressed", "true")
    assert room.session.state.ease == Ease(large=True, contrast=True, captions=True)
    tablet.tap("Next line")
    expect(tablet.page.get_by_role("button", name="Line back")).not_to_have_attribute(
        "aria-disabled", "true"
    )
    assert room.session.state.caption == 1


def test_a_keyboard_alone_steers(room: Room, tablet: Phone) -> None:
    come_in(room, tablet)
    page, before = tablet.page, room.session.state.slide
    page.locator("body").press("ArrowRight")
    expect(page.locator(".stage .label")).not_to_contain_text(f"sees {before + 1} ")
    moved = (room.session.state.slide, room.session.state.step)
    page.get_by_role("tab", name="Notes").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Sign-in")).to_be_focused()
    assert (room.session.state.slide, room.session.state.step) == moved


def test_offline_nothing_is_done_and_back_online_it_goes_on(room: Room, tablet: Phone) -> None:
    come_in(room, tablet).see("Connected")
    tablet.context.set_offline(True)
    tablet.see("No connection. What you see may be old.")
    here = room.session.state.slide
    tablet.page.get_by_role("button", name="Next", exact=True).click(force=True)
    assert room.session.state.slide == here
    tablet.context.set_offline(False)
    tablet.see("Connected")
    tablet.page.get_by_role("button", name="Next", exact=True).click()
    tablet.see(re.compile("The room sees"))
    expect(tablet.page.locator(".stage .label")).not_to_contain_text(f"sees {here + 1} ")


def test_a_withdrawn_code_ends_the_console_at_once(room: Room, tablet: Phone) -> None:
    come_in(room, tablet)
    room.do(DismissCoFacilitators(NOW))
    tablet.see("This device is not in any more.")
    expect(tablet.page.get_by_text("The room sees")).to_have_count(0)
    tablet.page.reload()
    tablet.see("Help to facilitate")


def test_the_console_is_light_and_has_no_script_or_style_inside() -> None:
    files = sorted(resource_path("web", "co").iterdir())
    assert sum(path.stat().st_size for path in files) < 48_000
    html = resource_path("web", "co", "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|style=|<script>|\son\w+=", html)
    scripts = [path.read_text(encoding="utf-8") for path in files if path.suffix == ".js"]
    unsafe = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|randomUUID")
    assert not [script for script in scripts if unsafe.search(script)]
