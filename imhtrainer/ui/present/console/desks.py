"""All that a console is made of, built once and in order: panes, the room's window, and who sees to what."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from imhtrainer.domain.deck import Deck, plain
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.present.console.overview_desk import OverviewDesk
from imhtrainer.ui.present.console.parts import ConsoleParts, make_parts
from imhtrainer.ui.present.console.views import ConsoleViews
from imhtrainer.ui.present.hands.hands import Hands
from imhtrainer.ui.present.media.desk import MediaDesk
from imhtrainer.ui.present.pages.console_pictures import PicturesForConsoles
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.present.stage.captions import CaptionDesk
from imhtrainer.ui.present.stage.projector import Projector
from imhtrainer.ui.present.stage.room_screen import RoomScreen
from imhtrainer.ui.present.stage.strip import StripPane
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look


@dataclass(frozen=True)
class Stage:
    """What the room's window is driven by: the session, its pages and pictures, and the screen it stands on."""

    presenting: Presenting
    pages: DeckPages
    pictures: PagePictures
    audience: AudienceWindow
    strip: StripPane
    projector: Projector
    room: RoomScreen
    for_consoles: PicturesForConsoles

    def close(self) -> None:
        """Let go of session and screens."""
        self.for_consoles.close()
        self.presenting.close()
        self.projector.close()
        self.pictures.close()
        self.audience.deleteLater()


@dataclass(frozen=True)
class ConsoleDesks:
    """Who sees to what on the console."""

    parts: ConsoleParts
    views: ConsoleViews
    hands: Hands
    film: MediaDesk
    captions: CaptionDesk
    overview: OverviewDesk


def make_stage(
    page: QWidget,
    session: TrainingSession,
    deck: Deck,
    look: Look,
    services: Services,
    room: RoomLink | None,
) -> Stage:
    """The room's side of a console that stands on ``page``."""
    presenting = Presenting(session, page, room)
    pages = DeckPages(deck, services.kit, session.state, services.pictures.path)
    pictures = PagePictures(pages.image, parent=page, draw_stroke=pages.draw_stroke)
    audience = AudienceWindow()
    strip = StripPane(look)
    return Stage(
        presenting,
        pages,
        pictures,
        audience,
        strip,
        Projector(audience, page, strip.slides),
        RoomScreen(audience, presenting, pages, pictures, services.settings),
        PicturesForConsoles(pages, room),
    )


def make_desks(stage: Stage, deck: Deck, look: Look, services: Services) -> ConsoleDesks:
    """The facilitator's side."""
    presenting = stage.presenting
    parts = make_parts(look, stage.pictures, presenting, services)
    titles = {slide.id: plain(slide.title) for slide in deck.slides}
    return ConsoleDesks(
        parts,
        ConsoleViews(parts, presenting, stage.pages, stage.pictures, stage.projector, deck),
        Hands(parts.slide.picture, parts.slide.tools, presenting, stage.room),
        _make_film(stage, parts, services),
        CaptionDesk(deck, services.kit, presenting, stage.audience, parts.slide.picture),
        OverviewDesk(parts, presenting, titles),
    )


def _make_film(stage: Stage, parts: ConsoleParts, services: Services) -> MediaDesk:
    return MediaDesk(
        stage.presenting,
        stage.room,
        stage.pages,
        services.kit,
        stage.audience,
        parts.slide.picture,
        parts.slide.film,
        services.settings.now.volume,
    )
