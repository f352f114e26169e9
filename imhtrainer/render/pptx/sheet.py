"""The slide being written: its part, its next shape id, the names taken, and its relationships."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from imhtrainer.layout.page import ChartBox, Clip, PictureBox
from imhtrainer.render.pptx.clips import (
    CAPTIONS_RELATION,
    MEDIA_RELATION,
    Played,
    caption_track,
    clip_relations,
)
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.markup import Attributes, tag
from imhtrainer.render.pptx.parts import RT, Part
from imhtrainer.render.pptx.pictures import Media
from imhtrainer.render.pptx.slots import Slot
from imhtrainer.render.pptx.text import Voice

_OUTSIDE = ("http://", "https://", "mailto:", "tel:")
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE = tag(
    "a:ext",
    {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"},
    tag(
        "adec:decorative",
        {
            "xmlns:adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
            "val": 1,
        },
    ),
)
_KEEP_TEXT_COLOR = tag(
    "a:extLst",
    {},
    tag(
        "a:ext",
        {"uri": "{A12FA001-AC4F-418D-AE19-62706E023703}"},
        tag(
            "ahyp:hlinkClr",
            {
                "xmlns:ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
                "val": "tx",
            },
        ),
    ),
)


@dataclass
class Sheet:
    """What the shapes of one slide share; ``slides`` are the slide parts by slide id."""

    part: Part
    colors: Colors
    lang: str
    media: Media
    slides: Mapping[str, Part]
    add_chart: Callable[[ChartBox, Colors], Part]
    measured: bool = True
    clips: list[Played] = field(default_factory=list)
    _last_id: int = 1
    _names: dict[str, int] = field(default_factory=dict)

    @property
    def next_id(self) -> int:
        """The id that the next shape will have."""
        return self._last_id + 1

    def voice(self, slot: Slot | None = None) -> Voice:
        """What the slide's text is written with, in a placeholder or outside."""
        return Voice(self.colors, self.lang, self.link, slot, self.measured)

    def properties(
        self, name: str, alt: str = "", *, decorative: bool = False, click: str = ""
    ) -> str:
        """``p:cNvPr`` with the next id and a name that no other shape of the slide has.

        ``click`` is the element that says what a click on the shape does.
        """
        self._last_id += 1
        attributes: dict[str, str | int] = {"id": self._last_id, "name": self._unique(name)}
        if alt:
            attributes["descr"] = alt
        mark = tag("a:extLst", {}, _DECORATIVE) if decorative else ""
        return tag("p:cNvPr", attributes, click, mark)

    def link(self, target: str) -> str:
        """The hyperlink element of a web address or ``#slide-id``, empty for any other target."""
        attributes: Attributes
        if target.startswith("#") and target[1:] in self.slides:
            relation = self.part.relate_to(self.slides[target[1:]], RT.SLIDE)
            attributes = {"r:id": relation, "action": "ppaction://hlinksldjump"}
        elif target.lower().startswith(_OUTSIDE):
            attributes = {"r:id": self.part.relate_to(target, RT.HYPERLINK)}
        else:
            return ""
        return tag("a:hlinkClick", attributes, _KEEP_TEXT_COLOR)

    def picture(self, box: PictureBox) -> str:
        """The ``a:blip`` of a picture: its raster, and its drawing where it has one."""
        raster = {"r:embed": self.part.relate_to(self.media.part(box.path), RT.IMAGE)}
        if not box.drawing or box.clip:
            return tag("a:blip", raster)
        drawing = self.part.relate_to(self.media.drawing(box.path), RT.IMAGE)
        vector = {"xmlns:asvg": _SVG, "r:embed": drawing}
        extension = tag("a:ext", {"uri": _SVG_EXTENSION}, tag("asvg:svgBlip", vector))
        return tag("a:blip", raster, tag("a:extLst", {}, extension))

    def clip(self, clip: Clip) -> str:
        """What makes the shape that was begun last play a video or sound."""
        self.clips.append(Played(self._last_id, clip))
        part = self.media.clip(clip)
        linked = self.part.relate_to(part, RT.VIDEO if clip.kind == "video" else RT.AUDIO)
        embedded = self.part.relate_to(part, MEDIA_RELATION)
        return clip_relations(clip, linked, embedded, self._captions(clip))

    def _captions(self, clip: Clip) -> str:
        if not clip.subtitles:
            return ""
        part = self.media.captions(clip)
        return caption_track(self.lang, self.part.relate_to(part, CAPTIONS_RELATION))

    def chart(self, box: ChartBox) -> str:
        """The relationship to a new native chart."""
        return self.part.relate_to(self.add_chart(box, self.colors), RT.CHART)

    def _unique(self, name: str) -> str:
        count = self._names.get(name, 0) + 1
        self._names[name] = count
        return name if count == 1 else self._unique(f"{name} {count}")
