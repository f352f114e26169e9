"""What is wrong with a deck, and where."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place; ``line`` counts from 1, where also a fault of the whole file stands."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(slots=True)
class Findings:
    """What one reading of a deck comes upon: its problems, and the links that await a target."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)

    def add(self, line: int, message: str) -> None:
        """Note that ``line`` is wrong, and go on reading."""
        self.problems.append(Problem(self.path, line, message))

    def expect(self, target: str, line: int) -> None:
        """Note that ``line`` links to the slide or section ``target``."""
        self.links.append((target, line))

    def in_order(self) -> tuple[Problem, ...]:
        """The problems by line, each once."""
        return tuple(sorted(set(self.problems)))
