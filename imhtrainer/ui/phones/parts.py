"""Where a session's server and the laptop's adapters come from; the web's libraries are read when wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from imhtrainer.domain.session.state import SessionState
    from imhtrainer.room.adapters import Adapter
    from imhtrainer.room.server import RoomView
    from imhtrainer.services.session import TrainingSession

    Paint = Callable[[SessionState, int, int], bytes]
    """Paints a slide at a step into a picture's file, on any thread."""


class Server(Protocol):
    """What the room's server can do; ``imhtrainer.room.server`` has it."""

    @property
    def view(self) -> RoomView:
        """How it stands."""

    def watch(self, observer: Callable[[RoomView], None]) -> Callable[[], None]:
        """Have ``observer`` hear how it stands, on any thread."""

    def start(self, address: str) -> RoomView:
        """Serve phones at an address; raises RoomError."""

    def paint_by(self, paint: Paint | None) -> None:
        """Have pictures of slides painted for consoles, or none any more."""

    def stop(self) -> None:
        """Let phones go."""


@dataclass(frozen=True, slots=True)
class RoomParts:
    """Where servers and adapters come from; the web's libraries are read only when they are wanted."""

    make_server: Callable[[TrainingSession], Server]
    list_adapters: Callable[[], tuple[Adapter, ...]]


def room_parts() -> RoomParts:
    """The real server and this laptop's adapters."""
    return RoomParts(_make_server, _list_adapters)


def _make_server(session: TrainingSession) -> Server:
    server: Server = resolve_name("imhtrainer.room.server:RoomServer")(session)
    return server


def _list_adapters() -> tuple[Adapter, ...]:
    adapters: tuple[Adapter, ...] = resolve_name("imhtrainer.room.adapters:list_adapters")()
    return adapters
