"""A certificate as an Open Badges 3.0 credential: signed JSON that wallets and other programs can check.

The proof is a W3C Data Integrity proof of the suite ``eddsa-jcs-2022`` (Data Integrity EdDSA 1.0, 3.3): the
canonical JSON (RFC 8785) of proof options and credential, hashed and signed with the issuer's own key. The
issuer is a ``did:key``, so that checking needs no server.
"""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import rfc8785

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import SigningError
from imhtrainer.domain.wording import counted
from imhtrainer.signing.keys import KeyRing, verifies

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
"""The vocabularies of the credential, in the order the specification asks for."""

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519_PUBLIC = b"\xed\x01"
"""The multicodec prefix of an Ed25519 public key."""

Credential = dict[str, Any]


def make_credential(certificate: Certificate, keys: KeyRing) -> Credential:
    """The signed credential of an issued certificate; the same facts give the same credential.

    Raises ``SigningError`` for one that was issued without a seal, or by a key that is gone.
    """
    if not certificate.seal or certificate.issuer != keys.public().hex():
        raise SigningError(
            f"{certificate.serial} was not sealed with the present key, so it gets no credential."
        )
    issuer = did_key(keys.public())
    credential = _unsigned(certificate, issuer)
    options = {
        "@context": list(CONTEXTS),
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": _moment(certificate.issued),
        "verificationMethod": f"{issuer}#{issuer.removeprefix('did:key:')}",
        "proofPurpose": "assertionMethod",
    }
    signature = keys.key().sign(_hashed(credential, options))
    return {**credential, "proof": [{**options, "proofValue": "z" + base58(signature)}]}


def credential_holds(credential: Credential) -> bool:
    """Whether a credential's proof fits it and was made by the issuer that it names."""
    try:
        (proof,) = credential["proof"]
        issuer = str(credential["issuer"]["id"])
        public = from_base58(issuer.removeprefix("did:key:z"))
        signature = from_base58(str(proof["proofValue"])[1:])
        options = {name: value for name, value in proof.items() if name != "proofValue"}
        alike = options["@context"] == credential["@context"]
        named = (
            alike and proof["verificationMethod"] == f"{issuer}#{issuer.removeprefix('did:key:')}"
        )
        plain = {name: value for name, value in credential.items() if name != "proof"}
        message = _hashed(plain, options)
    except (KeyError, TypeError, ValueError, rfc8785.CanonicalizationError):
        return False
    right = public.startswith(_ED25519_PUBLIC) and options.get("cryptosuite") == "eddsa-jcs-2022"
    return named and right and verifies(public[2:], signature, message)


def did_key(public: bytes) -> str:
    """An Ed25519 key as a decentralized identifier that carries it."""
    return "did:key:z" + base58(_ED25519_PUBLIC + public)


def base58(content: bytes) -> str:
    """Bytes in the letters of base58btc."""
    number, letters = int.from_bytes(content, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        letters = _BASE58[rest] + letters
    return "1" * (len(content) - len(content.lstrip(b"\0"))) + letters


def from_base58(letters: str) -> bytes:
    """The bytes of base58btc letters; raises ``ValueError`` for any other letter."""
    number = 0
    for letter in letters:
        number = number * 58 + _BASE58.index(letter)
    plain = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return b"\0" * (len(letters) - len(letters.lstrip("1"))) + plain


def _unsigned(certificate: Certificate, issuer: str) -> Credential:
    who = certificate.organisation or certificate.facilitator or "IMH Trainer"
    training = certificate.training + (f" ({certificate.number})" if certificate.number else "")
    narrative = (
        f"Completed the {certificate.delivery} training on {certificate.held_on}: "
        f"{counted(certificate.minutes, 'minute')} of instruction, "
        f"{certificate.hours:g} {'hour' if certificate.hours == 1 else 'hours'}."
    )
    evidence = {
        "type": ["Evidence"],
        "name": f"Certificate {certificate.serial}",
        "narrative": narrative,
    }
    return {
        "@context": list(CONTEXTS),
        "id": _identity(issuer, certificate.serial, certificate.revision),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"Certificate of completion: {training}",
        "issuer": {"id": issuer, "type": ["Profile"], "name": who},
        "validFrom": _moment(certificate.issued),
        "credentialSubject": _subject(certificate, issuer, training),
        "evidence": [evidence],
    }


def _subject(certificate: Certificate, issuer: str, training: str) -> Credential:
    """The person, by name, and what was achieved: that is the same for all who completed the training."""
    objectives = (
        f" Objectives: {'; '.join(certificate.objectives)}." if certificate.objectives else ""
    )
    person = {
        "type": "IdentityObject",
        "identityHash": certificate.name,
        "identityType": "name",
        "hashed": False,
    }
    achievement = {
        "id": _identity(issuer, training),
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": training,
        "description": f"The {certificate.delivery} training “{training}”.{objectives}",
        "criteria": {"narrative": "Complete the training as its rule of completion asks."},
    }
    return {"type": ["AchievementSubject"], "identifier": [person], "achievement": achievement}


def _identity(*parts: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(parts))}"


def _hashed(credential: Credential, options: Credential) -> bytes:
    """What is signed: the hashes of the canonical options and of the canonical credential."""
    return sha256(rfc8785.dumps(options)).digest() + sha256(rfc8785.dumps(credential)).digest()


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
