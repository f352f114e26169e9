"""A real browser of a phone's size, before a real server, a real session and a real journal."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.events import CheckIn
from imhtrainer.domain.quiz import Phase
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import (
    AddAttendees,
    CloseRound,
    Command,
    EndSession,
    GoTo,
    InvitePhones,
    OpenRound,
    OpenSitting,
    PassWord,
    ResumeSession,
    Reveal,
    StartSession,
)
from imhtrainer.room.server import RoomServer
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal

HERE = "127.0.0.1"
CODE = "4827"
NOW = datetime(2026, 11, 21, 15, 26, tzinfo=UTC)
TRAINING = Path(__file__).parent / "training"
DECK = read_deck(TRAINING)
PEOPLE = (Attendee("a1", "Ana Lucía Fernández de la Torre"), Attendee("a2", "Bảo Trần"))
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    *("--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

SETTLED = """
Promise.allSettled(
    document.getAnimations().filter(each => each instanceof CSSTransition).map(each => each.finished)
)
"""

expect.set_options(timeout=20_000)


def barriers(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds: each rule with the first place it is broken. Colours on their way are waited for."""
    page.evaluate(SETTLED)
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


class Room:
    """The facilitator's laptop: what is pressed there, and what stands in the ledger."""

    def __init__(self, journal_path: Path, deck: Deck = DECK) -> None:
        self._path = journal_path
        self._open()
        self.session = self._library.create(deck)
        self.do(AddAttendees(NOW, PEOPLE))
        self.invite("off")
        self.port = self._serve()
        self.origins = [self.url]

    @property
    def url(self) -> str:
        """The address to type."""
        return self.server.view.url

    def do(self, command: Command) -> None:
        """Carry out a command, and have it on disk."""
        self.session.do(command).result(10)

    def invite(self, check_in: CheckIn) -> None:
        """Have phones join with the code, and say whether by name."""
        self.do(InvitePhones(NOW, CODE, check_in))

    def go(self, slide: str) -> None:
        """Show a slide; a question opens."""
        if self.session.state.stage != "running":
            self.do(StartSession(NOW))
        place = next(at for at, each in enumerate(DECK.slides) if each.id == slide)
        self.do(GoTo(NOW, place, leave=True))

    def close_round(self) -> None:
        """Take no more answers."""
        self.do(CloseRound(NOW))

    def reveal(self) -> None:
        """Show the answer."""
        self.close_round()
        self.do(Reveal(NOW))

    def reveal_now(self) -> None:
        """Show the answer of a closed round."""
        self.do(Reveal(NOW))

    def vote_again(self) -> None:
        """Close, and open another round of the same question."""
        self.close_round()
        self.do(OpenRound(NOW))

    def let_through(self, slide: str, word: str) -> None:
        """Let the room see a word that people wrote."""
        self.do(PassWord(NOW, slide, word))

    def sit(self, phase: Phase) -> None:
        """Open all items of a phase for everybody."""
        self.go("pre-1")
        self.do(OpenSitting(NOW, phase))

    def end(self) -> None:
        """The training is over."""
        self.do(EndSession(NOW))

    def answers(self, slide: str) -> list[tuple[tuple[int, ...], str]]:
        """What phones answered in a question's newest round: choices and words."""
        question = self.session.state.question(slide)
        assert question is not None
        assert question.last is not None
        return [(ballot.answer.choices, ballot.answer.words) for ballot in question.last.phones]

    def crash(self) -> None:
        """The program is gone; what is on disk stays."""
        self.server.stop()
        self.journal.close()

    def come_back(self) -> None:
        """The program is started again and finds its session in the journal."""
        self._open()
        self.session = self._library.open(self.session.id)
        self.do(ResumeSession(NOW))
        assert self._serve() == self.port

    def move(self, address: str) -> None:
        """The laptop has another address."""
        self.server.start(address)
        self.origins.append(self.url)

    def stop(self) -> None:
        """Put everything away."""
        self.crash()

    def _open(self) -> None:
        self.journal = open_journal(self._path).journal
        self._library = SessionLibrary(self.journal, lambda: NOW)

    def _serve(self) -> int:
        self.server = RoomServer(self.session)
        return self.server.start(HERE).port


@dataclass
class Phone:
    """One person's phone, and what went wrong on it."""

    context: BrowserContext
    room: Room
    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def scan(self) -> "Phone":
        """Scan the code on the projector."""
        self.page.goto(f"{self.room.url}/?code={CODE}")
        expect(self.page.get_by_text(re.compile("Your seat:"))).to_be_visible()
        return self

    def see(self, text: str | re.Pattern[str]) -> None:
        """Wait until a text can be read."""
        expect(self.page.locator("#page").get_by_text(text).first).to_be_visible()

    def miss(self, text: str) -> None:
        """Wait until a text cannot be read."""
        expect(self.page.locator("#page").get_by_text(text)).to_have_count(0)

    def tap(self, name: str | re.Pattern[str]) -> None:
        """Tap a button."""
        self.page.get_by_role("button", name=name).click()

    def pressed(self) -> list[str]:
        """The letters of the chosen cards."""
        return self.page.locator("button[aria-pressed=true] .letter").all_inner_texts()

    @property
    def seat(self) -> str:
        """The seat code as it can be read."""
        return self.page.locator("summary b").inner_text()


PhoneMaker = Callable[..., Phone]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's own browser, none is downloaded; gone before other tests begin, which need the event loop."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("No Chromium or Chrome is installed: nobody looks at the phone page.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A laptop whose session is prepared, with its server on loopback."""
    opened = Room(tmp_path / "journal.sqlite")
    yield opened
    opened.stop()


@pytest.fixture
def phone_maker(browser: Browser, room: Room) -> Iterator[PhoneMaker]:
    """Makes phones; none may load anything from elsewhere, or complain about the page's own files."""
    phones: list[Phone] = []

    def make(**more: object) -> Phone:
        settings: dict[str, object] = {
            "viewport": {"width": 390, "height": 844},
            "has_touch": True,
            "locale": "en-US",
            "timezone_id": "America/New_York",
        }
        context = browser.new_context(**(settings | more))  # type: ignore[arg-type]
        phones.append(_watched(context, room))
        return phones[-1]

    yield make
    for phone in phones:
        phone.context.close()
        assert [url for url in phone.asked if not url.startswith(tuple(room.origins))] == []
        assert phone.complaints == []


def _watched(context: BrowserContext, room: Room) -> Phone:
    phone = Phone(context, room, context.new_page())

    def hear(kind: str, text: str) -> None:
        known = "Failed to load resource" in text or "WebSocket connection" in text
        if kind in ("error", "warning") and not known:
            phone.complaints.append(text)

    context.on("request", lambda request: phone.asked.append(request.url))
    context.on("console", lambda message: hear(message.type, message.text))
    context.on("weberror", lambda error: phone.complaints.append(str(error.error)))
    return phone


@pytest.fixture
def phone(phone_maker: PhoneMaker) -> Phone:
    """One phone, not yet in the room."""
    return phone_maker()
