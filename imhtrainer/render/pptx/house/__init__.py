"""An organization's own PowerPoint template: our slides on its master and layouts."""

from imhtrainer.render.pptx.house.reading import House, read_house
from imhtrainer.render.pptx.house.style import HouseStyle, remarks_on

__all__ = ["House", "HouseStyle", "read_house", "remarks_on"]
