"""The big screen in words on a phone, for who cannot see it: turned on by hand, never ahead of the room."""

import re

from playwright.sync_api import expect

from imhtrainer.domain.session.commands import Next, SetScreen
from tests.room.page.conftest import DECK, NOW, Phone, Room, barriers


def turn_on(phone: Phone) -> None:
    phone.page.get_by_text("Your seat:").click()
    phone.tap("Read the big screen to me")
    phone.see("The big screen in words")


def test_a_phone_tells_each_slide_once_it_is_asked_to(room: Room, phone: Phone) -> None:
    room.go("calm")
    phone.scan()
    phone.miss("The big screen in words")
    turn_on(phone)
    log = phone.page.get_by_role("log")
    title = next("".join(run.text for run in s.title) for s in DECK.slides if s.id == "calm")
    expect(log).to_contain_text(title)
    expect(log).to_have_attribute("aria-live", "polite")
    room.do(SetScreen(NOW, "black"))
    expect(log).to_contain_text("The big screen shows no slide now.")
    room.do(Next(NOW))
    expect(log).to_contain_text(title)
    assert barriers(phone.page) == []


def test_the_answer_is_not_told_before_the_room_sees_it(room: Room, phone: Phone) -> None:
    room.go("check-1")
    phone.scan()
    turn_on(phone)
    log = phone.page.get_by_role("log")
    expect(log).to_contain_text("B: A repair that builds trust.")
    room.close_round()
    phone.see("This question is closed")
    expect(log).to_contain_text("A: Harm that is already done.")
    room.reveal_now()
    expect(log).not_to_contain_text("A: Harm that is already done.")
    expect(log).to_contain_text("B: A repair that builds trust.")


def test_it_is_remembered_over_a_refresh_and_can_be_turned_off(room: Room, phone: Phone) -> None:
    room.go("calm")
    phone.scan()
    turn_on(phone)
    phone.page.reload()
    phone.see("The big screen in words")
    phone.tap("Turn the words off")
    phone.miss("The big screen in words")
    phone.page.reload()
    phone.see(re.compile("Your seat:"))
    phone.miss("The big screen in words")
