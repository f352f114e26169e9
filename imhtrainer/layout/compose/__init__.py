"""From slides to measured pages: one module per slide layout, and what they share."""

from imhtrainer.layout.compose.fitting import fitting_problems
from imhtrainer.layout.compose.pages import (
    compose_answer,
    compose_break,
    compose_deck,
    compose_invitation,
    compose_logo,
    compose_points,
    compose_slide,
)

__all__ = [
    "compose_answer",
    "compose_break",
    "compose_deck",
    "compose_invitation",
    "compose_logo",
    "compose_points",
    "compose_slide",
    "fitting_problems",
]
