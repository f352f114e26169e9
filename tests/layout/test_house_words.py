"""The house's own words, language by language."""

import tomllib
from datetime import date
from string import Formatter

import pytest

from imhtrainer.layout.house_words import house_words
from imhtrainer.resources import resource_path

FILES = sorted(path.stem for path in resource_path("words").glob("*.toml"))
ENGLISH = tomllib.loads(resource_path("words", "en.toml").read_text("utf-8"))


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("lang", FILES)
def test_every_language_has_every_word_and_the_same_facts_in_it(lang: str) -> None:
    found = tomllib.loads(resource_path("words", f"{lang}.toml").read_text("utf-8"))
    assert list(found["words"]) == list(ENGLISH["words"])
    for key, words in ENGLISH["words"].items():
        assert fields(found["words"][key]) == fields(words), key
    assert len(found["months"]) == 12
    assert "other" in found["minutes"]


def test_there_are_words_for_florida_and_one_language_that_runs_from_the_right() -> None:
    assert FILES == ["ar", "en", "es", "ht"]
    assert [house_words(lang).from_right for lang in FILES] == [True, False, False, False]


@pytest.mark.parametrize(
    ("lang", "minutes", "said"),
    [
        ("en-US", 1, "1 minute"),
        ("en-US", 1.5, "1½ minutes"),
        ("en-US", 0.5, "½ minute"),
        ("en-US", 8, "8 minutes"),
        ("en-US", 1.75, "1¾ minutes"),
        ("en-US", 1.2, "1.2 minutes"),
        ("es-US", 1, "1 minuto"),
        ("es-US", 10, "10 minutos"),
        ("ht", 1, "1 minit"),
        ("ar", 1, "دقيقة واحدة"),
        ("ar", 2, "دقيقتان"),
        ("ar", 5, "5 دقائق"),
        ("ar", 15, "15 دقيقة"),
        ("ar", 1.5, "1½ دقيقة"),
        ("ar", 0.5, "½ دقيقة"),
    ],
)
def test_minutes_take_the_plural_of_their_language(lang: str, minutes: float, said: str) -> None:
    assert house_words(lang).minutes(minutes) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en-US", "November 21, 2026"),
        ("es", "21 de noviembre de 2026"),
        ("ht", "21 novanm 2026"),
        ("ar", "21 نوفمبر 2026"),
    ],
)
def test_dates_are_said_as_the_language_says_them(lang: str, said: str) -> None:
    assert house_words(lang).date(date(2026, 11, 21)) == said


def test_a_language_without_words_is_said_in_english_and_runs_its_own_way() -> None:
    german, hebrew = house_words("de-DE"), house_words("he-IL")
    assert german.say("workbook") == hebrew.say("workbook") == "Workbook"
    assert (german.from_right, hebrew.from_right) == (False, True)
