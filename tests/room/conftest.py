"""A real session, a real journal and a real server on this machine; phones are HTTP clients."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from imhtrainer.domain.quiz import Kind
from imhtrainer.domain.session.commands import (
    Command,
    CreateSession,
    GoTo,
    InvitePhones,
    StartSession,
)
from imhtrainer.room.limits import Limits
from imhtrainer.room.server import RoomServer
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from tests.domain.classroom import CHECKS, question_plan, sitting_plan

HERE = "127.0.0.1"
CODE = "4827"
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@dataclass
class Phone:
    """A person's phone: it knows its token and its seat."""

    web: httpx.Client
    token: str = ""
    seat: str = ""

    def get(self, path: str) -> httpx.Response:
        return self.web.get(path, headers=self._headers())

    def post(self, path: str, **body: Any) -> httpx.Response:
        return self.web.post(path, json=body, headers=self._headers())

    def join(self, **more: Any) -> httpx.Response:
        answer = self.post("/api/seat", code=CODE, **more)
        if answer.status_code == 200:
            self.token, self.seat = answer.json()["token"], answer.json()["seat"]
        return answer

    def state(self) -> Any:
        return self.get("/api/state").json()

    def answer(self, *choices: int, key: str = "k", tap: int = 1, **more: Any) -> httpx.Response:
        body = {"checkpoint": "check-1", "round": 1, "key": key, "tap": tap}
        return self.post("/api/answers", **body, choices=list(choices), **more)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


class Room:
    """The laptop: a session whose phones are served on loopback."""

    def __init__(self, folder: Path, limits: Limits | None = None, kind: Kind = "single") -> None:
        self.path = folder / "journal.sqlite"
        self.journal: Journal = open_journal(self.path).journal
        self.session = TrainingSession("s", self.journal, lambda: NOW)
        plan = question_plan(kind) if kind != "single" else sitting_plan()
        self.checkpoint = next(i for i, s in enumerate(plan.slides) if s.id == "check-1")
        self.session.do(CreateSession(NOW, replace(plan, title="It Starts on Day 1")))
        self.session.do(InvitePhones(NOW, CODE))
        self.server = RoomServer(self.session, folder / "web", limits)
        self.url = self.server.start(HERE).url
        self._webs: list[httpx.Client] = []

    def phone(self) -> Phone:
        web = httpx.Client(base_url=self.url, timeout=10)
        self._webs.append(web)
        return Phone(web)

    def seated(self) -> Phone:
        phone = self.phone()
        assert phone.join().status_code == 200
        return phone

    def do(self, command: Command) -> None:
        self.session.do(command)

    def ask(self) -> None:
        """Begin, and go to the first checkpoint."""
        self.do(StartSession(NOW))
        self.do(GoTo(NOW, self.checkpoint, leave=True))

    def close(self) -> None:
        for web in self._webs:
            web.close()
        self.server.stop()
        self.journal.close()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Room</title>")
    (folder / "app.js").write_text("export const a = 1;")
    (folder / "notes.txt").write_text("not for phones")
    (tmp_path / "secret.html").write_text("secret")
    return folder


@pytest.fixture
def room(tmp_path: Path, pages: Path) -> Iterator[Room]:
    opened = Room(tmp_path)
    yield opened
    opened.close()


__all__ = ["CHECKS", "CODE", "HERE", "NOW", "Phone", "Room"]
