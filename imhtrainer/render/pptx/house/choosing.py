"""For each kind of our pages the layout of the template that suits it best."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imhtrainer.domain.errors import RenderError
from imhtrainer.render.pptx.house.holders import Binding, HouseLayout, bind


@dataclass(frozen=True, slots=True)
class Need:
    """What a kind of page needs: its roles in the order of importance, and PowerPoint's own kinds.

    A ``drawn`` page is a picture of cards and figures: only its title is bound, the rest stays as it is.
    """

    roles: tuple[str, ...]
    kinds: tuple[str, ...]
    drawn: bool = False


_ALWAYS = ("number",)
_DRAWN = Need(("title", *_ALWAYS), ("titleOnly",), drawn=True)
NEEDS: Mapping[str, Need] = {
    "title": Need(("title", "subtitle", "picture", *_ALWAYS), ("title",)),
    "section": Need(("title", "body", *_ALWAYS), ("secHead",)),
    "text": Need(("title", "body", *_ALWAYS), ("obj", "tx")),
    "columns": Need(("title", "left", "right", *_ALWAYS), ("twoObj",)),
    "picture": Need(("title", "body", "picture", *_ALWAYS), ("twoObj", "picTx", "txAndObj")),
    "quote": Need(("title", "body", *_ALWAYS), ("obj", "tx")),
    "table": Need(("title", "table", *_ALWAYS), ("tbl", "obj")),
    "closing": Need(("title", "body", "picture", *_ALWAYS), ("twoObj", "picTx", "txAndObj")),
}

_ROLE, _LEFT_OVER, _KIND, _CENTRED = 10, 2, 6, 6


def need_of(layout: str) -> Need:
    """What pages of one of our layouts need."""
    return NEEDS.get(layout, _DRAWN)


def choose(layout: str, offered: Iterable[HouseLayout]) -> Binding:
    """The best binding for our pages of ``layout``; ``RenderError`` where nothing has a title."""
    need = need_of(layout)
    bindings = [bind(need.roles, candidate) for candidate in offered]
    titled = [binding for binding in bindings if "title" in binding.roles]
    if not titled:
        raise RenderError(
            "The template has no layout with a title placeholder, so no slide can stand on it. "
            "In PowerPoint's slide master view add one, for example “Title Only”."
        )
    return max(titled, key=lambda binding: _score(layout, need, binding))


def _score(layout: str, need: Need, binding: Binding) -> int:
    content = sum(holder.is_content for holder in binding.layout.holders)
    used = sum(holder.is_content for holder in binding.roles.values())
    score = _ROLE * len(binding.roles) - _LEFT_OVER * (content - used)
    if binding.layout.kind in need.kinds:
        score += _KIND
    if (binding.roles["title"].kind == "ctrTitle") == (layout == "title"):
        score += _CENTRED
    return score
