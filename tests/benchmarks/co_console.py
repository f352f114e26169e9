"""Prints how soon a co-facilitator's press moves the room: python tests/benchmarks/co_console.py [--presses 200].

The tablet is another process: it presses next and back, hears the news by WebSocket and fetches the pictures of
what is shown and of what comes next, as the page does. The real console stands in this process and paints the
room's window. Then keys are pressed on the laptop, by turns alone and while the tablet has every slide painted.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import time
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

import httpx
from PySide6.QtCore import QCoreApplication, Qt
from websockets.asyncio.client import connect

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.session.commands import InviteCoFacilitator
from imhtrainer.resources import slides_path
from imhtrainer.room.server import RoomServer
from imhtrainer.ui.present.pages.console_pictures import console_painter
from imhtrainer.ui.present.stage.audience import AudienceWindow
from tests.benchmarks.key_to_paint import Watch
from tests.benchmarks.room import press, rest, tell
from tests.benchmarks.stage import Held, set_stage

CODE = "K7QM2R9TPX"
PAUSE = 0.25
"""Seconds between two presses."""
KEYS = 150
"""Keys on the laptop, each way."""


class Paints:
    """When the room's window was painted, on the clock that both processes share."""

    def __init__(self) -> None:
        self.times: list[float] = []
        whole = AudienceWindow.show_picture

        def noted(*args: Any, **named: Any) -> None:
            whole(*args, **named)
            self.times.append(time.perf_counter())

        owner: Any = AudienceWindow
        owner.show_picture = noted

    def after(self, moment: float) -> float:
        """Milliseconds from a moment to the next painting; none came where that is endless."""
        later = (painted for painted in self.times if painted >= moment)
        return (next(later, float("inf")) - moment) * 1000


def run_tablet(url: str, *words: str) -> "subprocess.Popen[str]":
    """The other process."""
    command = [sys.executable, __file__, "--tablet", url, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def told_by(tablet: "subprocess.Popen[str]") -> Any:
    """What the tablet measured, the program running meanwhile."""
    while tablet.poll() is None:
        QCoreApplication.processEvents()
        time.sleep(0.001)
    assert tablet.stdout is not None
    return json.loads(tablet.stdout.read())


def measure(presses: int, held: Held, paints: Paints, watch: Watch) -> None:
    """One tablet that presses, then one that looks at everything."""
    session, page = held.session, held.page
    server = RoomServer(session)
    server.paint_by(console_painter(page._stage.pages))  # the console's own, as in the program
    server.start("127.0.0.1")
    session.do(InviteCoFacilitator(session.now(), CODE))
    rest(1.0)
    told = told_by(run_tablet(server.view.url, "press", str(presses)))
    moved = [paints.after(moment) for moment in told["pressed"]]
    tell("press on the tablet to the room's window", moved)
    tell("press to “on disk”", told["answered"])
    tell("press to the tablet's news", told["heard"])
    tell("a picture fetched, painted or kept", told["pictures"])
    print(f"a picture is {max(told['sizes']) / 1000:.0f} kB at most")
    keys = cycle((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp))
    for name in ("looks at nothing", "has every slide painted"):
        busy = run_tablet(server.view.url, "look", str(KEYS * 0.2)) if "every" in name else None
        rest(1.0)
        spent = time.process_time()
        taken: list[float] = []
        while len(taken) < KEYS:
            rest(0.15)
            taken.append(press(page, watch, next(keys)))
        spent = (time.process_time() - spent) / KEYS * 1000
        tell(f"key on the laptop, the tablet {name}", [one for one in taken if one >= 0])
        print(f"{'':40s} processor {spent:.1f} ms a key, all threads")
        if busy is not None:
            busy.kill()
            busy.wait()
    server.stop()


async def be_tablet(url: str, what: str, amount: float) -> None:
    """Come in and press so often, or look at all slides for so many seconds."""
    async with httpx.AsyncClient(base_url=url) as web:
        joined = (await web.post("/co/api/join", json={"code": CODE, "name": "Noor"})).json()
        web.headers["Authorization"] = f"Bearer {joined['token']}"
        if what == "look":
            await _look(web, amount)
            return
        parts = urlsplit(url)
        async with connect(f"ws://{parts.netloc}/co/ws", proxy=None) as pushed:
            await pushed.send(json.dumps({"token": joined["token"]}))
            await pushed.recv()
            print(json.dumps(await _press(web, pushed, int(amount))))


async def _look(web: httpx.AsyncClient, seconds: float) -> None:
    until, slides = time.perf_counter() + seconds, (await web.get("/co/api/state")).json()["slides"]
    for slide in cycle(range(slides)):
        if time.perf_counter() > until:
            return
        await web.get(f"/co/api/picture?slide={slide}&step=0")
        await asyncio.sleep(0.1)


async def _press(web: httpx.AsyncClient, pushed: Any, presses: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {
        name: [] for name in ("pressed", "answered", "heard", "pictures", "sizes")
    }
    state = (await web.get("/co/api/state")).json()
    for number in range(presses):
        await asyncio.sleep(PAUSE)
        do = "back" if number % 8 > 4 else "next"
        wish = {"key": f"press-{number:04}", "seen": state["seen"], "do": do, "leave": True}
        begun = time.perf_counter()
        state = (await web.post("/co/api/do", json=wish)).json()
        found["pressed"].append(begun)
        found["answered"].append((time.perf_counter() - begun) * 1000)
        while json.loads(await pushed.recv())["at"] < state["at"]:
            pass
        found["heard"].append((time.perf_counter() - begun) * 1000)
        for place in filter(None, (state["here"], state["next"])):
            begun = time.perf_counter()
            wanted = f"/co/api/picture?slide={place['slide']}&step={place['step']}"
            found["sizes"].append(len((await web.get(wanted)).content))
            found["pictures"].append((time.perf_counter() - begun) * 1000)
    return found


def main() -> None:
    """Print the figures, or be the tablet."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--presses", type=int, default=200)
    arguments.add_argument("--tablet", nargs=3, default=None, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.tablet:
        asyncio.run(be_tablet(asked.tablet[0], asked.tablet[1], float(asked.tablet[2])))
        return
    stage, paints, watch = set_stage(), Paints(), Watch()
    with stage.hold(read_deck(slides_path() / "it-starts-on-day-1"), 1920, 1080) as held:
        measure(asked.presses, held, paints, watch)


if __name__ == "__main__":
    main()
