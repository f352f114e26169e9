"""The calm page that stands on the projector in a break: the organization's logo, or the training's title."""

from dataclasses import replace
from pathlib import Path

from imhtrainer.layout.compose.foot import finish
from imhtrainer.layout.compose.scene import PAGE_HEIGHT, Scene
from imhtrainer.layout.compose.setting import Style, paragraph, put
from imhtrainer.layout.page import Page, TextBox
from imhtrainer.layout.pictures import place_picture
from imhtrainer.layout.text import Frame, count_lines

FRAME = Frame(240, 120, 480, 300)
"""Where the logo stands, as large as it fits."""
NAME = Style(54, 62, "lagoon", "head", bold=True)
LONGEST = 4
"""Lines a training's title may take."""


def compose_logo_page(scene: Scene) -> Page:
    """The logo alone on paper; where the session has none, the training's title alone."""
    title, logo = scene.deck.title, scene.context.logo
    box = (
        place_picture(Path(logo), FRAME, alt=title, name="logo", shelf=scene.kit.pictures)
        if logo
        else _title(scene, title)
    )
    page = finish(scene, "paper", (box,), "logo", title=title)
    return replace(page, slide_id="", number=0, notes=(), description=title)


def _title(scene: Scene, title: str) -> TextBox:
    """The title, with its line break after the dash: "It Starts" must not part from "on Day 1"."""
    words = (paragraph(title.replace(" – ", "\u00a0–\n", 1), NAME, align="center"),)
    lines = min(count_lines(scene.kit.fonts, words, 760), LONGEST)
    height = lines * NAME.lead
    return put(scene, Frame(100, (PAGE_HEIGHT - height) / 2, 760, height), words, "title", "title")
