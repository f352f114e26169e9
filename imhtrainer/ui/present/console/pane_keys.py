"""Keys that open and put away what stands around the slide, and what Esc puts away first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from imhtrainer.ui.present.console.desks import ConsoleDesks
from imhtrainer.ui.present.console.fold import close_outline, open_outline
from imhtrainer.ui.present.console.number_keys import NumberKeys
from imhtrainer.ui.present.console.side_pane import Drawer
from imhtrainer.ui.present.presenting import Presenting


class PaneKeys(QObject):
    """Outline, notes, drawers and bars; ``ask_to_end`` comes when there is nothing more to put away."""

    def __init__(
        self,
        presenting: Presenting,
        desks: ConsoleDesks,
        number: NumberKeys,
        ask_to_end: Callable[[], None],
    ) -> None:
        super().__init__(presenting)
        self._presenting, self._desks, self._parts = presenting, desks, desks.parts
        self._number, self._ask_to_end = number, ask_to_end

    def show_keys(self) -> None:
        """Open or close the list of keys."""
        self._toggle("keys")

    def show_people(self) -> None:
        """Open or close the sign-in desk."""
        self._toggle("people")

    def show_phones(self) -> None:
        """Open or close the join card."""
        self._toggle("phones")

    def outline(self) -> None:
        """Into the outline; from within it, or where it is a drawer, it is put away."""
        outline, columns = self._parts.outline, self._parts.columns
        if outline.folded and outline.isVisible():
            close_outline(self._parts)
        elif outline.list.hasFocus():
            columns.toggle("outline")
        else:
            open_outline(self._parts)
            columns.bring("outline")
            outline.list.setFocus(Qt.FocusReason.TabFocusReason)

    def notes(self) -> None:
        """Put next slide and notes away, or bring them back."""
        self._parts.columns.toggle("side")

    def larger(self) -> None:
        """Larger notes."""
        self._parts.side.notes.resize_text(1)

    def smaller(self) -> None:
        """Smaller notes."""
        self._parts.side.notes.resize_text(-1)

    def escape(self) -> None:
        """Put away one thing, the one in front first."""
        if not (self._leave_field() or self._leave_hand() or self._leave_pane()):
            self._ask_to_end()

    def _leave_field(self) -> bool:
        """What is being written, or the overview over everything."""
        side, void = self._parts.side, self._parts.round.void
        if side.escape():
            return True
        if void.isVisible():
            void.put_away()
            return True
        if self._desks.overview.open:
            self._desks.overview.leave()
            return True
        return False

    def _leave_hand(self) -> bool:
        return self._desks.hands.show_whole() or self._desks.hands.put_away()

    def _leave_pane(self) -> bool:
        parts = self._parts
        if parts.side.drawer:
            parts.side.open("")
        elif parts.bars.asking:
            parts.bars.question.put_away()
        elif self._number.typing:
            self._number.forget()
        elif self._presenting.looked_at is not None:
            self._presenting.look_at(None)
        elif parts.outline.folded and parts.outline.isVisible():
            close_outline(parts)
        else:
            return False
        return True

    def _toggle(self, drawer: Drawer) -> None:
        side = self._parts.side
        side.open("" if side.drawer == drawer else drawer)
