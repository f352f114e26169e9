"""A tap is the answer; it is safe when the page says so, whatever the network, the tabs and the laptop do."""

import re
from itertools import count

import pytest
from playwright.sync_api import Route, expect

from tests.room.page.conftest import Phone, PhoneMaker, Room

SAVED = re.compile("Saved at 10:26")
REPAIR = re.compile("A repair")
HARM = re.compile("Harm")


@pytest.fixture
def asked(room: Room, phone: Phone) -> Phone:
    """A phone before the first checkpoint."""
    room.go("check-1")
    return phone.scan()


def test_a_tap_is_the_answer(room: Room, asked: Phone) -> None:
    asked.tap(REPAIR)
    asked.see(SAVED)
    asked.see("You can change it until the question closes.")
    assert asked.pressed() == ["B"]
    assert room.answers("check-1") == [((1,), "")]


def test_the_last_tap_counts_and_nobody_counts_twice(room: Room, asked: Phone) -> None:
    for name in (REPAIR, HARM, REPAIR, HARM):
        asked.tap(name)
    asked.see(SAVED)
    assert asked.pressed() == ["A"]
    assert room.answers("check-1") == [((0,), "")]


def test_saved_is_said_only_when_the_room_said_so(asked: Phone) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    asked.page.route("**/api/answers", hold)
    asked.tap(REPAIR)
    asked.see("Saving …")
    asked.miss("Saved at")
    held[0].continue_()
    asked.see(SAVED)


def test_skipping_is_an_answer_too(room: Room, asked: Phone) -> None:
    asked.tap("Skip this question")
    asked.see("Skipped. That is fine.")
    assert room.answers("check-1") == [((), "")]
    asked.tap(REPAIR)
    asked.see(SAVED)


def test_a_question_comes_by_itself_and_goes_again(room: Room, phone: Phone) -> None:
    phone.scan()
    room.go("check-1")
    phone.see("Checkpoint 1 of 4")
    room.go("calm")
    phone.see("Look up at the big screen.")


def test_an_answer_without_network_waits_and_is_sent_by_itself(room: Room, asked: Phone) -> None:
    asked.page.wait_for_load_state("networkidle")
    asked.context.set_offline(True)
    asked.tap(REPAIR)
    asked.see("Not sent yet, trying")
    asked.see("Trying again …")
    assert room.answers("check-1") == []
    asked.context.set_offline(False)
    asked.see(SAVED)
    asked.see(re.compile("Connected"))
    assert room.answers("check-1") == [((1,), "")]


def test_an_unsent_answer_outlives_a_closed_tab(room: Room, asked: Phone) -> None:
    asked.page.route("**/api/answers", lambda route: route.abort())
    asked.tap(REPAIR)
    asked.see("Not sent yet, trying")
    asked.page.close()
    asked.page = asked.context.new_page()
    asked.page.goto(room.url)
    asked.see(SAVED)
    assert room.answers("check-1") == [((1,), "")]


def test_an_answer_whose_acknowledgement_was_lost_is_one_answer(room: Room, asked: Phone) -> None:
    tries = count()

    def lose_the_first(route: Route) -> None:
        if next(tries) == 0:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    asked.page.route("**/api/answers", lose_the_first)
    asked.tap(REPAIR)
    asked.see(SAVED)
    assert next(tries) == 2
    assert room.answers("check-1") == [((1,), "")]


def test_a_reload_keeps_seat_and_answer(room: Room, asked: Phone) -> None:
    asked.tap(REPAIR)
    asked.see(SAVED)
    code = asked.seat
    asked.page.reload()
    asked.see(SAVED)
    assert asked.pressed() == ["B"]
    assert asked.seat == code
    assert len(room.session.state.seats) == 1


def test_two_tabs_of_one_phone_show_the_same(room: Room, asked: Phone) -> None:
    other = Phone(asked.context, room, asked.context.new_page())
    other.page.goto(room.url)
    other.see("Tap an answer.")
    asked.tap(HARM)
    expect(other.page.locator("button[aria-pressed=true]")).to_contain_text("Harm")
    other.tap(REPAIR)
    expect(asked.page.locator("button[aria-pressed=true]")).to_contain_text("A repair")
    assert room.answers("check-1") == [((1,), "")]


def test_a_phone_goes_on_when_the_program_was_started_again(room: Room, asked: Phone) -> None:
    asked.tap(HARM)
    asked.see(SAVED)
    room.crash()
    asked.tap(REPAIR)
    asked.see("Not sent yet, trying")
    room.come_back()
    asked.see(SAVED)
    assert room.answers("check-1") == [((1,), "")]


def test_without_a_websocket_the_page_asks_for_itself(room: Room, phone_maker: PhoneMaker) -> None:
    phone = phone_maker()
    phone.page.add_init_script("delete window.WebSocket")
    phone.scan()
    room.go("check-1")
    phone.see("Checkpoint 1 of 4")


def test_a_phone_that_wakes_up_is_up_to_date_at_once(room: Room, phone: Phone) -> None:
    dead = "window.WebSocket = class { static OPEN = 1; readyState = 1; close() {} }"
    phone.page.add_init_script(dead)
    phone.scan()
    room.go("check-1")
    phone.page.evaluate("window.dispatchEvent(new Event('pageshow'))")
    phone.see("Checkpoint 1 of 4")


def test_after_the_close_an_answer_is_only_read(room: Room, asked: Phone) -> None:
    asked.tap(REPAIR)
    asked.see(SAVED)
    room.close_round()
    asked.see("This question is closed")
    asked.see("Your answer is saved.")
    expect(asked.page.locator("button.choice")).to_have_count(0)


def test_a_tap_that_came_too_late_is_told_and_the_earlier_answer_stays(
    room: Room, asked: Phone
) -> None:
    asked.tap(REPAIR)
    asked.see(SAVED)
    asked.context.set_offline(True)
    asked.tap(HARM)
    room.close_round()
    asked.context.set_offline(False)
    asked.see("The question closed first")
    expect(asked.page.locator(".chosen")).to_contain_text("A repair")
    assert room.answers("check-1") == [((1,), "")]


def test_the_right_answer_does_not_leave_the_laptop_before_the_reveal(
    room: Room, phone: Phone
) -> None:
    told: list[str] = []
    phone.page.on("response", lambda answer: told.append(answer.url))
    phone.page.on(
        "websocket", lambda ws: ws.on("framereceived", lambda said: told.append(str(said)))
    )
    room.go("check-1")
    phone.scan()
    phone.tap(HARM)
    phone.see(SAVED)
    room.close_round()
    phone.see("This question is closed")
    secret = ("Everyday misses", "does no harm", '"right"', "was_right")
    assert not [word for word in secret if word in phone.page.content() + "".join(told)]


def test_the_reveal_says_the_answer_and_what_the_room_chose(
    room: Room, asked: Phone, phone_maker: PhoneMaker
) -> None:
    asked.tap(REPAIR)
    asked.see(SAVED)
    other = phone_maker().scan()
    other.tap(HARM)
    other.see(SAVED)
    room.reveal()
    for each in (asked, other):
        each.see("The answer: B")
        right = each.page.locator("li.right")
        expect(right).to_contain_text("Right answer")
        expect(right).to_contain_text("1 of 2")
    asked.see("You saw it, too.")
    other.see("A good one to think about. Here is why:")
    expect(other.page.locator("li", has_text="Harm")).to_contain_text("Your answer")
