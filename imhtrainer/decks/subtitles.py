"""Subtitles of a video: whether they can be read."""

from pathlib import Path

import webvtt


def subtitle_fault(file: Path) -> str:
    """What is wrong with a file of subtitles; empty where nothing is."""
    try:
        captions = webvtt.read(str(file)).captions
    except webvtt.errors.MalformedFileError:
        return "the file does not begin with WEBVTT."
    except (webvtt.errors.MalformedCaptionError, UnicodeDecodeError, OSError) as error:
        return f"{error}."
    return "" if captions else "there is no line in them."
