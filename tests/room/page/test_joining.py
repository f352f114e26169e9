"""Coming in: by the code on the projector, by name or without, and with a seat from another phone."""

import re

from playwright.sync_api import APIResponse, Route, expect

from imhtrainer.domain.session.commands import AdmitSeat, InvitePhones
from tests.room.page.conftest import CODE, NOW, PEOPLE, Phone, PhoneMaker, Room, barriers


def test_who_scans_the_code_is_in(phone: Phone) -> None:
    phone.scan()
    phone.see("You are in")
    phone.see(f"Connected, room {CODE}")
    phone.see("It Starts on Day 1")


def test_who_types_the_address_types_the_code(room: Room, phone: Phone) -> None:
    phone.page.goto(room.url)
    phone.page.get_by_label("Room code").fill("1111")
    phone.page.keyboard.press("Enter")
    phone.see("That is not the code of this room.")
    phone.page.get_by_label("Room code").fill(CODE)
    phone.tap("Next")
    phone.see("You are in")


def test_the_code_does_not_stay_in_the_address_bar(phone: Phone) -> None:
    phone.scan()
    assert CODE not in phone.page.url


def test_nobody_is_asked_for_a_name_unless_the_facilitator_wants_it(phone: Phone) -> None:
    phone.scan()
    expect(phone.page.get_by_text("Who are you?")).to_have_count(0)


def test_a_person_finds_the_own_name_and_is_signed_in(room: Room, phone: Phone) -> None:
    room.invite("search")
    phone.scan()
    phone.page.get_by_label("Your first and last name").press_sequentially("Fern")
    phone.tap("Ana Lucía Fernández de la Torre")
    phone.see("Welcome, Ana Lucía Fernández de la Torre")
    (seat,) = room.session.state.seats
    assert seat.attendee == "a1"
    assert [presence.attendee for presence in room.session.state.presences] == ["a1"]


def test_somebody_not_on_the_list_answers_while_the_facilitator_is_asked(
    room: Room, phone: Phone
) -> None:
    room.invite("typed")
    phone.scan()
    phone.page.get_by_label("Your first and last name").fill("Rosa Quintana")
    phone.tap("Join with this name")
    phone.see("The facilitator will confirm your name.")
    assert [seat.name for seat in room.session.state.waiting_seats] == ["Rosa Quintana"]


def test_a_name_may_be_left_out_and_given_later(room: Room, phone: Phone) -> None:
    room.invite("typed")
    phone.scan()
    phone.tap("Join without a name")
    phone.see("You are in")
    phone.page.reload()
    phone.see("You are in")
    phone.page.get_by_text(re.compile("Your seat:")).click()
    phone.tap("Add my name")
    phone.see("Who are you?")


def test_a_name_is_shown_as_it_was_written_and_never_run(room: Room, phone: Phone) -> None:
    room.invite("typed")
    phone.scan()
    phone.page.get_by_label("Your first and last name").fill("<img src=x onerror=alert(1)>")
    phone.tap("Join with this name")
    phone.see("<img src=x onerror=alert(1)>")
    assert phone.page.locator("img").count() == 0


def test_a_seat_moves_to_another_phone_and_the_old_one_says_so(
    room: Room, phone: Phone, phone_maker: PhoneMaker
) -> None:
    room.go("check-1")
    phone.scan()
    phone.tap(re.compile("A repair"))
    phone.see(re.compile("Saved at"))
    code = phone.seat
    other = phone_maker()
    other.page.goto(room.url)
    other.tap("I have a seat code")
    other.page.get_by_label("Room code").fill(CODE)
    other.page.get_by_label("Your seat code").fill(code.upper().replace(" ", "-"))
    other.tap("Go on with this seat")
    other.see("Your answer")
    assert other.pressed() == ["B"]
    phone.see("This phone has no seat here")
    phone.tap(f"Go on with seat {code} here")
    phone.see("Your answer")
    assert len(room.session.state.seats) == 1


def test_who_picks_up_somebody_elses_phone_can_leave_the_seat(phone: Phone) -> None:
    phone.scan()
    code = phone.seat
    phone.page.get_by_text(re.compile("Your seat:")).click()
    phone.tap("This is not me")
    phone.tap("Yes, leave")
    phone.tap("Next")
    phone.see("You are in")
    assert phone.seat != code


def test_a_wrong_seat_code_is_said(room: Room, phone: Phone) -> None:
    phone.page.goto(room.url)
    phone.tap("I have a seat code")
    phone.page.get_by_label("Room code").fill(CODE)
    phone.page.get_by_label("Your seat code").fill("maple 999")
    phone.page.keyboard.press("Enter")
    phone.see("No seat has that code.")


def test_a_person_corrects_the_spelling_that_is_printed(room: Room, phone: Phone) -> None:
    room.invite("typed")
    phone.scan()
    phone.page.get_by_label("Your first and last name").fill("bao tran")
    phone.tap("Join with this name")
    phone.see("Bảo Trần")
    phone.tap("Correct the spelling")
    field = phone.page.get_by_label("Name on your certificate")
    field.fill("Somebody Else")
    phone.tap("Save my name")
    phone.see("Only the facilitator can put this name in.")
    field.fill("Bảo TRẦN")
    phone.tap("Save my name")
    phone.see("Welcome, Bảo TRẦN")
    assert [person.name for person in room.session.state.roster][1] == "Bảo TRẦN"


def test_who_corrects_the_spelling_before_the_name_is_known_to_be_saved_goes_on(
    room: Room, phone: Phone
) -> None:
    held: list[tuple[Route, APIResponse]] = []
    phone.page.route("**/api/name", lambda route: held.append((route, route.fetch())))
    room.invite("typed")
    phone.scan()
    phone.page.get_by_label("Your first and last name").fill("bao tran")
    phone.tap("Join with this name")
    phone.see("Bảo Trần")
    phone.tap("Correct the spelling")
    ((route, response),) = held
    with phone.page.expect_response("**/api/name"):
        route.fulfill(response=response)
    phone.page.wait_for_timeout(200)
    phone.page.get_by_label("Name on your certificate").fill("Bảo TRẦN")


def test_a_laptop_with_a_new_address_is_joined_there_with_the_seat_code(
    room: Room, phone: Phone
) -> None:
    room.go("check-1")
    phone.scan()
    code = phone.seat
    phone.page.clock.install()
    room.move("127.0.0.2")
    for _ in range(4):
        phone.page.clock.run_for(10_000)
        phone.see("Trying again …")
    phone.see(f"open it and use your seat code {code}")
    phone.page.goto(room.url)
    phone.tap("I have a seat code")
    phone.page.get_by_label("Room code").fill(CODE)
    phone.page.get_by_label("Your seat code").fill(code)
    phone.tap("Go on with this seat")
    phone.see("Checkpoint 1 of 4")
    assert phone.seat == code


def test_a_seat_taken_back_by_an_old_code_says_what_is_wrong(
    room: Room, phone: Phone, phone_maker: PhoneMaker
) -> None:
    phone.scan()
    code = phone.seat
    other = phone_maker()
    other.page.goto(room.url)
    other.tap("I have a seat code")
    other.page.get_by_label("Room code").fill(CODE)
    other.page.get_by_label("Your seat code").fill(code)
    other.tap("Go on with this seat")
    phone.see("This phone has no seat here")
    room.do(InvitePhones(NOW, "9999"))
    phone.tap(f"Go on with seat {code} here")
    phone.see("That is not the code of this room.")
    phone.page.get_by_label("Room code").fill("9999")
    phone.tap("Go on with this seat")
    phone.see("You are in")
    other.see("This phone has no seat here")


def test_a_confirmed_walk_in_is_told_without_a_touch(room: Room, phone: Phone) -> None:
    room.invite("typed")
    phone.scan()
    phone.page.get_by_label("Your first and last name").fill("Rosa Quintana")
    phone.tap("Join with this name")
    phone.see("The facilitator will confirm your name.")
    room.do(AdmitSeat(NOW, phone.seat, "a9"))
    phone.miss("The facilitator will confirm your name.")
    phone.see("Name on your certificate:")


def test_a_person_finds_the_own_name_right_and_the_record_says_so(room: Room, phone: Phone) -> None:
    room.invite("typed")
    phone.page.goto(f"{room.url}/?code={CODE}")
    phone.page.get_by_label("Your first and last name").fill(PEOPLE[0].name)
    phone.tap("Join with this name")
    phone.tap("Yes, print it like this")
    phone.see("You have confirmed the spelling.")
    assert barriers(phone.page) == []
    assert room.session.state.spelling_confirmed("a1")
    phone.page.reload()
    phone.see("You have confirmed the spelling.")
