"""The page speaks the deck's language where it knows it: every sentence, also of the parts that come later."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from imhtrainer.domain.session.commands import OpenEvaluation
from imhtrainer.layout.evaluation_words import items_to_rate, questions_to_answer
from imhtrainer.resources import resource_path
from tests.room.page.conftest import CODE, DECK, NOW, Phone, PhoneMaker, Room, barriers

SENTENCE = re.compile(r'^\t(\w+): "(.*)",$', re.MULTILINE)
SMALL = {"viewport": {"width": 320, "height": 568}}
SAID = {
    "es": ("Está en la pantalla grande.", "Su asiento:", "Guardada a las", "¿Cómo le resultó?"),
    "ht": ("Li sou gwo ekran an.", "Plas ou:", "Anrejistre a", "Kijan sa te ye pou ou?"),
}


def sentences(*parts: str) -> dict[str, str]:
    return dict(SENTENCE.findall(resource_path("web", *parts).read_text(encoding="utf-8")))


def english() -> dict[str, str]:
    files = (("words.js",), ("form", "form.js"), ("name", "name.js"))
    return {key: text for parts in files for key, text in sentences(*parts).items()}


@pytest.mark.parametrize("language", SAID)
def test_a_language_has_every_sentence_with_what_is_put_into_it(language: str) -> None:
    theirs, ours = sentences("words", f"{language}.js"), english()
    assert list(theirs) == list(ours)
    for key, text in ours.items():
        assert sorted(re.findall(r"\{\w+\}", theirs[key])) == sorted(re.findall(r"\{\w+\}", text))


@pytest.fixture(params=SAID)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def room(tmp_path: Path, language: str) -> Iterator[Room]:
    opened = Room(tmp_path / "journal.sqlite", replace(DECK, lang=f"{language}-US"))
    yield opened
    opened.stop()


def sound(phone: Phone, language: str) -> None:
    """Nothing stands beyond the narrow screen, and a screen reader knows the language."""
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert phone.page.locator("html").get_attribute("lang") == language
    assert barriers(phone.page) == []


def test_the_whole_way_is_in_the_decks_language(
    room: Room, phone_maker: PhoneMaker, language: str
) -> None:
    code, seat, saved, title = SAID[language]
    phone = phone_maker(**SMALL, locale=language)
    phone.page.goto(room.url)
    phone.see(code)
    sound(phone, language)
    room.go("check-1")
    phone.page.goto(f"{room.url}/?code={CODE}")
    expect(phone.page.get_by_text(re.compile(seat))).to_be_visible()
    phone.tap(re.compile("A repair"))
    phone.see(re.compile(saved))
    sound(phone, language)
    room.close_round()
    room.go("calm")
    room.do(OpenEvaluation(NOW))
    phone.see(title)
    for asked in (
        *items_to_rate(room.session.state.plan),
        *questions_to_answer(room.session.state.plan),
    ):
        phone.see(asked)
    sound(phone, language)


def test_a_phone_in_another_language_speaks_the_decks_once_it_is_in(
    room: Room, phone_maker: PhoneMaker, language: str
) -> None:
    phone = phone_maker(locale="de-DE")
    phone.page.goto(room.url)
    phone.see("It is on the big screen.")
    phone.page.goto(f"{room.url}/?code={CODE}")
    expect(phone.page.get_by_text(re.compile(SAID[language][1]))).to_be_visible()
