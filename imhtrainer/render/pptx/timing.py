"""The animation of a slide as markup: everything appears, one click in PowerPoint for one step here.

The nesting of time nodes is the one PowerPoint writes itself (ECMA-376, 19.5): a root, its main
sequence, a node for each click, and in it the effects that begin together.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from imhtrainer.render.pptx.builds import Effect
from imhtrainer.render.pptx.clips import Played, media_nodes
from imhtrainer.render.pptx.markup import Attributes, tag

_AT_ONCE = tag("p:stCondLst", {}, tag("p:cond", {"delay": 0}))
_AT_CLICK = tag("p:stCondLst", {}, tag("p:cond", {"delay": "indefinite"}))
_VISIBLE = (
    tag("p:attrNameLst", {}, "<p:attrName>style.visibility</p:attrName>"),
    tag("p:to", {}, tag("p:strVal", {"val": "visible"})),
)


def timing_xml(effects: Iterable[Effect], clips: Sequence[Played] = ()) -> str:
    """``p:timing`` of a slide; empty where nothing appears later and nothing plays."""
    ordered = sorted(effects, key=lambda effect: effect.step)
    if not ordered and not clips:
        return ""
    numbers = count(3)
    sequence = _main_sequence(ordered, numbers) if ordered else ""
    playing = media_nodes(clips, next(numbers))
    root: Attributes = {"id": 1, "dur": "indefinite", "restart": "never", "nodeType": "tmRoot"}
    tree = tag("p:tnLst", {}, tag("p:par", {}, _node(root, "", sequence + playing)))
    return tag("p:timing", {}, tree, _listed(ordered))


def _main_sequence(ordered: Sequence[Effect], numbers: Iterator[int]) -> str:
    clicks = "".join(
        _click(list(together), numbers) for _, together in groupby(ordered, lambda it: it.step)
    )
    return tag(
        "p:seq",
        {"concurrent": 1, "nextAc": "seek"},
        _node({"id": 2, "dur": "indefinite", "nodeType": "mainSeq"}, "", clicks),
        tag("p:prevCondLst", {}, _key("onPrev")),
        tag("p:nextCondLst", {}, _key("onNext")),
    )


def _click(effects: list[Effect], numbers: Iterator[int]) -> str:
    outer, inner = next(numbers), next(numbers)
    inside = "".join(
        _appear(effect, "withEffect" if later else "clickEffect", numbers)
        for later, effect in enumerate(effects)
    )
    together = tag("p:par", {}, _node({"id": inner, "fill": "hold"}, _AT_ONCE, inside))
    return tag("p:par", {}, _node({"id": outer, "fill": "hold"}, _AT_CLICK, together))


def _appear(effect: Effect, begins: str, numbers: Iterator[int]) -> str:
    """One shape or paragraph becomes visible: preset 1, Appear."""
    group: Attributes = {} if effect.form == "frame" else {"grpId": 0}
    preset: Attributes = {
        "id": next(numbers),
        "presetID": 1,
        "presetClass": "entr",
        "presetSubtype": 0,
        "fill": "hold",
        **group,
        "nodeType": begins,
    }
    change = tag(
        "p:set",
        {},
        tag(
            "p:cBhvr",
            {},
            tag("p:cTn", {"id": next(numbers), "dur": 1, "fill": "hold"}, _AT_ONCE),
            tag("p:tgtEl", {}, _target(effect)),
            _VISIBLE[0],
        ),
        _VISIBLE[1],
    )
    return tag("p:par", {}, _node(preset, _AT_ONCE, change))


def _target(effect: Effect) -> str:
    if effect.form != "paragraph":
        return tag("p:spTgt", {"spid": effect.shape})
    which = tag("p:pRg", {"st": effect.paragraph, "end": effect.paragraph})
    return tag("p:spTgt", {"spid": effect.shape}, tag("p:txEl", {}, which))


def _node(attributes: Attributes, start: str, inside: str) -> str:
    return tag("p:cTn", attributes, start, tag("p:childTnLst", {}, inside))


def _key(event: str) -> str:
    return tag("p:cond", {"evt": event, "delay": 0}, tag("p:tgtEl", {}, tag("p:sldTgt")))


def _listed(effects: Iterable[Effect]) -> str:
    """The build list: texts and drawn shapes that are animated, each once."""
    forms = {effect.shape: effect.form for effect in effects if effect.form != "frame"}
    ways: dict[str, Attributes] = {"paragraph": {"build": "p"}, "drawing": {"animBg": 1}}
    listed = (
        tag("p:bldP", {"spid": shape, "grpId": 0, **ways.get(form, {})})
        for shape, form in forms.items()
    )
    inside = "".join(listed)
    return tag("p:bldLst", {}, inside) if inside else ""
