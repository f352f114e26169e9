"""The evaluation on a phone: one page, nobody's name, safe on the phone until it is safe on the laptop."""

import re

from playwright.sync_api import Locator, expect

from imhtrainer.domain.evaluation import QUESTIONS, evaluation_items
from imhtrainer.domain.session.commands import GoTo, OpenEvaluation
from tests.room.page.conftest import DECK, NOW, Phone, PhoneMaker, Room, barriers

TITLE = "How was it for you?"
SMALL = {"viewport": {"width": 320, "height": 568}}


def begin(room: Room) -> None:
    room.go("calm")
    room.do(OpenEvaluation(NOW))


def scale(phone: Phone, item: int) -> Locator:
    return phone.page.locator(f"[aria-labelledby=item-{item}]")


def mark(phone: Phone, item: int, number: int) -> None:
    scale(phone, item).get_by_role("button", name=f"{number} of 5").click()


def ratings(room: Room) -> list[tuple[int, ...]]:
    return [form.ratings for form in room.session.state.forms]


def test_the_form_comes_by_itself_and_is_handed_in(room: Room, phone: Phone) -> None:
    room.go("calm")
    phone.scan()
    phone.miss(TITLE)
    room.do(OpenEvaluation(NOW))
    phone.see(TITLE)
    items = evaluation_items(room.session.state.plan)
    for text in (*items, *QUESTIONS):
        phone.see(text)
    expect(phone.page.locator("h1")).to_be_focused()
    for item in range(len(items)):
        mark(phone, item, 4)
    mark(phone, 1, 5)
    phone.page.get_by_label(QUESTIONS[1]).fill("The pauses")
    assert barriers(phone.page) == []
    phone.tap("Hand it in")
    phone.see("Handed in. Thank you!")
    assert barriers(phone.page) == []
    room.session.evaluations.close()
    phone.see(re.compile("You are in"))
    assert ratings(room) == [(4, 5, *(4,) * (len(items) - 2))]
    assert room.session.state.forms[0].comments[1] == "The pauses"


def test_what_was_written_outlives_a_reload_and_a_second_tap_takes_a_mark_away(
    room: Room, phone: Phone
) -> None:
    begin(room)
    phone.scan()
    mark(phone, 0, 2)
    mark(phone, 1, 3)
    mark(phone, 1, 3)
    phone.page.get_by_label(QUESTIONS[0]).fill("Wait longer")
    phone.page.reload()
    chosen = scale(phone, 0).locator("button[aria-pressed=true]")
    expect(chosen).to_have_text("2")
    expect(scale(phone, 1).locator("button[aria-pressed=true]")).to_have_count(0)
    expect(phone.page.get_by_label(QUESTIONS[0])).to_have_value("Wait longer")


def test_it_can_be_changed_until_it_closes_and_counts_once(room: Room, phone: Phone) -> None:
    begin(room)
    phone.scan()
    mark(phone, 0, 2)
    phone.tap("Hand it in")
    phone.see("Handed in. Thank you!")
    phone.page.reload()
    phone.see("Handed in. Thank you!")
    phone.tap("Change my answers")
    mark(phone, 0, 5)
    phone.tap("Hand in the changes")
    phone.see("Handed in. Thank you!")
    room.session.evaluations.close()
    assert [form[0] for form in ratings(room)] == [5]


def test_with_the_laptop_out_of_reach_it_is_kept_and_goes_out_by_itself(
    room: Room, phone: Phone
) -> None:
    begin(room)
    phone.scan()
    mark(phone, 0, 4)
    phone.context.set_offline(True)
    phone.tap("Hand it in")
    phone.see("Not handed in yet, trying")
    phone.context.set_offline(False)
    phone.see("Handed in. Thank you!")


def test_an_empty_form_is_asked_about_and_a_late_one_is_told(room: Room, phone: Phone) -> None:
    begin(room)
    phone.scan()
    phone.tap("Hand it in")
    phone.see("Tap a number or write something first.")
    mark(phone, 0, 1)
    room.session.evaluations.close()
    phone.see("The evaluation is closed")
    phone.see("Yours was not handed in. Tell the facilitator if you still want to.")
    phone.tap("All right")
    phone.see(re.compile("You are in"))
    assert ratings(room) == []


def test_a_question_that_opens_comes_first_and_the_form_waits(room: Room, phone: Phone) -> None:
    begin(room)
    phone.scan()
    mark(phone, 0, 3)
    place = next(at for at, each in enumerate(DECK.slides) if each.id == "check-1")
    room.do(GoTo(NOW, place, leave=True))
    phone.miss(TITLE)
    phone.see("A repair that builds trust")
    room.close_round()
    phone.see(TITLE)
    expect(scale(phone, 0).locator("button[aria-pressed=true]")).to_have_text("3")


def test_after_the_end_people_still_hand_in(room: Room, phone: Phone) -> None:
    begin(room)
    phone.scan()
    room.end()
    phone.see(TITLE)
    mark(phone, 0, 5)
    phone.tap("Hand it in")
    phone.see("Handed in. Thank you!")
    room.session.evaluations.close()
    phone.see("Thank you for coming")
    assert [form[0] for form in ratings(room)] == [5]


def test_on_the_smallest_phone_nothing_is_wider_than_the_screen(
    room: Room, phone_maker: PhoneMaker
) -> None:
    begin(room)
    phone = phone_maker(**SMALL).scan()
    phone.see(TITLE)
    wide = phone.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
    least = phone.page.evaluate(
        "Math.min(...[...document.querySelectorAll('.step')].map((b) => b.getBoundingClientRect().width))"
    )
    assert least >= 44
    assert barriers(phone.page) == []
