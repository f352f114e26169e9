"""The console's panes: made, named, and put in their places."""

from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.present.console.bars import ConsoleBars
from imhtrainer.ui.present.console.columns import Columns
from imhtrainer.ui.present.console.next_pane import NextPane
from imhtrainer.ui.present.console.side_pane import SidePane
from imhtrainer.ui.present.console.slide_pane import SlidePane
from imhtrainer.ui.present.console.top_bar import ConsoleBar
from imhtrainer.ui.present.console.transport import Transport
from imhtrainer.ui.present.join.drawer import JoinDrawer
from imhtrainer.ui.present.notes.pane import NotesPane
from imhtrainer.ui.present.outline.pane import OutlinePane
from imhtrainer.ui.present.overview.pane import OverviewPane
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.round.panel import RoundPanel
from imhtrainer.ui.present.round.paper_drawer import PaperDrawer
from imhtrainer.ui.present.sign_in.drawer import SignInDrawer
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column

BARS = 3
"""At which place of the console's layout the bars stand, above the transport."""


@dataclass(frozen=True)
class ConsoleParts:
    """Top bar; outline, middle with slide or round, and side, or the overview over them; bars; transport."""

    bar: ConsoleBar
    outline: OutlinePane
    slide: SlidePane
    round: RoundPanel
    middle: QStackedWidget
    side: SidePane
    columns: Columns
    overview: OverviewPane
    desk: QStackedWidget
    bars: ConsoleBars
    transport: Transport


def make_parts(
    look: Look, pictures: PagePictures, presenting: Presenting, services: Services
) -> ConsoleParts:
    """All panes, empty."""
    settings = services.settings.now
    slide = SlidePane(look, pictures, settings.veil)
    round_panel = RoundPanel(look)
    middle = QStackedWidget()
    middle.addWidget(slide)
    middle.addWidget(round_panel)
    side = SidePane(
        look,
        NextPane(look, pictures, settings.veil),
        NotesPane(look, settings.notes_size),
        SignInDrawer(look, presenting),
        PaperDrawer(look, presenting),
        JoinDrawer(look, presenting, services.kit, services.runner),
    )
    columns = Columns(look)
    overview = OverviewPane(look, pictures, settings.veil)
    desk = QStackedWidget()
    desk.addWidget(columns)
    desk.addWidget(overview)
    return ConsoleParts(
        bar=ConsoleBar(look),
        outline=OutlinePane(look),
        slide=slide,
        round=round_panel,
        middle=middle,
        side=side,
        columns=columns,
        overview=overview,
        desk=desk,
        bars=ConsoleBars(look),
        transport=Transport(look),
    )


def lay_out(page: QWidget, parts: ConsoleParts, strip: QWidget) -> QBoxLayout:
    """Stand the panes in their places; F6 walks through the three in the middle.

    The strip is for where the room could read them.
    """
    inside = column(page)
    inside.addWidget(parts.bar)
    mark_pane(parts.overview)
    for pane in (parts.outline, parts.middle, parts.side):
        mark_pane(pane)
    parts.columns.stand(parts.outline, parts.middle, parts.side)
    inside.addWidget(parts.desk, 1)
    inside.addWidget(strip, 1)
    inside.addWidget(parts.bars)
    inside.addWidget(parts.transport)
    return inside
