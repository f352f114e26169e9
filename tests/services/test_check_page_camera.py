"""The check page's camera: a browser whose camera sees a printed certificate shows its facts."""

from collections.abc import Iterator
from pathlib import Path
from shutil import which

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from imhtrainer.domain.certificate import Certificate
from imhtrainer.layout.qr import place_qr
from imhtrainer.services.check_page import PAGE, write_check_files
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.seal import seal_certificate
from tests.signing.test_seal import FACTS

WIDTH, HEIGHT = 1280, 720
TURNED = 4
"""Degrees by which nobody holds a paper straight."""

CHROMIUM = which("chromium")


def seen(certificate: Certificate) -> NDArray[np.uint8]:
    """The symbol as a camera sees it: grey paper, a little turned, not quite black."""
    rows = place_qr(certificate.seal, 0, 0, 85, quick=True).rows
    modules = np.frombuffer(b"".join(rows), np.uint8).reshape(len(rows), -1)
    symbol = Image.fromarray(np.where(modules > 0, 225, 40).astype(np.uint8))
    symbol = symbol.resize((560, 560), Image.Resampling.NEAREST)
    frame = Image.new("L", (WIDTH, HEIGHT), 225)
    frame.paste(symbol, ((WIDTH - 560) // 2, (HEIGHT - 560) // 2))
    return np.asarray(frame.rotate(TURNED, Image.Resampling.BICUBIC, fillcolor=225))


def write_film(frame: NDArray[np.uint8], path: Path) -> None:
    """A film of a few equal frames (YUV4MPEG2, 4:2:0), which Chromium plays as its camera."""
    color = bytes([128]) * (WIDTH * HEIGHT // 2)
    head = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode()
    path.write_bytes(head + (b"FRAME\n" + frame.tobytes() + color) * 3)


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "keys")


@pytest.fixture
def page(keys: KeyRing, tmp_path: Path) -> Iterator[Page]:
    """The page, opened from its file in a browser whose camera sees a certificate."""
    write_film(seen(seal_certificate(FACTS, keys)), tmp_path / "camera.y4m")
    write_check_files(tmp_path, keys, (), "Harborlight", {}, FACTS.issued)
    switches = (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={tmp_path / 'camera.y4m'}",
    )
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(switches))
        opened = browser.new_page()
        opened.goto((tmp_path / PAGE).as_uri())
        yield opened
        browser.close()


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_what_the_camera_sees_is_read_and_its_facts_are_shown(page: Page) -> None:
    page.get_by_role("button", name="Use the camera").click()
    page.get_by_text("The issuer signed these facts.").wait_for(timeout=30_000)
    shown = page.locator("body").inner_text()
    assert FACTS.name in shown
    assert FACTS.serial in shown
    assert page.get_by_role("button", name="Use the camera").is_visible()
