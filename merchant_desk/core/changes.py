"""Who wants to know that something changed: acts publish topics, pages that show them reload."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Listener = Callable[[frozenset[str]], None]


class Changes:
    """A list of listeners that are told, in order, which topics a finished act touched."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; the answer ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, topics: Iterable[str]) -> None:
        """Tell all listeners; called on the thread that wrote, after the commit."""
        told = frozenset(topics)
        if told:
            for listener in tuple(self._listeners):
                listener(told)
