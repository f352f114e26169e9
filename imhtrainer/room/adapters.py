"""The laptop's network adapters, those that phones can reach first."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import Literal

import psutil

AdapterKind = Literal["wifi", "ethernet", "hotspot", "virtual", "other"]

_VIRTUAL = re.compile(
    r"vpn|tun\d|tap\d|utun|wg\d|wireguard|tailscale|zerotier|ppp|docker|br-|veth|virbr|vmnet|vmware|vethernet|"
    r"hyper-v|wsl|virtualbox|vboxnet|hamachi|nordlynx|awdl|llw|anpi|gif\d|stf\d|bluetooth|isatap|teredo|loopback",
    re.IGNORECASE,
)
_WIFI = re.compile(r"wi-?fi|wlan|wlp|wlx|wl\d|airport|wireless", re.IGNORECASE)
_HOTSPOT = re.compile(r"local area connection\* ?\d+|^ap\d|bridge100|hotspot", re.IGNORECASE)
_ETHERNET = re.compile(r"^eth|^en[opsx]?\d|^en\d|ethernet|^lan", re.IGNORECASE)
_RANK: dict[AdapterKind, int] = {"wifi": 0, "hotspot": 1, "ethernet": 2, "other": 3, "virtual": 4}


@dataclass(frozen=True, slots=True)
class Adapter:
    """One address phones might reach: the adapter's own name, what it is, and whether it is up."""

    name: str
    address: str
    kind: AdapterKind
    up: bool = True

    @property
    def link_local(self) -> bool:
        """Whether no router gave this address: most phones will not get there."""
        return ipaddress.ip_address(self.address).is_link_local


def list_adapters() -> tuple[Adapter, ...]:
    """The IPv4 addresses of this machine, the likeliest for phones first; loopback is left out."""
    up = {name: stats.isup for name, stats in psutil.net_if_stats().items()}
    found = [
        Adapter(name, entry.address, kind_of(name), up.get(name, False))
        for name, entries in psutil.net_if_addrs().items()
        for entry in entries
        if entry.family == socket.AF_INET and not entry.address.startswith("127.")
    ]
    return rank(found)


def own_addresses() -> frozenset[str]:
    """Every address this machine talks to itself by."""
    families = (socket.AF_INET, socket.AF_INET6)
    found = {
        entry.address.partition("%")[0]
        for entries in psutil.net_if_addrs().values()
        for entry in entries
        if entry.family in families
    }
    return frozenset(found | {"127.0.0.1", "::1"})


def rank(adapters: list[Adapter]) -> tuple[Adapter, ...]:
    """Adapters that are up before others, addresses from a router before those without, real before virtual."""
    return tuple(
        sorted(adapters, key=lambda a: (not a.up, a.link_local, _RANK[a.kind], a.name, a.address))
    )


def kind_of(name: str) -> AdapterKind:
    """What an adapter is, by the name its system gives it."""
    for pattern, kind in _KINDS:
        if pattern.search(name):
            return kind
    return "other"


_KINDS: tuple[tuple[re.Pattern[str], AdapterKind], ...] = (
    (_HOTSPOT, "hotspot"),
    (_VIRTUAL, "virtual"),
    (_WIFI, "wifi"),
    (_ETHERNET, "ethernet"),
)
