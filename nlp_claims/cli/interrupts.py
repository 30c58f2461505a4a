"""How a run ends when it is told to: between two documents, whole lines behind it, no process left."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# a reader that has stopped reading must not keep us: after this long the document is left torn
_PATIENCE_SECONDS = 2.0


class Interrupts:
    """Ends the process on Ctrl-C, SIGTERM and SIGHUP with 130, 143 and 129.

    At once, from the handler: every finished document is written by then, and an exception thrown into the middle of
    an import or of a library would end as whatever its author made of it. Only a document that is being written
    is written to its end first.
    """

    def __init__(self) -> None:
        self._last: list[Callable[[], None]] = []
        self._writing = False
        self._pending = 0

    def install(self) -> None:
        """Take over the signals."""
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # «nohup» asked us to go on
                signal.signal(number, self._arrived)
        signal.signal(signal.SIGALRM, self._arrived)

    def at_end(self, action: Callable[[], None]) -> None:
        """Do this too before the process ends on a signal; the last added is done first."""
        self._last.append(action)

    @contextmanager
    def held(self) -> Iterator[None]:
        """A stretch that a signal does not cut."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False
        if self._pending:
            self._end(self._pending)

    def _arrived(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - Python passes it
        if self._writing and not self._pending:
            self._pending = number
            signal.setitimer(signal.ITIMER_REAL, _PATIENCE_SECONDS)
        else:
            self._end(self._pending or number)

    def _end(self, number: int) -> None:
        for action in reversed(self._last):
            action()
        os._exit(128 + number)
