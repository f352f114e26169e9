"""A disk that is really full in the middle of many certificates: no half file, and a sentence that says so."""

import json
import subprocess
import sys
from pathlib import Path
from shlex import join

import pytest

from tests.services.full_disk import PEOPLE

MEGABYTES = 2


def in_own_namespace(disk: Path, *command: str) -> list[str]:
    """The command with a small file system of its own at ``disk``; needs no rights."""
    mounted = f"mount -t tmpfs -o size={MEGABYTES}m tmpfs {join([str(disk)])} && {join(command)}"
    return ["unshare", "--map-root-user", "--mount", "sh", "-c", mounted]


def test_no_half_file_is_left_and_the_person_is_told(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(in_own_namespace(disk, "true"), capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a file system of their own")
    program = (sys.executable, "-m", "tests.services.full_disk", str(disk), str(tmp_path / "keys"))
    done = subprocess.run(
        in_own_namespace(disk, *program), capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert len(found["said"]) == 2
    assert all("full" in sentence for sentence in found["said"])
    assert 5 < len(found["names"]) < PEOPLE
    assert found["names"] == sorted(found["names"])
    assert set(found["pages"]) == {1}
    assert all(found["sound"])
    assert found["old is as it was"]
    assert found["left over"] == []
