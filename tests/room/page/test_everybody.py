"""Everybody can use it: small phones, large letters, the dark, a keyboard alone, a screen reader."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Response, expect

from imhtrainer.resources import resource_path
from tests.room.page.conftest import Phone, PhoneMaker, Room, barriers

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SAVED = re.compile("Saved at")
Scene = Callable[[Room, Phone], None]


def _join(room: Room, phone: Phone) -> None:
    phone.page.goto(room.url)
    phone.see("Room code")


def _seat(room: Room, phone: Phone) -> None:
    _join(room, phone)
    phone.tap("I have a seat code")
    phone.page.get_by_label("Your seat code").fill("maple 999")
    phone.page.get_by_label("Room code").fill("0")
    phone.page.keyboard.press("Enter")
    phone.see("That is not the code")


def _name(room: Room, phone: Phone) -> None:
    room.invite("search")
    phone.scan()
    phone.page.get_by_label("Your first and last name").press_sequentially("fer")
    phone.see("Tap your name")


def _wait(room: Room, phone: Phone) -> None:
    room.go("calm")
    phone.scan()
    phone.page.get_by_text("Your seat:").click()


def _open(room: Room, phone: Phone) -> None:
    room.go("check-1")
    phone.scan()
    phone.tap(re.compile("A repair"))
    phone.see(SAVED)


def _unsent(room: Room, phone: Phone) -> None:
    room.go("check-1")
    phone.scan()
    phone.context.set_offline(True)
    phone.tap(re.compile("A repair"))
    phone.see("Not sent yet, trying")


def _closed(room: Room, phone: Phone) -> None:
    _open(room, phone)
    room.close_round()
    phone.see("This question is closed")


def _revealed(room: Room, phone: Phone) -> None:
    _open(room, phone)
    room.reveal()
    phone.see("The answer: B")


def _several(room: Room, phone: Phone) -> None:
    room.go("several")
    phone.scan()
    phone.tap(re.compile("Skin"))
    phone.see(SAVED)


def _rated(room: Room, phone: Phone) -> None:
    room.go("sure")
    phone.scan()
    phone.tap("4 of 5")
    phone.see(SAVED)


def _ordered(room: Room, phone: Phone) -> None:
    room.go("steps")
    phone.scan()
    phone.see("It is right as it stands")


def _words(room: Room, phone: Phone) -> None:
    room.go("word")
    phone.scan()
    phone.page.get_by_label("One to three words").fill("tired")
    phone.see(SAVED)


def _sitting(room: Room, phone: Phone) -> None:
    room.sit("pre")
    phone.scan()
    phone.tap(re.compile("Check that"))
    phone.see(SAVED)


def _over(room: Room, phone: Phone) -> None:
    room.go("calm")
    phone.scan()
    room.end()
    phone.see("Thank you for coming")


SCENES: dict[str, Scene] = {
    scene.__name__.strip("_"): scene
    for scene in (
        *(_join, _seat, _name, _wait, _open, _unsent, _closed, _revealed),
        *(_several, _rated, _ordered, _words, _sitting, _over),
    )
}


@pytest.mark.parametrize("scene", SCENES)
def test_every_view_is_for_everybody(room: Room, phone: Phone, scene: str) -> None:
    """Nothing for axe-core in both schemes; no sideways scroll at 320 px nor with letters of double size;
    everything to tap is at least 44 px high and wide."""
    SCENES[scene](room, phone)
    page = phone.page
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert barriers(page) == []
    page.set_viewport_size({"width": 320, "height": 568})
    assert _sideways(phone) == 0
    small = page.evaluate(
        "[...document.querySelectorAll('button, summary, input, textarea')].filter(e => e.offsetHeight < 44"
        " || e.offsetWidth < 44).map(e => e.outerHTML)"
    )
    assert small == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert _sideways(phone) == 0


def _sideways(phone: Phone) -> int:
    width = phone.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return int(width)


def test_the_dark_is_dark(phone_maker: PhoneMaker) -> None:
    phone = phone_maker(color_scheme="dark").scan()
    paper = phone.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(20, 32, 43)"


def test_a_keyboard_alone_joins_and_answers(room: Room, phone: Phone) -> None:
    room.go("check-1")
    phone.page.goto(room.url)
    keys = phone.page.keyboard
    keys.press("Tab")
    keys.type("4827")
    keys.press("Enter")
    phone.see("Checkpoint 1 of 4")
    expect(phone.page.get_by_role("heading", level=1)).to_be_focused()
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Space")
    phone.see(SAVED)
    assert phone.pressed() == ["B"]
    expect(phone.page.get_by_role("button", name=re.compile("A repair"))).to_be_focused()


def test_a_screen_reader_is_told_what_there_is(room: Room, phone: Phone) -> None:
    _open(room, phone)
    expect(phone.page.locator("main")).to_match_aria_snapshot("""
        - main:
          - paragraph: Checkpoint 1 of 4
          - heading "A tired father misreads his baby, notices, and comforts her. What does this show?" [level=1]
          - group "A tired father misreads his baby, notices, and comforts her. What does this show?":
            - button "A Harm that is already done"
            - button "B A repair that builds trust Your answer" [pressed]
            - button "C A sign to leave her alone"
          - paragraph: /Saved at/
          - paragraph: You can change it until the question closes.
          - button "Skip this question"
          - paragraph: Keep this page open. Look up for the answer.
    """)


def test_a_screen_reader_hears_little_and_only_news(room: Room, phone: Phone) -> None:
    phone.page.add_init_script(
        "heard = []; addEventListener('DOMContentLoaded', () => new MutationObserver(() => said.textContent &&"
        " heard.push(said.textContent)).observe(said, {childList: true}))"
    )
    room.go("check-1")
    phone.scan()
    phone.tap(re.compile("A repair"))
    phone.see(SAVED)
    room.close_round()
    phone.see("This question is closed")
    room.reveal_now()
    phone.see("The answer: B")
    phone.page.wait_for_timeout(150)
    assert phone.page.evaluate("heard") == ["Saved", "This question is closed", "The answer"]


def test_the_text_of_the_deck_is_marked_with_its_language(room: Room, phone: Phone) -> None:
    _open(room, phone)
    assert phone.page.locator("html").get_attribute("lang") == "en"
    assert phone.page.locator("h1").get_attribute("lang") == "en-US"


def test_the_page_is_light() -> None:
    """HTML, CSS and JavaScript without the fonts, as they lie there, neither minified nor packed."""
    files = [path for path in resource_path("web").glob("*.*") if path.is_file()]
    assert len(files) > 10
    assert sum(path.stat().st_size for path in files) < 60_000
    fonts = [path.stat().st_size for path in resource_path("web", "fonts").glob("*.woff2")]
    assert len(fonts) == 4
    assert sum(fonts) < 100_000


def test_little_goes_over_the_air_and_nearly_nothing_the_second_time(phone: Phone) -> None:
    answers: list[Response] = []

    def hear(answer: Response) -> None:
        answers.append(answer)

    phone.page.on("response", hear)
    phone.scan()
    phone.page.wait_for_load_state("networkidle")
    bodies = {each.url: each.request.sizes()["responseBodySize"] for each in answers}
    assert sum(size for url, size in bodies.items() if not url.endswith("woff2")) < 32_000
    answers.clear()
    phone.page.reload()
    phone.page.wait_for_load_state("networkidle")
    assert sum(each.request.sizes()["responseBodySize"] for each in answers) < 4_000


def test_the_page_works_without_its_fonts_and_has_no_script_or_style_inside() -> None:
    html = resource_path("web", "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|style=|<script>|\son\w+=", html)
    assert "Georgia" in resource_path("web", "page.css").read_text(encoding="utf-8")
    scripts = [path.read_text(encoding="utf-8") for path in resource_path("web").glob("*.js")]
    unsafe = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|randomUUID")
    newer = re.compile(r"\.at\(|replaceAll|structuredClone|findLast|hasOwn\(|\.groupBy|[?|&]{2}=")
    assert not [script for script in scripts if newer.search(script)]
    assert not [script for script in scripts if unsafe.search(re.sub(r"//.*|/\*\*.*", "", script))]
