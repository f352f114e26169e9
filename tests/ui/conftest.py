"""A program in a temporary data folder: real stores, a small training, a clock that stands."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees
from imhtrainer.layout.kit import load_kit
from imhtrainer.resources import resource_path
from imhtrainer.services.credit_rules import load_credit_rules
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.services.trainings import TrainingLibrary
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.folder import HOME_VARIABLE, DataFolder
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.store.settings import SettingsFile
from imhtrainer.ui.day import Day
from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.garbage import GarbageDesk
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.services import Services
from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import BASE_STYLE, Look, apply_look
from imhtrainer.ui.tasks import TaskRunner
from imhtrainer.ui.widgets.places import Place

LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"


class PatientBot(QtBot):
    """Waits as long as a busy machine needs; what never comes still fails the test."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 30_000) -> None:
        super().waitUntil(callback, timeout=timeout)


class ImportWatch:
    """Notes what is imported beside the windows' thread."""

    def __init__(self) -> None:
        self.beside: list[str] = []

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if current_thread() is not main_thread():
            self.beside.append(name)

    @property
    def of_qt(self) -> list[str]:
        """Those that make Qt classes (see ``imhtrainer.ui.late``)."""
        return [name for name in self.beside if name.startswith("PySide6") or _uses_qt(name)]


def _uses_qt(name: str) -> bool:
    file = getattr(sys.modules.get(name), "__file__", None)
    ours = file is not None and name.startswith("imhtrainer")
    return ours and "\nfrom PySide6" in Path(str(file)).read_text("utf-8")


@dataclass
class StandingClock:
    """A clock that stands until it is moved."""

    now: datetime = datetime(2026, 11, 21, 9, 41, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["imhtrainer", *BASE_STYLE]


@pytest.fixture(scope="session", autouse=True)
def _garbage_is_collected_here(qapp: QApplication) -> GarbageDesk:
    return GarbageDesk(qapp)


@pytest.fixture(scope="session")
def import_watch() -> Iterator[ImportWatch]:
    watch = ImportWatch()
    sys.meta_path.insert(0, watch)
    yield watch
    sys.meta_path.remove(watch)


@pytest.fixture(autouse=True)
def _qt_is_imported_here(import_watch: ImportWatch) -> Iterator[None]:
    import_watch.beside.clear()
    yield
    assert import_watch.of_qt == []


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_window_is_left(qapp: QApplication) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert left == []


@pytest.fixture
def standing_clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """An empty data folder that the program takes for its own."""
    folder = DataFolder(tmp_path / "home")
    monkeypatch.setenv(HOME_VARIABLE, str(folder.path))
    folder.prepare()
    return folder


@pytest.fixture
def trainings_folder(tmp_path: Path) -> Path:
    """A folder with one small training, ``little``."""
    copytree(LITTLE, tmp_path / "trainings" / "little")
    return tmp_path / "trainings"


@pytest.fixture
def window_look(qapp: QApplication) -> Look:
    load_window_fonts()
    made = Look(load_kit().theme)
    apply_look(qapp, made)
    return made


@pytest.fixture
def services(
    qapp: QApplication,
    data_home: DataFolder,
    trainings_folder: Path,
    standing_clock: StandingClock,
) -> Iterator[Services]:
    """Everything a window may use, on real stores."""
    journal = open_journal(data_home.journal).journal
    runner = TaskRunner()
    file = SettingsFile(data_home.settings)
    errors = ErrorDesk(data_home.path / "errors.log")
    runner.unexpected.connect(errors.show)
    yield Services(
        journal=journal,
        sessions=SessionLibrary(journal, standing_clock),
        trainings=TrainingLibrary(trainings_folder),
        settings=CurrentSettings(file, file.load(), runner),
        pictures=PictureStore(data_home.pictures),
        keys=KeyRing(data_home.keys),
        credit_rules=load_credit_rules(resource_path("credit-rules")),
        kit=load_kit(),
        runner=runner,
        errors=errors,
        clock=standing_clock,
        data_folder=data_home,
    )
    runner.close()
    journal.close()


@pytest.fixture
def session(services: Services, trainings_folder: Path) -> TrainingSession:
    """A prepared session of the small training with nobody on the roster."""
    deck = services.trainings.load(trainings_folder / "little")
    details = Details(starts=services.clock() + timedelta(hours=1))
    return services.sessions.create(deck, details)


@pytest.fixture
def invite(services: Services) -> Callable[..., None]:
    """Puts people with these names on a session's roster."""

    def add(session: TrainingSession, *names: str) -> None:
        known = len(session.state.roster)
        people = tuple(
            Attendee(f"a{known + index}", name) for index, name in enumerate(names, start=1)
        )
        session.do(AddAttendees(services.clock(), people))

    return add


@contextmanager
def refusing_disk(services: Services, table: str = "events") -> Iterator[None]:
    """A journal that nothing can be added to, as on a full disk."""
    services.journal.flush()
    refuse = f"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"
    with closing(sqlite3.connect(services.journal.path)) as other:
        other.execute(refuse)
        other.commit()
        yield
        other.execute("DROP TRIGGER full")
        other.commit()


@pytest.fixture
def settle(qtbot: QtBot, services: Services) -> Callable[[], None]:
    """Waits until no slow work is under way and everything it told has arrived."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not services.runner.busy, timeout=20_000)
        QCoreApplication.processEvents()

    return wait


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a widget that the test closes at its end."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()

    return show


@pytest.fixture
def home(window_look: Look, services: Services) -> HomePage:
    return HomePage(window_look, services.clock)


@pytest.fixture
def window(qtbot: QtBot, settle: Callable[[], None], day: Day) -> Iterator[MainWindow]:
    """The whole window with its four places; the room's window does not take a screen."""
    made = day.window
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    settle()
    yield made
    settle()
    made.put_away()
    made.hide()
    made.deleteLater()


@pytest.fixture
def day(window_look: Look, services: Services, home: HomePage) -> Day:
    window = MainWindow(window_look, home)
    return Day(window, home, window_look, services, windowed=True, parent=window)


@pytest.fixture
def enter(
    window: MainWindow, day: Day, settle: Callable[[], None]
) -> Callable[[TrainingSession, Place], None]:
    def go(session: TrainingSession, place: Place) -> None:
        day.desk.entered.emit(session, place)
        settle()

    return go
