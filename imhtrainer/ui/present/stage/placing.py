"""Putting a window onto a screen, also where programs may not name places."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from imhtrainer.services.screens.facts import ScreenFacts, distinct

NO_PLACES = frozenset({"wayland", "wayland-egl"})
"""Window systems on which a program may ask for a screen, but for no place on it."""

GAP, FRAME, TRANSPORT = 24, 48, 92
"""Pixels beside a floating window, above it for its frame, and below it for the console's buttons that stay."""
BESIDE = 480
"""Pixels a floating window must have beside the console to stand there."""


def beside_console(room: QRect, console: QRect, size: tuple[int, int]) -> QRect:
    """Where the room's window stands beside the console, at most so large, without hiding its buttons.

    Where there is no room beside it, it covers a corner of the notes: a quarter of the console's width at
    its lower right. The rectangles are of one screen, in logical pixels.
    """
    shape = size[1] / size[0]
    right, left = room.right() - console.right(), console.left() - room.left()
    free = max(right, left) - 2 * GAP
    if free >= BESIDE:
        width = min(size[0], free)
        start = console.right() + GAP if right >= left else console.left() - GAP - width
        return QRect(start, room.top() + FRAME, width, round(width * shape))
    width = min(size[0], console.width() // 4)
    high = round(width * shape)
    seen = console.intersected(room)
    return QRect(seen.right() - GAP - width, seen.bottom() - TRANSPORT - high, width, high)


def place_on(window: QWidget, screen: QScreen) -> None:
    """Have a window stand on a screen when it is next shown in full screen.

    Wayland asks for the screen as the window enters full screen, so it has to leave that first; elsewhere
    the window is moved there.
    """
    if QGuiApplication.platformName() in NO_PLACES:
        if window.isVisible() and window.screen() is not screen:
            window.hide()
        window.setScreen(screen)
        handle = window.windowHandle()
        if handle is not None:
            handle.setScreen(screen)
        return
    window.setScreen(screen)
    window.setGeometry(screen.geometry())


def move_to(window: QWidget, screen: QScreen) -> None:
    """Bring a window with everything in it to another screen, as large there as it was here."""
    full, largest = window.isFullScreen(), window.isMaximized()
    if QGuiApplication.platformName() in NO_PLACES:
        place_on(window, screen)
        window.showFullScreen()
        return
    if full or largest:
        window.showNormal()
    room = screen.availableGeometry()
    size = window.size().boundedTo(room.size())
    window.setScreen(screen)
    window.resize(size)
    window.move(room.center() - window.rect().center())
    if full:
        window.showFullScreen()
    elif largest:
        window.showMaximized()


def known_screens() -> dict[QScreen, ScreenFacts]:
    """All screens there are, and what is known of each."""
    screens = sorted(QGuiApplication.screens(), key=_place)
    return dict(zip(screens, distinct([facts(screen) for screen in screens]), strict=True))


def facts(screen: QScreen) -> ScreenFacts:
    """What tells this screen from others."""
    ratio, size, corner = screen.devicePixelRatio(), screen.size(), screen.geometry().topLeft()
    name = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
    return ScreenFacts(
        name=name,
        serial=screen.serialNumber(),
        width=round(size.width() * ratio),
        height=round(size.height() * ratio),
        scale=ratio,
        left=corner.x(),
        top=corner.y(),
    )


def _place(screen: QScreen) -> tuple[int, int]:
    corner = screen.geometry().topLeft()
    return corner.x(), corner.y()
