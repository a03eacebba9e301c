"""The bus: listeners hear what a finished act touched, until they leave."""

from __future__ import annotations

from merchant_desk.core.changes import Changes


def test_listeners_hear_until_they_leave() -> None:
    changes = Changes()
    heard: list[frozenset[str]] = []
    leave = changes.subscribe(heard.append)
    changes.publish({"sales", "sources"})
    leave()
    leave()
    changes.publish({"team"})
    assert heard == [frozenset({"sales", "sources"})]


def test_nothing_touched_is_not_told() -> None:
    changes = Changes()
    heard: list[frozenset[str]] = []
    changes.subscribe(heard.append)
    changes.publish(())
    assert heard == []


def test_a_listener_may_leave_while_it_hears() -> None:
    changes = Changes()
    heard: list[frozenset[str]] = []

    def once(topics: frozenset[str]) -> None:
        heard.append(topics)
        leave()

    leave = changes.subscribe(once)
    changes.subscribe(heard.append)
    changes.publish({"shop"})
    changes.publish({"shop"})
    assert len(heard) == 3
