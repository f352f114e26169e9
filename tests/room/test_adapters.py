"""Which of the laptop's addresses phones are likeliest to reach."""

import ipaddress

import pytest

from imhtrainer.room.adapters import Adapter, AdapterKind, kind_of, list_adapters, rank


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Wi-Fi", "wifi"),
        ("wlp3s0", "wifi"),
        ("wlan0", "wifi"),
        ("Ethernet", "ethernet"),
        ("Ethernet 2", "ethernet"),
        ("enp0s31f6", "ethernet"),
        ("eth0", "ethernet"),
        ("en0", "ethernet"),
        ("Local Area Connection* 10", "hotspot"),
        ("bridge100", "hotspot"),
        ("vEthernet (WSL)", "virtual"),
        ("vEthernet (Default Switch)", "virtual"),
        ("VMware Network Adapter VMnet8", "virtual"),
        ("VirtualBox Host-Only Network", "virtual"),
        ("docker0", "virtual"),
        ("br-3fa9", "virtual"),
        ("utun3", "virtual"),
        ("tun0", "virtual"),
        ("NordLynx", "virtual"),
        ("Tailscale", "virtual"),
        ("Bluetooth Network Connection", "virtual"),
        ("mystery", "other"),
    ],
)
def test_an_adapters_name_says_what_it_is(name: str, kind: AdapterKind) -> None:
    assert kind_of(name) == kind


def test_real_ones_stand_before_virtual_ones_and_those_without_a_router_last() -> None:
    listed = [
        Adapter("docker0", "172.17.0.1", "virtual"),
        Adapter("tun0", "10.8.0.2", "virtual"),
        Adapter("Ethernet", "169.254.3.4", "ethernet"),
        Adapter("Wi-Fi 2", "192.168.2.9", "wifi", up=False),
        Adapter("Ethernet 2", "10.0.0.5", "ethernet"),
        Adapter("Wi-Fi", "192.168.1.5", "wifi"),
    ]
    ranked = [adapter.address for adapter in rank(listed)]
    assert ranked == [
        "192.168.1.5",
        "10.0.0.5",
        "172.17.0.1",
        "10.8.0.2",
        "169.254.3.4",
        "192.168.2.9",
    ]


def test_this_machines_own_adapters_are_listed_without_loopback() -> None:
    for adapter in list_adapters():
        assert ipaddress.ip_address(adapter.address).version == 4
        assert not ipaddress.ip_address(adapter.address).is_loopback
