"""What the shopkeeper can mend, as a code with facts; its sentence is written where the language is."""

from __future__ import annotations


class DeskError(Exception):
    """A refusal that its reader can do something about.

    `code` names the reason, `facts` hold what the sentence needs: names, times as naive
    datetimes in the shop's zone, money in minor units.
    """

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code
