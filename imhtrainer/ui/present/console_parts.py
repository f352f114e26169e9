"""The console's panes, by name."""

from dataclasses import dataclass

from PySide6.QtWidgets import QSplitter, QStackedWidget

from imhtrainer.ui.present.console_bars import ConsoleBars
from imhtrainer.ui.present.outline_pane import OutlinePane
from imhtrainer.ui.present.round_panel import RoundPanel
from imhtrainer.ui.present.side_pane import SidePane
from imhtrainer.ui.present.slide_pane import SlidePane
from imhtrainer.ui.present.top_bar import ConsoleBar
from imhtrainer.ui.present.transport import Transport


@dataclass(frozen=True)
class ConsoleParts:
    """Top bar, outline, the middle with slide or round, the side, the bars, the transport."""

    bar: ConsoleBar
    outline: OutlinePane
    slide: SlidePane
    round: RoundPanel
    middle: QStackedWidget
    side: SidePane
    columns: QSplitter
    bars: ConsoleBars
    transport: Transport
