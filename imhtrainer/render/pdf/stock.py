"""What the pages of a file share: fonts, pictures, forms, and the dictionaries that name them."""

from collections.abc import Iterable

from imhtrainer.layout.page import FontFace, PictureBox
from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.fonts import ClusterFont, FontSet
from imhtrainer.render.pdf.objects import dictionary, name, rectangle, reference
from imhtrainer.render.pdf.pictures import add_picture


class Stock:
    """Writes each shared thing once and gives it a name that is the same on all pages."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fonts = FontSet()
        self._font_names = file.reserve()
        self._numbers: dict[str, int] = {}
        self._pictures: dict[tuple[str, float, tuple[float, ...]], str] = {}
        self._resources: dict[tuple[tuple[str, ...], tuple[float, ...]], int] = {}

    def font(self, face: FontFace) -> ClusterFont:
        """The font that takes a face's clusters."""
        return self._fonts.font(face)

    def picture(self, box: PictureBox) -> str:
        """The name of the image that holds the box's file."""
        key = (box.path, round(box.w, 1), box.crop)
        if key not in self._pictures:
            called = self._pictures[key] = f"P{len(self._pictures)}"
            self._numbers[called] = add_picture(self._file, box)
        return self._pictures[key]

    def form(
        self,
        operators: str,
        width: float,
        height: float,
        used: Iterable[str],
        shades: Iterable[float],
    ) -> str:
        """The name of a form that draws operators as on a page of that size."""
        called = f"S{len(self._numbers)}"
        entries = {
            "Type": name("XObject"),
            "Subtype": name("Form"),
            "BBox": rectangle(0, 0, width, height),
            "Resources": reference(self.resources(used, shades)),
        }
        self._numbers[called] = self._file.add_stream(operators.encode("ascii"), entries)
        return called

    def resources(self, used: Iterable[str], shades: Iterable[float]) -> int:
        """The object number of the resources of all that use the same pictures, forms and shades."""
        key = (tuple(used), tuple(shades))
        if key not in self._resources:
            named = dictionary(Font=reference(self._font_names))
            if key[0]:
                objects = {called: reference(self._numbers[called]) for called in key[0]}
                named["XObject"] = dictionary(objects)
            if key[1]:
                states = {shade_name(s): dictionary(CA=s, ca=s) for s in key[1]}
                named["ExtGState"] = dictionary(states)
            self._resources[key] = self._file.add(named)
        return self._resources[key]

    def close(self) -> None:
        """Write the fonts, which are whole only now."""
        self._fonts.add_to(self._file, self._font_names)


def shade_name(opacity: float) -> str:
    """The name of the graphics state that lets things be seen through."""
    return f"O{round(opacity * 100)}"
