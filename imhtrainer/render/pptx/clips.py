"""Videos and sounds: embedded, with their picture as the poster and their subtitles, and how they are started.

The file is in the package once and related twice: older programs follow ``a:videoFile``, PowerPoint since
2010 the extension ``p14:media``. Subtitles are a track of that extension, which PowerPoint since 2019 offers
as closed captions ([MS-PPTX] 2.2.4.1 and the schema ``powerpoint/2017/3/main``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from imhtrainer.layout.page import Clip
from imhtrainer.render.pptx.markup import Attributes, tag
from imhtrainer.render.pptx.sections import guid

MEDIA_RELATION = "http://schemas.microsoft.com/office/2007/relationships/media"
CAPTIONS_RELATION = "http://schemas.microsoft.com/office/2017/04/relationships/track"
PLAY_ON_CLICK = tag("a:hlinkClick", {"r:id": "", "action": "ppaction://media"})
"""What makes a poster play when it is clicked."""

_POWERPOINT_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_EXTENSION = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"
_POWERPOINT_2019 = "http://schemas.microsoft.com/office/powerpoint/2017/3/main"
_TRACKS = "{3AFAAA56-56D3-431D-BCD4-E75A35582382}"
_CAPTIONS = "Captions"
_VOLUME = 80_000


@dataclass(frozen=True, slots=True)
class Played:
    """A clip on a slide: the id of its shape and the clip."""

    shape: int
    clip: Clip


def clip_relations(clip: Clip, linked: str, embedded: str, captions: str = "") -> str:
    """What follows the placeholder in ``p:nvPr``: two relationships to the same file, and one to captions.

    ``captions`` are the element of its track, if it has one.
    """
    media = {"xmlns:p14": _POWERPOINT_2010, "r:embed": embedded}
    extension = tag("p:ext", {"uri": _EXTENSION}, tag("p14:media", media, captions))
    return tag(f"a:{clip.kind}File", {"r:link": linked}) + tag("p:extLst", {}, extension)


def caption_track(lang: str, embedded: str) -> str:
    """The extension of a medium that names its captions, in the language ``lang``."""
    identity = guid(f"captions:{embedded}:{lang}")
    track = {"id": identity, "label": _CAPTIONS, "lang": lang, "r:embed": embedded}
    tracks = tag("p173:trackLst", {}, tag("p173:track", track))
    shown = {"xmlns:p173": _POWERPOINT_2019, "displayLoc": "media"}
    extension = tag("p:ext", {"uri": _TRACKS}, tag("p173:tracksInfo", shown, tracks))
    return tag("p14:extLst", {}, extension)


def media_nodes(clips: Iterable[Played], first_id: int) -> str:
    """The time nodes of a slide's clips: each waits for a click on its poster."""
    return "".join(_node(played, number) for number, played in enumerate(clips, first_id))


def _node(played: Played, number: int) -> str:
    clip = played.clip
    repeated: Attributes = {"repeatCount": "indefinite"} if clip.loop else {}
    silent: Attributes = {"mute": 1} if clip.mute else {}
    waits = tag("p:stCondLst", {}, tag("p:cond", {"delay": "indefinite"}))
    time = tag("p:cTn", {"id": number, **repeated, "fill": "hold", "display": 0}, waits)
    target = tag("p:tgtEl", {}, tag("p:spTgt", {"spid": played.shape}))
    node = tag("p:cMediaNode", {"vol": _VOLUME, **silent}, time, target)
    return tag(f"p:{clip.kind}", {}, node)
