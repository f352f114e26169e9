"""What a phone's camera reads to join a Wi-Fi network."""

import re

_SPECIAL = re.compile(r'([\\;,:"])')


def wifi_text(name: str, password: str) -> str:
    """The text of a Wi-Fi QR symbol, ``WIFI:T:WPA;S:...;P:...;;``; an open network has no password.

    Letters that part the fields are escaped as the WPA3 specification's URI scheme (section 7) and ZXing have it.
    """
    fields = f"T:WPA;S:{_escaped(name)};P:{_escaped(password)}" if password else ""
    return f"WIFI:{fields or f'T:nopass;S:{_escaped(name)}'};;"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
