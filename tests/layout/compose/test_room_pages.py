"""Pages through which a room answers by phone: join strip, join card, ratings, orders and words."""

from collections.abc import Callable

import pytest
import zxingcpp

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.compose import compose_invitation, fitting_problems
from imhtrainer.layout.contents import text_boxes
from imhtrainer.layout.context import Context, Invitation, Turnout
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, ChartBox, Page, QrBox, RectBox, TextBox
from imhtrainer.layout.wifi import wifi_text

Named = Callable[[Page, str], Box]
PageOf = Callable[..., Page]

ADDRESS = "192.168.1.20:8765"
INVITATION = Invitation(f"http://{ADDRESS}/", ADDRESS, "4827")
CHOICES = "- [ ] Harm\n- [x] A repair\n- [ ] A sign\n\n::: explain\nMismatches are ordinary.\n:::\n"
QUESTION = f"## What is this? {{#check .checkpoint}}\n\n{CHOICES}"
RATING = "## How sure are you? {#rate .checkpoint type=rating}\n\n- Not sure\n- Very sure\n"
ORDER = (
    "## In which order? {#order .checkpoint type=order}\n\n"
    "1. Notice\n2. Wait\n3. Return\n\n::: explain\nNotice first.\n:::\n"
)
WORDS = "## What helps you? {#words .checkpoint type=words}\n"


def joined(answered: int = 14, here: int = 21, **tallies: Tally) -> Context:
    return Context(invitation=INVITATION, turnout=Turnout(answered, here), tallies=tallies)


def words(box: Box) -> str:
    assert isinstance(box, TextBox)
    return " ".join(paragraph.text for paragraph in box.paragraphs)


def left_top(box: Box) -> tuple[float, float]:
    assert isinstance(box, TextBox | RectBox | QrBox)
    return box.x, box.y


def bars(page: Page) -> ChartBox:
    return next(box for box in page.boxes if isinstance(box, ChartBox))


def test_the_join_strip_stands_where_it_was_drawn(page_of: PageOf, named: Named) -> None:
    page = page_of(QUESTION, joined())
    strip = named(page, "join-strip")
    assert isinstance(strip, RectBox)
    assert (strip.x, strip.y, strip.w, strip.h, strip.fill) == (688, 0, 272, 540, "sand")
    tile = named(page, "join-qr-tile")
    assert isinstance(tile, RectBox)
    assert (tile.x, tile.y, tile.w, tile.h) == (720, 72, 208, 208)
    tops = {"join-head": 26, "join-address": 288, "join-code-word": 322, "join-code": 350}
    assert {name: left_top(named(page, name)) for name in tops} == {
        name: (720, top) for name, top in tops.items()
    }
    assert words(named(page, "join-address")) == ADDRESS
    assert words(named(page, "join-code")) == "4827"
    assert words(named(page, "join-count")) == "14 of 21"
    assert words(named(page, "join-count-words")) == "have answered"
    card = named(page, "choice-A-card")
    assert isinstance(card, RectBox)
    assert (card.x, card.w) == (57, 598)
    assert words(named(page, "no-phone")) == "No phone? Raise a hand."


def test_when_voting_is_closed_the_strip_says_so_and_invites_nobody(
    page_of: PageOf, named: Named
) -> None:
    page = page_of(QUESTION, Context(invitation=INVITATION, turnout=Turnout(14, 21, closed=True)))
    told = {
        box.name: words(box)
        for box in page.boxes
        if box.name.startswith("join") and isinstance(box, TextBox)
    }
    assert told == {
        "join-head": "Voting is closed",
        "join-count": "14 of 21",
        "join-count-words": "have answered",
    }
    assert not any(isinstance(box, QrBox) for box in page.boxes)
    assert "no-phone" not in {box.name for box in page.boxes}
    assert named(page, "choice-A-card") == named(page_of(QUESTION, joined()), "choice-A-card")


def test_the_symbol_has_four_quiet_modules_inside_its_tile(page_of: PageOf, named: Named) -> None:
    symbol = named(page_of(QUESTION, joined()), "join-qr")
    assert isinstance(symbol, QrBox)
    assert symbol.text == INVITATION.url
    module = min(height for *_, height in symbol.modules)
    assert symbol.x - 720 == pytest.approx(4 * module)
    assert symbol.y - 72 == pytest.approx(4 * module)
    assert symbol.w == pytest.approx(208 - 8 * module)


@pytest.mark.parametrize(
    ("answered", "here", "told"),
    [
        (0, 21, ("0 of 21", "have answered")),
        (1, 21, ("1 of 21", "has answered")),
        (4, 0, ("4", "have answered")),
        (22, 21, ("22", "have answered")),
    ],
)
def test_the_turnout_is_true_however_many_signed_in(
    page_of: PageOf, named: Named, answered: int, here: int, told: tuple[str, str]
) -> None:
    page = page_of(QUESTION, joined(answered, here))
    assert (words(named(page, "join-count")), words(named(page, "join-count-words"))) == told


def test_nothing_of_the_distribution_shows_while_people_vote(page_of: PageOf) -> None:
    once = page_of(QUESTION, joined(check=Tally((3, 10, 1), (False, True, False))))
    other = page_of(QUESTION, joined(check=Tally((14, 0, 0), (False, True, False))))
    assert once == other
    assert not any(isinstance(box, ChartBox) for box in once.boxes)


def test_without_phones_the_question_has_the_whole_page(page_of: PageOf) -> None:
    names = {box.name for box in page_of(QUESTION, Context(turnout=Turnout(3, 21))).boxes}
    assert not any(name.startswith("join") for name in names)
    assert "no-phone" not in names


def test_a_long_address_is_set_smaller_rather_than_refused(page_of: PageOf, named: Named) -> None:
    long = Invitation("http://192.168.100.200:58765/", "192.168.100.200:58765", "4827")
    box = named(page_of(QUESTION, Context(invitation=long)), "join-address")
    assert isinstance(box, TextBox)
    assert len(box.paragraphs[0].lines) == 1
    assert box.paragraphs[0].spans[0].size < 24


def test_a_check_tries_questions_beside_the_strip(kit: Kit, deck_of: Callable[[str], Deck]) -> None:
    long = "What does a tired father who misreads his baby show when he comes back to her again"
    asked = QUESTION.replace("What is this", f"{long}, and she then turns her little face away")
    deck = deck_of(f"# Two {{minutes=5}}\n\n{asked}")
    assert any("title needs 4 lines" in message for _, message in fitting_problems(deck, kit))


def test_a_rating_shows_five_steps_and_the_words_of_its_ends(page_of: PageOf, named: Named) -> None:
    page = page_of(RATING, joined())
    assert words(named(page, "label")) == "What people think, from 1 to 5"
    assert [words(named(page, f"step-{n}-digit")) for n in range(1, 6)] == list("12345")
    assert (words(named(page, "step-1")), words(named(page, "step-5"))) == ("Not sure", "Very sure")


def test_the_answer_to_a_rating_is_its_mean_and_its_bars(page_of: PageOf, named: Named) -> None:
    tally = Tally((1, 2, 4, 9, 5), (False,) * 5)
    page = page_of(RATING, Context(tallies={"rate": tally}), True)
    assert words(named(page, "label")) == "What people think: 3.7 of 5 on average"
    assert [(bar.label, bar.value) for bar in bars(page).bars] == list(
        zip("12345", (1, 2, 4, 9, 5), strict=True)
    )
    assert bars(page).maximum == 21
    assert words(named(page_of(RATING, Context(), True), "label")) == "What people think"


def test_an_order_is_answered_place_by_place(page_of: PageOf, named: Named) -> None:
    asked = page_of(ORDER, joined())
    shown = [words(named(asked, f"choice-{letter}")) for letter in "ABC"]
    assert sorted(shown) == ["Notice", "Return", "Wait"]
    assert shown != ["Notice", "Wait", "Return"]
    assert words(named(asked, "label")) == "Checkpoint 1: put these in order"
    assert words(named(asked, "no-phone")) == "No phone? Use your answer sheet."
    counts = tuple({"Notice": 20, "Wait": 9, "Return": 11}[text] for text in shown)
    tally = Tally(counts, (False,) * 3, people=21, right_people=8)
    page = page_of(ORDER, Context(tallies={"order": tally}), True)
    letters = ["ABC"[shown.index(text)] for text in ("Notice", "Wait", "Return")]
    assert words(named(page, "label")) == f"Checkpoint 1: the order is {', '.join(letters)}"
    assert [bar.value for bar in bars(page).bars] == [20, 9, 11]
    assert words(named(page, "whole-order")) == "8 of 21 had all of it"
    assert words(named(page, "count-2")) == "9 of 21"


def test_words_are_larger_the_more_people_wrote_them(page_of: PageOf, named: Named) -> None:
    said = (("breathing", 7), ("a walk", 3), ("tea", 1))
    page = page_of(WORDS, Context(tallies={"words": Tally((), (), people=11, words=said)}), True)
    cloud = named(page, "words")
    assert isinstance(cloud, TextBox)
    spans = {
        span.text: span.size for p in cloud.paragraphs for span in p.spans if span.text.strip()
    }
    assert spans["breathing"] > spans["a walk"] > spans["tea"]
    assert "breathing" in page.description


def test_words_without_room_are_counted_not_cut(page_of: PageOf, named: Named) -> None:
    said = tuple((f"something quite long {n}", 1) for n in range(120))
    page = page_of(WORDS, Context(tallies={"words": Tally((), (), people=120, words=said)}), True)
    cloud = named(page, "words")
    assert isinstance(cloud, TextBox)
    shown = sum(
        1 for p in cloud.paragraphs for span in p.spans if span.text.startswith("something")
    )
    assert words(named(page, "more-words")) == f"and {120 - shown} more"
    assert max(line.baseline for p in cloud.paragraphs for line in p.lines) < 478


def test_one_endless_word_stays_on_the_page(page_of: PageOf) -> None:
    said = (("W" * 60, 1),)
    page = page_of(WORDS, Context(tallies={"words": Tally((), (), people=1, words=said)}), True)
    lines = [line for box in text_boxes(page.boxes) for p in box.paragraphs for line in p.lines]
    assert all(line.x >= 0 and line.x + line.width <= 960 for line in lines)


def test_nobody_finds_an_empty_page_of_words(page_of: PageOf, named: Named) -> None:
    assert (
        words(named(page_of(WORDS, Context(), True), "no-words")) == "The room’s words come here."
    )


def test_the_join_card_leads_in_by_two_symbols(kit: Kit, named: Named) -> None:
    there = Invitation(INVITATION.url, ADDRESS, "4827", "Community; Room", "dawn:2026")
    page = compose_invitation(Context(invitation=there), kit)
    wifi, opened = named(page, "wifi-qr"), named(page, "join-qr")
    assert isinstance(wifi, QrBox)
    assert isinstance(opened, QrBox)
    assert wifi.text == r"WIFI:T:WPA;S:Community\; Room;P:dawn\:2026;;"
    assert opened.text == INVITATION.url
    assert words(named(page, "wifi-name")) == "Community; Room"
    assert words(named(page, "join-address")) == ADDRESS
    assert words(named(page, "join-code")) == "4827"


def test_a_network_that_is_not_told_is_asked_for(kit: Kit, named: Named) -> None:
    page = compose_invitation(Context(invitation=INVITATION), kit)
    assert "same Wi-Fi as this laptop" in words(named(page, "wifi-hint"))
    assert [box.name for box in page.boxes if isinstance(box, QrBox)] == ["join-qr"]


def test_there_is_no_join_card_without_an_address(kit: Kit) -> None:
    with pytest.raises(LayoutError, match="no address to show"):
        compose_invitation(Context(), kit)


def test_the_longest_network_name_fits(kit: Kit) -> None:
    wide = Invitation(INVITATION.url, ADDRESS, "4827", "W" * 32, "W" * 63)
    assert compose_invitation(Context(invitation=wide), kit)


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a;b:c,d", "Café ☀"])
def test_a_camera_reads_the_network_back(name: str) -> None:
    image = zxingcpp.create_barcode(
        wifi_text(name, "secret;1"), zxingcpp.BarcodeFormat.QRCode
    ).to_image(scale=4)
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text.startswith("WIFI:T:WPA;S:")
    assert found.text.endswith(r";P:secret\;1;;")


def test_an_open_network_has_no_password() -> None:
    assert wifi_text("Library", "") == "WIFI:T:nopass;S:Library;;"
