"""Phones that sleep for minutes, and pages that somebody leaves while the laptop is out of reach."""

from datetime import timedelta

import pytest
from playwright.sync_api import Dialog

from tests.room.page.conftest import NOW, Phone, Room

HOLD_ANSWERS = """() => {
    window.before = fetch;
    window.fetch = async (...asked) => {
        const answer = await before(...asked);
        await new Promise(go => (window.release = go));
        return answer;
    };
}"""


def test_twenty_minutes_in_a_pocket_and_the_question_is_there_when_it_is_taken_out(
    room: Room, phone: Phone
) -> None:
    """The socket died without a word and the clock has leapt; no timer runs: waking alone brings the question."""
    phone.page.clock.install(time=NOW)
    phone.scan()
    room.go("calm")
    phone.see("Look up at the big screen.")
    phone.context.set_offline(True)
    room.go("check-1")
    phone.page.clock.pause_at(NOW + timedelta(minutes=20))
    phone.miss("A tired father")
    phone.context.set_offline(False)
    phone.see("A tired father")
    phone.tap("A repair that builds trust")
    phone.see("Saved at")
    assert room.answers("check-1") == [((1,), "")]


def test_what_was_on_its_way_when_the_network_went_does_not_say_that_it_is_back(
    room: Room, phone: Phone
) -> None:
    phone.scan()
    phone.page.evaluate(HOLD_ANSWERS)
    phone.page.evaluate("dispatchEvent(new Event('pageshow'))")
    phone.page.wait_for_function("Boolean(window.release)")
    phone.context.set_offline(True)
    phone.see("Trying again")
    phone.page.evaluate("release()")
    phone.page.wait_for_timeout(300)
    phone.see("Trying again")
    phone.page.evaluate("() => { fetch = before; }")
    phone.context.set_offline(False)
    phone.miss("Trying again")


@pytest.mark.parametrize("waking", ["visibilitychange", "resume", "pageshow"])
def test_a_frozen_page_whose_laptop_was_started_anew_goes_on_when_its_phone_wakes(
    room: Room, phone: Phone, waking: str
) -> None:
    """Chromium without a screen freezes no page, so timers are stopped by hand, and the phone's event is sent."""
    phone.page.clock.install(time=NOW)
    phone.scan()
    seat = phone.seat
    room.go("calm")
    phone.see("Look up at the big screen.")
    phone.page.clock.pause_at(NOW + timedelta(minutes=20))
    room.crash()
    room.come_back()
    room.go("check-1")
    phone.page.wait_for_timeout(300)
    phone.miss("A tired father")
    phone.page.evaluate("name => document.dispatchEvent(new Event(name))", waking)
    phone.see("A tired father")
    assert phone.seat == seat


@pytest.mark.parametrize("answered", [True, False])
def test_who_reloads_while_the_laptop_is_away_is_asked_only_where_an_answer_waits(
    room: Room, phone: Phone, answered: bool
) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    phone.page.on("dialog", stay)
    room.go("check-1")
    phone.scan()
    phone.context.set_offline(True)
    phone.see("Trying again")
    if answered:
        phone.tap("A repair that builds trust")
        phone.see("Not sent yet, trying")
    else:
        phone.page.locator("h1").click()
    phone.page.evaluate("setTimeout(() => location.reload(), 0)")
    phone.page.wait_for_timeout(500)
    waited = 500
    while answered and not asked and waited < 8000:
        phone.page.wait_for_timeout(100)
        waited += 100
    assert asked == (["beforeunload"] if answered else [])
    if answered:
        phone.context.set_offline(False)
        phone.see("Saved at")
        assert room.answers("check-1") == [((1,), "")]
        phone.page.reload()
        phone.see("Saved at")
        assert asked == ["beforeunload"]


def test_a_downward_swipe_does_not_load_the_page_again(phone: Phone) -> None:
    phone.scan()
    contained = "getComputedStyle(document.documentElement).overscrollBehaviorY"
    assert phone.page.evaluate(contained) == "contain"
