"""The room's server as a test wants it: no socket is opened."""

from collections.abc import Callable

from imhtrainer.domain.errors import RoomError
from imhtrainer.domain.session.commands import InvitePhones
from imhtrainer.room.adapters import Adapter
from imhtrainer.room.server import RoomView
from imhtrainer.services.session import TrainingSession

WIFI = Adapter("Wi-Fi", "192.168.1.20", "wifi")
VPN = Adapter("tun0", "10.8.0.2", "virtual")


class QuietServer:
    """Serves nobody, and says what a test wants it to."""

    def __init__(self, session: TrainingSession) -> None:
        self.view = RoomView()
        self._session = session
        self._tell: Callable[[RoomView], None] = lambda _view: None
        self.blocked = ""

    def watch(self, observer: Callable[[RoomView], None]) -> Callable[[], None]:
        self._tell = observer
        return lambda: None

    def start(self, address: str) -> RoomView:
        if self.blocked:
            raise RoomError(self.blocked)
        state = self._session.state
        self._session.do(InvitePhones(self._session.now(), "4827", state.check_in))
        return self.say(RoomView(address, 8765))

    def paint_by(self, paint: object) -> None:
        pass

    def stop(self) -> None:
        self.say(RoomView())

    def say(self, view: RoomView) -> RoomView:
        self.view = view
        self._tell(view)
        return view
