"""What the hand does on the console's slide, carried to the session and to the room's window."""

from math import ceil, hypot

from PySide6.QtCore import QObject, QPointF, Signal

from imhtrainer.domain.ink import Point, Stroke, make_stroke
from imhtrainer.domain.session.commands import DrawStroke, EraseStrokes, RedoInk, UndoInk
from imhtrainer.layout.compose.ink import stroke_box
from imhtrainer.layout.compose.scene import PAGE_HEIGHT, PAGE_WIDTH
from imhtrainer.ui.present.hands.strip import ToolStrip
from imhtrainer.ui.present.hands.tools import WHOLE, WIPE, Hand, Region, Tool, framed, zoomed
from imhtrainer.ui.present.hands.view import HandView
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.marks import NOTHING, Marks
from imhtrainer.ui.present.stage.room_screen import RoomScreen

_NEAR = 2.0
"""How many times as large one key shows the place at the hand."""
_LEAST_FRAME = 0.04
"""A frame smaller than this share of the page was a slip of the hand."""


class Hands(QObject):
    """Pointer and spotlight are seen by the room only while it sees this slide live; lines go to the slide
    that the console shows. ``taken`` tells that something else, or nothing, is in the hand.
    """

    taken = Signal()

    def __init__(
        self, view: HandView, strip: ToolStrip, presenting: Presenting, room: RoomScreen
    ) -> None:
        super().__init__(presenting)
        self._view, self._strip = view, strip
        self._presenting, self._room = presenting, room
        self.hand = Hand()
        self._last = Hand(Tool.PEN)
        self._points: list[Point] = []
        self._corner: QPointF | None = None
        self._wiping = False
        self._wiped_at: Point | None = None
        self._connect()

    def toggle(self, tool: Tool) -> None:
        """Take a tool; taking the one in the hand puts all away."""
        if self.hand.tool is tool:
            self.put_away()
        else:
            self.take(Hand(tool, self._last.color, self._last.bold))

    def toggle_strip(self) -> None:
        """The strip with the pen, or nothing."""
        self.toggle(Tool.PEN)

    def put_away(self) -> bool:
        """Leave the slide alone; False when nothing was in the hand."""
        held = self.holds
        self.take(Hand(Tool.NONE, self._last.color, self._last.bold))
        return held

    @property
    def holds(self) -> bool:
        """Whether anything is in the hand."""
        return self.hand.tool is not Tool.NONE

    def take(self, hand: Hand) -> None:
        """Hold this."""
        self.hand = self._last = hand
        self._points, self._corner = [], None
        self._view.set_active(hand.tool is not Tool.NONE)
        self._strip.setVisible(hand.tool is not Tool.NONE)
        self._strip.show_hand(hand)
        self._show(NOTHING)
        self.taken.emit()
        self.refresh()

    def refresh(self) -> None:
        """The session moved on: show what can be taken back, and which part the room sees."""
        slide, page = self._place()
        ink = self._presenting.state.page_ink(slide, page)
        self._strip.show_ink(bool(ink.past), bool(ink.future), bool(ink.strokes))
        self._show(self._view.marks)

    def undo(self) -> None:
        """Take the last line, wipe or clearing on this slide back."""
        self._presenting.do(UndoInk(self._presenting.now, *self._numbers()))

    def redo(self) -> None:
        """Do it again."""
        self._presenting.do(RedoInk(self._presenting.now, *self._numbers()))

    def clear(self) -> None:
        """Wipe the slide clean; it can be taken back."""
        self._presenting.do(EraseStrokes(self._presenting.now, *self._numbers()))

    def zoom(self) -> None:
        """Twice as large at the hand; a second time the whole slide."""
        if not self.show_whole() and self._shared:
            at = self._view.hand_at
            self._zoom_to(zoomed(WHOLE, _inside(at.x()), _inside(at.y()), _NEAR))

    def show_whole(self) -> bool:
        """The whole slide again; False when it was seen already, or the room keeps what it sees."""
        near = self._room.region != WHOLE and not self._presenting.frozen
        if near:
            self._zoom_to(WHOLE)
        return near

    @property
    def near(self) -> bool:
        """Whether the room sees only a part of what the console shows."""
        return self._room.region != WHOLE and self._shared

    @property
    def _shared(self) -> bool:
        """Whether the room sees live what the console shows."""
        live = self._presenting.state.screen == "live"
        return live and self._presenting.looked_at is None and self._view.isVisible()

    def _zoom_to(self, region: Region) -> None:
        was_near = self.near
        self._room.zoom_to(region)
        self.refresh()
        if self.near != was_near:
            self._presenting.looked.emit()

    def _wheel(self, at: QPointF, factor: float) -> None:
        if self._shared:
            self._zoom_to(zoomed(self._room.region, _inside(at.x()), _inside(at.y()), factor))

    def _hover(self, at: QPointF) -> None:
        if self.hand.tool is Tool.POINTER:
            self._show(Marks(pointer=at))
        elif self.hand.tool is Tool.SPOTLIGHT:
            self._show(Marks(spot=at))

    def _leave(self) -> None:
        if not self._points:
            self._show(NOTHING)

    def _press(self, at: QPointF, wiping: bool) -> None:
        self._wiping = wiping or self.hand.tool is Tool.ERASER
        self._wiped_at = None
        if self._wiping:
            self._wipe(at)
        elif self.hand.pen is not None:
            self._points = [_point(at)]
            self._show_line()
        elif self.hand.tool is Tool.ZOOM:
            self._corner = at

    def _drag(self, at: QPointF) -> None:
        if self._wiping:
            self._wipe(at)
        elif self._points:
            self._points.append(_point(at))
            self._show_line()
        elif self._corner is not None:
            self._show(NOTHING, self._frame(self._corner, at))

    def _release(self, at: QPointF) -> None:
        if self._points:
            stroke, self._points = self._stroke(), []
            self._presenting.do(DrawStroke(self._presenting.now, *self._numbers(), stroke))
            self._show(NOTHING)
        elif self._corner is not None:
            corner, self._corner = self._corner, None
            large = max(abs(at.x() - corner.x()), abs(at.y() - corner.y())) > _LEAST_FRAME
            if large and self._shared:
                self._zoom_to(self._frame(corner, at))
            self._show(NOTHING)
        self._wiping = False

    def _wipe(self, at: QPointF) -> None:
        ink = self._presenting.state.page_ink(*self._place())
        step = self._view.shown.step if self._view.shown is not None else 0
        way = _between(self._wiped_at or _point(at), _point(at))
        self._wiped_at = _point(at)
        touched = tuple(
            number
            for number, stroke in enumerate(ink.strokes)
            if stroke.step <= step and any(stroke.touches(place, WIPE) for place in way)
        )
        if touched:
            self._presenting.do(
                EraseStrokes(self._presenting.now, *self._numbers(), strokes=touched)
            )

    def _stroke(self) -> Stroke:
        assert self.hand.pen is not None
        step = self._view.shown.step if self._view.shown is not None else 0
        return make_stroke(self.hand.pen, self.hand.ink, self.hand.width, self._points, step)

    def _show_line(self) -> None:
        self._show(Marks(line=stroke_box(self._stroke())))

    def _frame(self, corner: QPointF, at: QPointF) -> Region:
        return framed(*(_inside(n) for n in (corner.x(), corner.y(), at.x(), at.y())))

    def _show(self, marks: Marks, frame: Region | None = None) -> None:
        kept = self._presenting.frozen and self._presenting.looked_at is None
        region = self._room.region if self._shared or kept else WHOLE
        self._view.show_marks(marks, region, frame)
        self._room.show_marks(marks if self._shared else NOTHING)

    def _numbers(self) -> tuple[int, int]:
        shown = self._view.shown
        if shown is None:
            return self._presenting.state.slide, 0
        return shown.slide, int(shown.kind == "answer")

    def _place(self) -> tuple[str, int]:
        slide, page = self._numbers()
        return self._presenting.state.plan.slides[slide].id, page

    def _connect(self) -> None:
        view, strip = self._view, self._strip
        view.hovered.connect(self._hover)
        view.left.connect(self._leave)
        view.pressed.connect(self._press)
        view.dragged.connect(self._drag)
        view.released.connect(self._release)
        view.wheeled.connect(self._wheel)
        strip.changed.connect(self.take)
        strip.undo_wanted.connect(self.undo)
        strip.redo_wanted.connect(self.redo)
        strip.clear_wanted.connect(self.clear)
        strip.closed.connect(self.put_away)


def _inside(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _point(at: QPointF) -> Point:
    return _inside(at.x()) * PAGE_WIDTH, _inside(at.y()) * PAGE_HEIGHT


def _between(start: Point, end: Point) -> list[Point]:
    """Places from one to the other so near each other that a quick wipe leaves nothing out."""
    (x, y), (to_x, to_y) = start, end
    pieces = max(ceil(hypot(to_x - x, to_y - y) / WIPE), 1)
    shares = (at / pieces for at in range(1, pieces + 1))
    return [(x + (to_x - x) * share, y + (to_y - y) * share) for share in shares]
