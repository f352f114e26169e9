"""A certificate as an Open Badges 3.0 credential: what the specification asks for, and a proof that holds.

The published JSON schema comes in no package; ``SCHEMA`` restates what the specification requires of an
AchievementCredential (1EdTech Open Badges 3.0, chapter B).
"""

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.errors import SigningError
from imhtrainer.signing.badge import base58, credential_holds, from_base58, make_credential
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.seal import seal_certificate
from tests.signing.test_seal import FACTS

_URI = {"type": "string", "pattern": "^(https?|urn|did):"}
_TYPES = {"type": "array", "items": {"type": "string"}, "minItems": 1}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "id", "type", "credentialSubject", "issuer", "validFrom"],
    "properties": {
        "@context": {
            "type": "array",
            "minItems": 2,
            "prefixItems": [
                {"const": "https://www.w3.org/ns/credentials/v2"},
                {"pattern": r"^https://purl\.imsglobal\.org/spec/ob/v3p0/context-3\.0\.\d\.json$"},
            ],
        },
        "id": _URI,
        "type": {
            **_TYPES,
            "allOf": [
                {"contains": {"const": "VerifiableCredential"}},
                {"contains": {"enum": ["AchievementCredential", "OpenBadgeCredential"]}},
            ],
        },
        "name": {"type": "string"},
        "issuer": {
            "type": "object",
            "required": ["id", "type"],
            "properties": {"id": _URI, "type": {**_TYPES, "contains": {"const": "Profile"}}},
        },
        "validFrom": _MOMENT,
        "credentialSubject": {
            "type": "object",
            "required": ["type", "achievement"],
            "properties": {
                "type": {**_TYPES, "contains": {"const": "AchievementSubject"}},
                "identifier": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["type", "hashed", "identityHash", "identityType"],
                        "properties": {
                            "type": {"const": "IdentityObject"},
                            "hashed": {"type": "boolean"},
                            "identityHash": {"type": "string"},
                            "identityType": {"enum": ["name", "emailAddress", "identifier"]},
                        },
                    },
                },
                "achievement": {
                    "type": "object",
                    "required": ["id", "type", "criteria", "description", "name"],
                    "properties": {
                        "id": _URI,
                        "type": {**_TYPES, "contains": {"const": "Achievement"}},
                        "criteria": {
                            "type": "object",
                            "anyOf": [{"required": ["id"]}, {"required": ["narrative"]}],
                        },
                        "description": {"type": "string", "minLength": 1},
                        "name": {"type": "string", "minLength": 1},
                        "achievementType": {"enum": ["CertificateOfCompletion"]},
                    },
                },
            },
        },
        "proof": {
            "type": "array",
            "items": {
                "type": "object",
                "required": [
                    "type",
                    "cryptosuite",
                    "verificationMethod",
                    "proofPurpose",
                    "proofValue",
                ],
                "properties": {
                    "type": {"const": "DataIntegrityProof"},
                    "created": _MOMENT,
                    "proofPurpose": {"const": "assertionMethod"},
                    "proofValue": {"type": "string", "pattern": "^z[1-9A-HJ-NP-Za-km-z]+$"},
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return KeyRing(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def credential(keys: KeyRing) -> dict[str, Any]:
    return make_credential(seal_certificate(FACTS, keys), keys)


def test_the_credential_is_what_the_specification_asks_for(credential: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(credential)
    assert FACTS.name in json.dumps(credential, ensure_ascii=False)


def test_its_proof_holds_also_after_a_trip_through_a_file(
    credential: dict[str, Any], keys: KeyRing
) -> None:
    assert credential_holds(json.loads(json.dumps(credential, indent=2, sort_keys=True)))
    assert make_credential(seal_certificate(FACTS, keys), keys) == credential


@pytest.mark.parametrize(
    "path",
    [
        ("name",),
        ("validFrom",),
        ("issuer", "name"),
        ("credentialSubject", "achievement", "description"),
        ("credentialSubject", "identifier", 0, "identityHash"),
        ("proof", 0, "created"),
        ("proof", 0, "proofValue"),
    ],
)
def test_no_changed_word_passes(credential: dict[str, Any], path: tuple[Any, ...]) -> None:
    changed: Any = copy.deepcopy(credential)
    place = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = str(place[path[-1]]) + "1"
    assert not credential_holds(changed)


def test_another_issuers_name_on_it_does_not_pass(
    credential: dict[str, Any], tmp_path: Path
) -> None:
    other = KeyRing(tmp_path)
    theirs = make_credential(seal_certificate(FACTS, other), other)
    assert not credential_holds({**credential, "issuer": theirs["issuer"]})
    assert not credential_holds({})


def test_without_a_seal_of_the_present_key_there_is_no_credential(
    keys: KeyRing, tmp_path: Path
) -> None:
    with pytest.raises(SigningError, match="not sealed with the present key"):
        make_credential(FACTS, keys)
    with pytest.raises(SigningError):
        make_credential(replace(seal_certificate(FACTS, KeyRing(tmp_path)), revision="B"), keys)


@given(st.binary(max_size=80))
def test_base58_gives_every_byte_back(content: bytes) -> None:
    assert from_base58(base58(content)) == content
