"""A deck that was changed, or is gone, while a session stands on it: one sentence, and the day goes on."""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

from imhtrainer.domain.session.commands import StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.services import Services
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.widgets.places import Place

Enter = Callable[[TrainingSession, Place], None]
NEW_SLIDE = "\n## One more slide {#one-more}\n\nWords.\n\n::: notes\n**Say.** Words.\n:::\n"


def add_a_slide(trainings: Path) -> None:
    deck = trainings / "little" / "deck.md"
    deck.write_text(deck.read_text("utf-8") + NEW_SLIDE, "utf-8")


def test_a_session_that_has_not_begun_takes_the_new_slide_in(
    session: TrainingSession, window: MainWindow, enter: Enter, trainings_folder: Path
) -> None:
    add_a_slide(trainings_folder)
    enter(session, Place.PREPARE)
    assert session.state.plan.slides[-1].id == "one-more"
    assert not window.message.isVisible()


def test_a_session_that_has_begun_keeps_its_plan_and_says_so(
    session: TrainingSession, window: MainWindow, enter: Enter, trainings_folder: Path
) -> None:
    session.do(StartSession(session.now()))
    add_a_slide(trainings_folder)
    enter(session, Place.PRESENT)
    assert session.state.plan.slides[-1].id != "one-more"
    assert "was changed after the session began" in window.message.text


def test_a_session_whose_deck_is_gone_says_which(
    session: TrainingSession, services: Services, enter: Enter, trainings_folder: Path
) -> None:
    told: list[str] = []
    services.errors.raised.connect(lambda words, *_: told.append(words))
    session.do(StartSession(session.now()))
    rmtree(trainings_folder / "little")
    enter(session, Place.WRAP_UP)
    assert len(told) == 1
    assert told[0].startswith("The training’s folder")
    assert "little is gone. Put it back" in told[0]
