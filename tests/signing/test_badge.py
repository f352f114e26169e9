"""A certificate as an Open Badges 3.0 credential: what the specification asks for, and a proof that holds.

The published JSON schema comes in no package that could be a dependency here. ``SCHEMA`` restates it for all that
the credential uses, read beside 1EdTech's ``ob_v3p0_achievementcredential_schema.json``; it is
stricter: a field that the published one does not name, which that lets pass, is refused.
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

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import SigningError
from imhtrainer.signing.badge import base58, credential_holds, from_base58, make_credential
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.seal import seal_certificate
from tests.signing.test_seal import FACTS

_URI = {"type": "string", "pattern": "^(https?|urn|did):"}
_TEXT = {"type": "string"}
_MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)$",
}


def _types(*named: str) -> dict[str, Any]:
    """A set of types that holds one of each word's alternatives."""
    one_of = [{"contains": {"enum": names.split("|")}} for names in named]
    return {"type": "array", "items": _TEXT, "minItems": 1, "allOf": one_of}


def _object(needed: str, other: str = "", **known: Any) -> dict[str, Any]:
    """An object with the fields ``needed``; ``other`` ones are left unused, and none else is known."""
    unused = dict.fromkeys(other.split(), False)
    return {
        "type": "object",
        "required": needed.split(),
        "properties": {**unused, **known},
        "additionalProperties": False,
    }


_IDENTITY = _object(
    "type hashed identityHash identityType",
    "salt",
    type={"const": "IdentityObject"},
    hashed={"type": "boolean"},
    identityHash=_TEXT,
    identityType={"enum": ["name", "emailAddress", "identifier"]},
)
_ACHIEVEMENT = _object(
    "id type criteria description name",
    "alignment creator creditsAvailable endorsement endorsementJwt fieldOfStudy humanCode image inLanguage "
    "otherIdentifier related resultDescription specialization tag version",
    id=_URI,
    type=_types("Achievement"),
    achievementType={"const": "CertificateOfCompletion"},
    criteria={
        **_object("", id=_URI, narrative=_TEXT),
        "anyOf": [{"required": ["id"]}, {"required": ["narrative"]}],
    },
    description={**_TEXT, "minLength": 1},
    name={**_TEXT, "minLength": 1},
)
_SUBJECT = {
    **_object(
        "type achievement",
        "activityEndDate activityStartDate creditsEarned image licenseNumber narrative result role source term",
        id=_URI,
        type=_types("AchievementSubject"),
        identifier={"type": "array", "minItems": 1, "items": _IDENTITY},
        achievement=_ACHIEVEMENT,
    ),
    "anyOf": [{"required": ["id"]}, {"required": ["identifier"]}],
}
_PROFILE = _object(
    "id type",
    "url phone description endorsement endorsementJwt image email address otherIdentifier official parentOrg "
    "familyName givenName additionalName patronymicName honorificPrefix honorificSuffix familyNamePrefix "
    "dateOfBirth",
    id=_URI,
    type=_types("Profile"),
    name=_TEXT,
)
_PROOF = _object(
    "type cryptosuite created verificationMethod proofPurpose proofValue @context",
    "challenge domain nonce",
    **{"@context": {"type": "array"}},
    type={"const": "DataIntegrityProof"},
    cryptosuite={"const": "eddsa-jcs-2022"},
    created=_MOMENT,
    verificationMethod={"type": "string", "pattern": "^did:key:z"},
    proofPurpose={"const": "assertionMethod"},
    proofValue={"type": "string", "pattern": "^z[1-9A-HJ-NP-Za-km-z]+$"},
)
_CONTEXTS = {
    "type": "array",
    "minItems": 2,
    "prefixItems": [
        {"const": "https://www.w3.org/ns/credentials/v2"},
        {"pattern": r"^https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json$"},
    ],
}
SCHEMA = _object(
    "@context id type credentialSubject issuer validFrom proof",
    "description image awardedDate endorsement endorsementJwt validUntil credentialSchema credentialStatus "
    "refreshService termsOfUse",
    **{"@context": _CONTEXTS},
    id=_URI,
    type=_types("VerifiableCredential", "AchievementCredential|OpenBadgeCredential"),
    name=_TEXT,
    issuer=_PROFILE,
    validFrom=_MOMENT,
    credentialSubject=_SUBJECT,
    evidence={
        "type": "array",
        "items": _object(
            "type",
            "description genre audience",
            id=_URI,
            type=_types("Evidence"),
            name=_TEXT,
            narrative=_TEXT,
        ),
    },
    proof={"type": "array", "minItems": 1, "items": _PROOF},
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return KeyRing(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def credential(keys: KeyRing) -> dict[str, Any]:
    return make_credential(seal_certificate(FACTS, keys), keys)


def test_the_credential_is_what_the_specification_asks_for(credential: dict[str, Any]) -> None:
    VALIDATOR.validate(credential)
    assert FACTS.name in json.dumps(credential, ensure_ascii=False)


@pytest.mark.parametrize(
    "bare",
    [
        replace(FACTS, organisation="", facilitator="", license="", number=""),
        replace(FACTS, minutes=1, credited=0.02, revision="B", number="IMH-7", rehearsal=True),
    ],
)
def test_so_it_is_with_few_facts_and_odd_ones(bare: Certificate, keys: KeyRing) -> None:
    VALIDATOR.validate(make_credential(seal_certificate(bare, keys), keys))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("type",), ["VerifiableCredential"]),
        (("validFrom",), "2026-13-21T16:30:00Z"),
        (("issuer", "type"), "Profile"),
        (("issuer", "id"), "Harborlight"),
        (("credentialSubject", "identifier"), []),
        (("credentialSubject", "identifier", 0, "identityType"), "nickname"),
        (("credentialSubject", "identifier", 0, "name"), "Ana"),
        (("credentialSubject", "achievement", "criteria"), {}),
        (("credentialSubject", "achievement", "narration"), "a word that no schema knows"),
        (("evidence", 0, "type"), []),
        (("proof", 0, "proofPurpose"), "authentication"),
        (("proof",), []),
    ],
)
def test_the_schema_passes_no_credential_that_lacks_or_adds_something(
    credential: dict[str, Any], path: tuple[Any, ...], value: Any
) -> None:
    changed: Any = copy.deepcopy(credential)
    place = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(changed)


def test_what_was_achieved_is_the_same_for_all_and_what_one_person_did_is_evidence(
    keys: KeyRing,
) -> None:
    whole = replace(
        FACTS, objectives=("Define infant mental health", "Name two places to find help")
    )
    credential = make_credential(seal_certificate(whole, keys), keys)
    shorter = replace(whole, name="Bảo Trần", minutes=60, credited=1.0, serial="IMH-2026-000115-9")
    other = make_credential(seal_certificate(shorter, keys), keys)
    achieved = credential["credentialSubject"]["achievement"]
    assert other["credentialSubject"]["achievement"] == achieved
    assert "Name two places to find help" in achieved["description"]
    assert "60 minutes" in other["evidence"][0]["narrative"]
    assert f"{whole.minutes} minutes" in credential["evidence"][0]["narrative"]


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
