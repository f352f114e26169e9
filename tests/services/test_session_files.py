"""The session's folder and its files, written without a window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from shutil import copytree

import pytest
from pptx import Presentation
from pypdf import PdfReader

from imhtrainer.decks.parser import read_deck
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.errors import Cancelled, DeckError, StoreError
from imhtrainer.domain.events import Details
from imhtrainer.domain.ink import make_stroke
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import (
    AddAttendees,
    CloseRound,
    CountHands,
    DrawStroke,
    EndSession,
    GoTo,
    SignIn,
    StartSession,
)
from imhtrainer.layout.compose.ink import NAME as INK
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.services.context import context_for, context_in
from imhtrainer.services.saved_files import find_saved
from imhtrainer.services.session_files import SessionFile, session_folder, write_session_file
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal

LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"
SESSION, OTHER = "20261121-1500-3fa9", "20261121-1500-b07c"
START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
END = START + timedelta(minutes=30)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture
def held(tmp_path: Path) -> Iterator[SessionState]:
    """The small training, held with Ana, and its checkpoint answered by three hands."""
    journal = open_journal(tmp_path / "journal.sqlite").journal
    session = SessionLibrary(journal, lambda: START).create(read_deck(LITTLE))
    session.do(AddAttendees(START, (Attendee("a1", "Ana Lucía Fuentes"),)))
    session.do(SignIn(START, "a1"))
    session.do(StartSession(START))
    for index in session.state.plan.questions:
        session.do(GoTo(START, index, leave=True))
        session.do(CountHands(START, 1, 3))
        session.do(CloseRound(START))
    session.do(EndSession(END))
    yield session.state
    journal.close()


def write(kind: SessionFile, state: SessionState, kit: Kit, out: Path, stop: bool = False) -> None:
    def progress(_done: int, _total: int) -> None:
        if stop:
            raise Cancelled("enough")

    write_session_file(kind, state, END, read_deck, kit, out, progress)


def test_the_folder_is_named_by_day_hour_and_training(held: SessionState) -> None:
    wanted = "2026-11-21 15.00 Looking together – A short training (3fa9)"
    assert session_folder(Path("out"), held, SESSION) == Path("out") / wanted


def test_of_a_training_held_without_the_program_no_hour_is_made_up(held: SessionState) -> None:
    day = START.replace(hour=0)
    entered = replace(_with(held, Details(starts=day)), elsewhere=True, spans=(), created=END)
    folder = session_folder(Path("out"), entered, SESSION)
    assert folder.name == "2026-11-21 Looking together – A short training (3fa9)"
    assert "November 21, 2026" in session_lines(entered, END)
    assert any(
        ", 12:00 AM" in line for line in session_lines(replace(entered, elsewhere=False), END)
    )


def test_two_sessions_of_one_title_and_minute_have_a_folder_each_however_long_the_title(
    held: SessionState,
) -> None:
    long = replace(held, plan=replace(held.plan, title="Looking together " * 30))
    for state in (held, long):
        names = {session_folder(Path("out"), state, s).name for s in (SESSION, OTHER)}
        assert len(names) == 2
        assert all(len(name.encode()) < 256 for name in names)


def test_paper_saved_before_the_training_and_records_after_it_lie_in_one_folder(
    held: SessionState, tmp_path: Path
) -> None:
    planned = _with(held, Details(starts=START - timedelta(minutes=3)))
    before = replace(planned, spans=(), stage="prepared")
    made = session_folder(tmp_path, before, SESSION)
    assert made.name.startswith("2026-11-21 14.57 ")
    assert session_folder(tmp_path, planned, SESSION).name.startswith("2026-11-21 15.00 ")
    made.mkdir()
    (made / SessionFile.TO_SIGN.value).write_text("Ana Lucía Fuentes")
    assert session_folder(tmp_path, planned, SESSION) == made
    assert session_folder(tmp_path, planned, OTHER) != made
    assert find_saved(tmp_path, planned, SESSION, ["a1"]).shared == (SessionFile.TO_SIGN,)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("- [x] A repair that builds", "- [x] A repair, which builds", 1),
        ("# Close {minutes=5}", "# Ending {minutes=5}", 1),
        ("A sign to leave her alone", "Harm that is already done", 0),
        ("- [ ] Harm that is", "- [x] Harm that is", 0),
        ("#check-1 ", "#check-one ", 0),
    ],
)
def test_a_result_is_shown_only_where_the_deck_still_asks_this(
    held: SessionState, tmp_path: Path, before: str, after: str, shown: int
) -> None:
    folder = tmp_path / "changed"
    copytree(LITTLE, folder)
    text = (folder / "deck.md").read_text("utf-8")
    text = text.replace("type=single", "type=multiple").replace(before, after)
    (folder / "deck.md").write_text(text, "utf-8")
    assert "check-1" in context_for(held).tallies
    assert ("check-1" in context_in(read_deck(folder), held).tallies) is bool(shown)


def test_a_training_that_is_gone_is_said_and_nothing_is_written(
    held: SessionState, kit: Kit, tmp_path: Path
) -> None:
    gone = replace(held, plan=replace(held.plan, folder=str(tmp_path / "gone")))
    out = tmp_path / "deck.pptx"
    with pytest.raises(DeckError, match="gone:1: There is no such deck"):
        write(SessionFile.POWERPOINT, gone, kit, out)
    assert not out.exists()
    write(SessionFile.RESULTS, gone, kit, tmp_path / "results.pdf")


def test_the_hour_is_the_one_of_the_place(held: SessionState) -> None:
    miami = timezone(timedelta(hours=-5))
    details = Details(starts=START.astimezone(miami))
    folder = session_folder(Path("out"), _with(held, details), SESSION)
    assert folder.name.startswith("2026-11-21 10.00 ")


@pytest.mark.parametrize("kind", [SessionFile.SLIDES, SessionFile.SIGN_IN, SessionFile.RESULTS])
def test_every_pdf_opens(held: SessionState, kit: Kit, tmp_path: Path, kind: SessionFile) -> None:
    write(kind, held, kit, tmp_path / kind.value)
    assert PdfReader(tmp_path / kind.value).pages


def test_results_carry_no_names(held: SessionState, kit: Kit, tmp_path: Path) -> None:
    write(SessionFile.RESULTS, held, kit, tmp_path / "results.pdf")
    words = "".join(p.extract_text() for p in PdfReader(tmp_path / "results.pdf").pages)
    assert "Ana" not in words
    assert "3 answered" in words


def test_the_deck_carries_the_results(held: SessionState, kit: Kit, tmp_path: Path) -> None:
    write(SessionFile.POWERPOINT, held, kit, tmp_path / "deck.pptx")
    slides = Presentation(str(tmp_path / "deck.pptx")).slides
    assert any(shape.has_chart for slide in slides for shape in slide.shapes)


def test_stopping_leaves_the_old_file_whole(held: SessionState, kit: Kit, tmp_path: Path) -> None:
    out = tmp_path / "deck.pptx"
    out.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write(SessionFile.POWERPOINT, held, kit, out, stop=True)
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_place_that_is_a_file_is_refused(held: SessionState, kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError):
        write(SessionFile.EXCEL, held, kit, tmp_path / "file" / "attendance.xlsx")


def _with(state: SessionState, details: Details) -> SessionState:
    return replace(state, details=details)


def test_what_was_drawn_is_in_the_files_after_a_restart(
    held: SessionState, kit: Kit, tmp_path: Path
) -> None:
    path = tmp_path / "drawn.sqlite"
    journal = open_journal(path).journal
    session = SessionLibrary(journal, lambda: START).create(read_deck(LITTLE))
    session.do(StartSession(START))
    line = make_stroke("highlighter", "sun", 20, [(100, 100), (400, 120)])
    session.do(DrawStroke(START, 0, 0, line)).result()
    journal.close()
    journal = open_journal(path).journal
    state = SessionLibrary(journal, lambda: END).open(session.id).state
    journal.close()
    write(SessionFile.POWERPOINT, state, kit, tmp_path / "drawn.pptx")
    write(SessionFile.SLIDES, state, kit, tmp_path / "drawn.pdf")
    slides = Presentation(str(tmp_path / "drawn.pptx")).slides
    groups = [[s.name for s in slide.shapes if s.name == INK] for slide in slides]
    assert [len(found) for found in groups] == [1, *[0] * (len(groups) - 1)]
    pages = PdfReader(tmp_path / "drawn.pdf").pages
    shaded = ["/ExtGState" in page["/Resources"].get_object() for page in pages]  # type: ignore[operator] # a dictionary
    assert shaded == [True, *[False] * (len(pages) - 1)]
