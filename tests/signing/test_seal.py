"""A seal gives the printed facts back, and says so when anything was changed, lost or withdrawn."""

import stat
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from base45 import b45decode, b45encode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imhtrainer.domain.award import Provider
from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.errors import SigningError, StoreError
from imhtrainer.signing.facts import sealed_facts
from imhtrainer.signing.keys import BLOCK, KeyRing, fingerprint
from imhtrainer.signing.seal import PREFIX, check_seal, letters_of, seal_certificate
from imhtrainer.signing.withdrawals import Notice, read_list, write_list

FACTS = Certificate(
    serial=make_serial(2026, 123),
    attendee="1",
    name="Ana Lucía Fuentes Marrero",
    training="Infant Mental Health – It Starts on Day 1",
    held_on="2026-11-21",
    minutes=75,
    issued=datetime(2026, 11, 21, 16, 30, tzinfo=UTC),
    license="MH 12345",
    times="10:00 to 11:15 AM",
    venue="Alhambra Family Center",
    city="Coral Gables, Florida",
    facilitator="Marisol Herrera-Quintana",
    credentials="LMHC",
    organisation="Harborlight Family Counseling",
    provider=Provider("Harborlight", "50-12345"),
)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return KeyRing(tmp_path_factory.mktemp("home") / "keys")


@pytest.fixture(scope="module")
def seal(keys: KeyRing) -> str:
    return seal_certificate(FACTS, keys).seal


def test_a_seal_gives_the_facts_back(keys: KeyRing, seal: str) -> None:
    checked = check_seal(seal, keys.known())
    assert (checked.verdict, checked.facts) == ("valid", sealed_facts(FACTS))
    assert checked.issuer == fingerprint(keys.public())


def test_the_same_facts_seal_alike(keys: KeyRing, seal: str) -> None:
    assert seal_certificate(FACTS, keys).seal == seal


def test_a_seal_has_letters_that_a_qr_symbol_packs_well(seal: str) -> None:
    assert set(seal) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(seal) < 528  # a symbol of 73 modules at error level M


names = st.text(st.characters(codec="utf-8"), max_size=80)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(name=names, minutes=st.integers(0, 2000), venue=names)
def test_whatever_is_printed_comes_back_letter_by_letter(
    keys: KeyRing, name: str, minutes: int, venue: str
) -> None:
    certificate = replace(FACTS, name=name, minutes=minutes, venue=venue)
    checked = check_seal(seal_certificate(certificate, keys).seal, keys.known())
    assert (checked.verdict, checked.facts) == ("valid", sealed_facts(certificate))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data())
def test_no_changed_byte_passes(keys: KeyRing, seal: str, data: st.DataObject) -> None:
    raw = bytearray(b45decode(seal.removeprefix(PREFIX)))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    changed = PREFIX + b45encode(bytes(raw)).decode()
    assert check_seal(changed, keys.known()).verdict != "valid"


def test_no_shortened_seal_passes_and_most_are_told_as_such(keys: KeyRing, seal: str) -> None:
    verdicts = [check_seal(seal[:n], keys.known()).verdict for n in range(len(seal) - 1)]
    assert "valid" not in verdicts
    assert set(verdicts[len(PREFIX) + 2 :]) == {"cut short"}


@given(data=st.binary(max_size=400))
def test_the_letters_of_any_bytes_are_those_of_the_standard(data: bytes) -> None:
    assert letters_of(data).encode() == b45encode(data)
    assert b45decode(letters_of(data)) == data


def test_lines_broken_by_mail_do_no_harm(keys: KeyRing, seal: str) -> None:
    assert check_seal(f"\n{seal[:60]}\r\n{seal[60:]}\n", keys.known()).verdict == "valid"


def test_a_seal_never_ends_in_a_blank_that_copying_would_lose(keys: KeyRing) -> None:
    for number in range(300):
        certificate = replace(FACTS, serial=make_serial(2026, number), name="a" * (number % 5))
        assert not seal_certificate(certificate, keys).seal.endswith(" ")


def test_another_issuers_seal_is_unknown_and_its_facts_are_shown(
    keys: KeyRing, tmp_path: Path
) -> None:
    other = seal_certificate(FACTS, KeyRing(tmp_path / "keys")).seal
    checked = check_seal(other, keys.known())
    assert checked.verdict == "unknown issuer"
    assert checked.facts is not None


def test_a_signature_under_another_issuers_name_is_no_signature(
    keys: KeyRing, seal: str, tmp_path: Path
) -> None:
    forged = seal_certificate(replace(FACTS, name="Somebody Else"), KeyRing(tmp_path / "keys"))
    raw, mine = b45decode(forged.seal[5:]), b45decode(seal[5:])
    own_id, my_id = raw[raw.index(b"H") + 1 :][:8], mine[mine.index(b"H") + 1 :][:8]
    pasted = PREFIX + b45encode(raw.replace(own_id, my_id)).decode()
    assert check_seal(pasted, keys.known()).verdict == "altered"


@pytest.mark.parametrize("text", ["", "hello", "IMH2:ABC", "https://example.org"])
def test_what_is_no_seal_is_told_so(keys: KeyRing, text: str) -> None:
    assert check_seal(text, keys.known()).verdict == "no seal"


@pytest.mark.parametrize("text", ["IMH1:äöü", "IMH1:::::::", "IMH1:ZZZZZZ"])
def test_a_seal_of_nonsense_is_altered(keys: KeyRing, text: str) -> None:
    assert check_seal(text, keys.known()).verdict in ("altered", "cut short")


def test_what_was_withdrawn_is_told_with_its_day(keys: KeyRing, seal: str) -> None:
    revoked = {FACTS.serial: Notice("A", True, date(2026, 12, 1))}
    checked = check_seal(seal, keys.known(), revoked)
    assert checked.verdict == "revoked"
    assert "December 1, 2026" in checked.said
    corrected = {FACTS.serial: Notice("B", False, date(2026, 12, 1))}
    assert check_seal(seal, keys.known(), corrected).verdict == "superseded"
    second = seal_certificate(replace(FACTS, revision="B"), keys).seal
    assert check_seal(second, keys.known(), corrected).verdict == "valid"


def test_a_signed_list_of_withdrawals_comes_back_and_no_changed_one_does(
    keys: KeyRing, tmp_path: Path
) -> None:
    notices = {FACTS.serial: Notice("B", False, date(2026, 12, 1))}
    made = datetime(2026, 12, 2, tzinfo=UTC)
    content = write_list(notices, made, keys)
    read = read_list(content, keys.known())
    assert (read.made, read.notices) == (made, notices)
    with pytest.raises(SigningError, match="altered"):
        read_list(content.replace(b"2026-12-01", b"2027-12-01"), keys.known())
    with pytest.raises(SigningError, match="not known"):
        read_list(content, KeyRing(tmp_path / "keys").known())
    with pytest.raises(SigningError, match="damaged"):
        read_list(content[:-20], keys.known())


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are told otherwise there")
def test_the_private_key_is_its_owners_alone(tmp_path: Path) -> None:
    KeyRing(tmp_path / "keys").key()
    assert stat.S_IMODE((tmp_path / "keys" / "issuer.pem").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


def test_the_key_is_the_same_the_next_day(tmp_path: Path) -> None:
    assert KeyRing(tmp_path).public() == KeyRing(tmp_path).public()


def test_a_lost_key_is_told_and_not_replaced_in_silence_and_old_seals_verify(
    tmp_path: Path,
) -> None:
    before = KeyRing(tmp_path)
    old = seal_certificate(FACTS, before).seal
    (tmp_path / "issuer.pem").unlink()
    after = KeyRing(tmp_path)
    assert after.lost
    with pytest.raises(SigningError, match="under Settings"):
        seal_certificate(FACTS, after)
    after.begin_anew()
    new = seal_certificate(FACTS, after).seal
    assert check_seal(old, after.known()).verdict == "valid"
    assert check_seal(new, after.known()).verdict == "valid"
    assert len(after.known()) == 2


def test_a_damaged_key_is_told_and_kept_aside(tmp_path: Path) -> None:
    KeyRing(tmp_path).key()
    (tmp_path / "issuer.pem").write_text("-----BEGIN", "ascii")
    damaged = KeyRing(tmp_path)
    with pytest.raises(SigningError, match="damaged"):
        damaged.key()
    damaged.begin_anew()
    assert (tmp_path / "issuer.pem.old").read_text("ascii") == "-----BEGIN"


def test_a_copy_under_a_passphrase_brings_the_key_back(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "keys")
    ring.export("correct horse", tmp_path / "copy.pem")
    assert b"ENCRYPTED" in (tmp_path / "copy.pem").read_bytes()
    other = KeyRing(tmp_path / "elsewhere")
    with pytest.raises(SigningError, match="passphrase"):
        other.restore(tmp_path / "copy.pem", "wrong horse")
    other.restore(tmp_path / "copy.pem", "correct horse")
    assert other.public() == ring.public()
    assert other.numbers_after % BLOCK == 0
    assert 100_000 <= other.numbers_after < 999_000
    assert ring.numbers_after == 0
    block = other.numbers_after
    other.restore(tmp_path / "copy.pem", "correct horse")
    assert KeyRing(tmp_path / "elsewhere").numbers_after == block
    with pytest.raises(SigningError, match="8 letters"):
        ring.export("short", tmp_path / "copy2.pem")
    with pytest.raises(StoreError):
        ring.restore(tmp_path / "nothing.pem", "correct horse")
