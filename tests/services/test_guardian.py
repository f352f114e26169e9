from imhtrainer.services.guardian import (
    HUNG,
    LINGER,
    PATIENCE,
    TRIES,
    WITHIN,
    Watch,
    hear,
    lose,
    tick,
)

TOLD = Watch(session="s1", screen="EPSON", picture="last.png")


def test_it_remembers_what_it_is_told() -> None:
    news = {"session": "s1", "screen": "EPSON", "picture": "a.png"}
    watch, deeds = hear(Watch(), news)
    assert (watch.session, watch.screen, watch.picture, deeds) == ("s1", "EPSON", "a.png", ())
    assert hear(watch, {"picture": "b.png"})[0].screen == "EPSON"


def test_a_program_that_dies_without_a_word_is_covered_and_started_again() -> None:
    watch, deeds = lose(TOLD, 100.0)
    assert deeds == ("cover", "start")
    watch, deeds = hear(watch, {"stands": "yes"})
    assert (deeds, watch.covering) == (("uncover",), None)


def test_a_program_that_said_farewell_is_let_go() -> None:
    watch, _ = hear(TOLD, {"farewell": "yes"})
    assert lose(watch, 1.0)[1] == ("quit",)


def test_before_a_session_there_is_nothing_to_keep() -> None:
    assert lose(Watch(), 1.0)[1] == ("quit",)


def test_after_a_few_tries_in_a_row_a_person_is_asked() -> None:
    watch = TOLD
    for attempt in range(TRIES):
        watch, deeds = lose(watch, float(attempt))
        assert deeds == ("cover", "start")
    assert lose(watch, float(TRIES))[1] == ("cover", "give up")
    assert lose(watch, WITHIN + TRIES)[1] == ("cover", "start")


def test_a_program_that_hangs_is_ended_so_that_it_can_come_back() -> None:
    watch = TOLD
    for _ in range(HUNG):
        watch, deeds = tick(watch)
        assert deeds == ()
    assert tick(watch)[1] == ("kill",)


def test_every_sign_of_life_counts_anew() -> None:
    watch = TOLD
    for _ in range(5 * HUNG):
        watch, deeds = tick(hear(watch, {"beat": "1"})[0])
        assert deeds == ()


def test_the_cover_does_not_stay_for_ever() -> None:
    watch, _ = lose(TOLD, 0.0)
    for _ in range(PATIENCE):
        watch, deeds = tick(watch)
        assert deeds == ()
    assert tick(watch)[1] == ("uncover",)


def test_after_a_farewell_silence_means_nothing() -> None:
    watch, _ = hear(TOLD, {"farewell": "1"})
    for _ in range(3 * HUNG):
        watch, deeds = tick(watch)
        assert deeds == ()


def test_another_session_after_a_farewell_is_kept_as_well() -> None:
    watch, _ = hear(TOLD, {"farewell": "1"})
    watch, _ = hear(watch, {"session": "s2"})
    watch, deeds = lose(watch, 1.0)
    assert (deeds, watch.session) == (("cover", "start"), "s2")


def test_a_guardian_that_gave_up_ends_by_itself() -> None:
    watch = TOLD
    for attempt in range(TRIES + 1):
        watch, deeds = lose(watch, float(attempt))
    assert deeds == ("cover", "give up")
    for _ in range(LINGER - 1):
        watch, deeds = tick(watch)
        assert deeds == ()
    assert tick(watch)[1] == ("quit",)
