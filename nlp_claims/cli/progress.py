"""A line on the terminal that says how far a run is. Not one on anything that is no terminal."""

import sys
import time

_EVERY_SECONDS = 0.2


class Progress:
    """Counts documents and characters, and shows them while it counts."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._started = time.monotonic()
        self._last = 0.0
        self.documents = 0
        self.chars = 0
        self.rejected = 0

    def add(self, chars: int, *, rejected: bool) -> None:
        """One more document is done."""
        self.documents += 1
        self.chars += chars
        self.rejected += rejected
        now = time.monotonic()
        if self._shown and now - self._last >= _EVERY_SECONDS:
            self._last = now
            sys.stderr.write(f"\r\x1b[K{self}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, for a message or at the end."""
        if self._shown and self._last:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __str__(self) -> str:
        seconds = max(time.monotonic() - self._started, 0.001)
        rejected = f", {self.rejected} rejected" if self.rejected else ""
        return f"{self.documents} documents{rejected}, {self.documents / seconds:.1f}/s, {seconds:.0f} s"
