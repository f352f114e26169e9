"""Whether a window can open here; if not, the one sentence that says what to install and what works anyway."""

import builtins
import ctypes
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from imhtrainer.domain.errors import TrainerError

DEBIAN_PACKAGES = (
    "libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
    "libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"
)
"""What Qt's window system needs on Debian 12 and Ubuntu 24.04."""

HEADLESS = "Without a window these work: imhtrainer check, export, certificates, rehearse, sessions, session."


class WindowUnavailable(TrainerError):
    """No window can open here."""


def load_window(name: str) -> Any:
    """What ``name`` (``package.module:object``) means; raises WindowUnavailable where a window cannot open."""
    if sys.platform.startswith("linux"):
        _check_linux()
    return load_painter(name)


def load_painter(name: str) -> Any:
    """What ``name`` means, which needs Qt but no window; raises WindowUnavailable where Qt is missing."""
    try:
        _load_qt()
        return resolve_name(name)
    except ImportError as error:
        if _is_ours(error):
            raise
        raise WindowUnavailable(_missing_words(str(error))) from error


def _load_qt() -> None:
    """Load Qt, and put Python's own import back.

    PySide6 puts another in its place, which reads the source of every module imported from then on to see
    whether it wants ``from __feature__ import``. Nothing here does, and it is a tenth of the start.
    """
    plain = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = plain


def _is_ours(error: ImportError) -> bool:
    return bool(error.name) and str(error.name).startswith("imhtrainer")


def _check_linux() -> None:
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal", "vnc"):
        return
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    if not wayland and not os.environ.get("DISPLAY"):
        raise WindowUnavailable(
            "IMH Trainer's window needs a display, and there is none here (DISPLAY is not set). "
            f"Start it on the desktop. {HEADLESS}"
        )
    if not wayland and find_spec("PySide6") is not None:
        _check_plugin()
        _check_answer()


def _check_plugin() -> None:
    """Load the window system's plugin by hand: Qt itself ends the whole program where a library is missing."""
    spec = find_spec("PySide6")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        plugin = Path(place) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.exists():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:
                raise WindowUnavailable(_missing_words(str(error))) from error


def _check_answer() -> None:
    """Knock at the X display: Qt itself ends the whole program where nobody answers."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise WindowUnavailable(_missing_words(str(error))) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    link = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(link)
    xcb.xcb_disconnect(link)
    if refused:
        raise WindowUnavailable(
            f"IMH Trainer's window needs a display, and {os.environ['DISPLAY']} does not answer. "
            f"Start it on the desktop. {HEADLESS}"
        )


def _missing_words(reason: str) -> str:
    first = reason.splitlines()[0] if reason else "Qt is missing"
    if "PySide6" in first and "No module" in first:
        return (
            "IMH Trainer's window needs PySide6, which is not installed: "
            f"run “pip install PySide6-Essentials”. {HEADLESS}"
        )
    install = f"sudo apt-get install {DEBIAN_PACKAGES}"
    return f"IMH Trainer's window needs Qt's system libraries ({first}). On Debian or Ubuntu: {install}. {HEADLESS}"
