"""Every kind of item is answered by taps or words, saved as one goes, and shown when it is revealed."""

import re

from playwright.sync_api import expect

from tests.room.page.conftest import Phone, Room

SAVED = re.compile("Saved at")


def test_several_choices_go_on_and_off(room: Room, phone: Phone) -> None:
    room.go("several")
    phone.scan()
    for name in ("Skin to skin", "Loud music", "A slow walk", "Loud music"):
        phone.tap(re.compile(name))
    phone.see(SAVED)
    assert phone.pressed() == ["A", "C"]
    assert room.answers("several") == [((0, 2), "")]
    room.reveal()
    phone.see("The answer: A, C")
    expect(phone.page.locator("li.right")).to_have_count(2)


def test_true_or_false_is_one_tap(room: Room, phone: Phone) -> None:
    room.go("spoil")
    phone.scan()
    phone.tap(re.compile("False"))
    phone.see(SAVED)
    assert room.answers("spoil") == [((1,), "")]


def test_a_rating_is_one_tap_between_two_ends(room: Room, phone: Phone) -> None:
    room.go("sure")
    phone.scan()
    phone.see("1 = Not sure at all")
    phone.see("5 = Very sure")
    phone.tap("4 of 5")
    phone.see(SAVED)
    assert room.answers("sure") == [((3,), "")]
    room.close_round()
    phone.see("Thank you. Look up at the big screen.")
    room.reveal_now()
    expect(phone.page.locator("li.result").nth(3)).to_contain_text("1 of 1")
    expect(phone.page.locator("li.right")).to_have_count(0)


def test_things_are_put_in_order_with_buttons_that_keep_the_keyboard(
    room: Room, phone: Phone
) -> None:
    room.go("steps")
    phone.scan()
    rows = phone.page.locator("li.row .text")
    shown = rows.all_inner_texts()
    last = phone.page.get_by_role("button", name=f"Move up: {shown[3]}")
    last.focus()
    phone.page.keyboard.press("Enter")
    expect(rows.nth(2)).to_have_text(shown[3])
    expect(last).to_be_focused()
    phone.page.keyboard.press("Enter")
    expect(rows.nth(1)).to_have_text(shown[3])
    phone.see(SAVED)
    assert room.answers("steps") == [((0, 3, 1, 2), "")]
    room.reveal()
    phone.see("The right order")
    expect(phone.page.locator("li.result .text")).to_have_text(
        ["Notice", "Respond", "Name it", "Take turns"]
    )


def test_an_order_that_is_right_already_needs_one_tap(room: Room, phone: Phone) -> None:
    room.go("steps")
    phone.scan()
    phone.tap("It is right as it stands")
    phone.see(SAVED)
    assert room.answers("steps") == [((0, 1, 2, 3), "")]


def test_words_are_saved_while_somebody_writes(room: Room, phone: Phone) -> None:
    room.go("word")
    phone.scan()
    field = phone.page.get_by_label("One to three words")
    field.press_sequentially("tired, <b>proud</b>")
    phone.see(SAVED)
    expect(field).to_be_focused()
    assert room.answers("word") == [((), "tired, <b>proud</b>")]
    room.close_round()
    phone.see("tired, <b>proud</b>")


def test_words_half_written_outlive_a_reload(room: Room, phone: Phone) -> None:
    room.go("word")
    phone.scan()
    phone.page.get_by_label("One to three words").fill("awake")
    phone.page.reload()
    expect(phone.page.get_by_label("One to three words")).to_have_value("awake")
    phone.see(SAVED)
    assert room.answers("word") == [((), "awake")]


def test_only_words_the_facilitator_let_through_are_shown(room: Room, phone: Phone) -> None:
    room.go("word")
    phone.scan()
    phone.page.get_by_label("One to three words").fill("tired, a name")
    phone.page.keyboard.press("Tab")
    phone.see(SAVED)
    room.let_through("word", "tired")
    room.reveal()
    expect(phone.page.locator(".cloud li")).to_have_text(["tired"])


def test_nobody_has_to_say(room: Room, phone: Phone) -> None:
    phone.scan()
    for slide in ("sure", "word"):
        room.go(slide)
        phone.tap("I’d rather not say")
        phone.see("Skipped. That is fine.")
        assert room.answers(slide) == [((), "")]


def test_a_second_vote_begins_empty_and_says_what_it_is(room: Room, phone: Phone) -> None:
    room.go("check-1")
    phone.scan()
    phone.tap(re.compile("Harm"))
    phone.see(SAVED)
    room.vote_again()
    phone.see(re.compile("Second vote"))
    assert phone.pressed() == []
    phone.tap(re.compile("A repair"))
    phone.see(SAVED)
    assert room.answers("check-1") == [((1,), "")]


def test_a_sitting_goes_at_each_persons_own_pace(room: Room, phone: Phone) -> None:
    room.sit("pre")
    phone.scan()
    phone.see("Before we start · Question 1 of 3")
    phone.tap(re.compile("Check that he is safe"))
    phone.see(SAVED)
    phone.tap("Next")
    phone.see(re.compile("She looks away"))
    phone.page.reload()
    phone.see(re.compile("She looks away"))
    phone.tap("Next")
    phone.tap(re.compile("Several people"))
    phone.see(SAVED)
    phone.tap("Next")
    phone.see("That is all. Thank you.")
    phone.see("Still open: 2. You can leave them open.")
    phone.tap("Question 1 of 3, done")
    assert phone.pressed() == ["A"]
    phone.tap(re.compile("Leave the room"))
    phone.see(SAVED)
    assert [room.answers(f"pre-{at}") for at in (1, 2, 3)] == [[((1,), "")], [], [((1,), "")]]


def test_when_the_session_is_over_the_page_says_thank_you(room: Room, phone: Phone) -> None:
    room.go("check-1")
    phone.scan()
    room.end()
    phone.see("Thank you for coming")
