"""How long the solver may work, and whom it tells how far it is."""

from __future__ import annotations

import time
from typing import Callable


class Budget:
    """Progress, cancel and time limit in one object that every step is handed.

    The amount of work never depends on the clock unless the time limit bites: a step asks :meth:`stop`
    between two rounds and returns its best so far when that is true.

    Parameters
    ----------
    time_limit : float, optional
        Seconds; None for no limit.
    progress : callable (float 0–100, str), optional
    cancelled : callable () -> bool, optional
    """

    def __init__(
        self,
        time_limit: float | None = None,
        progress: Callable[[float, str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._started = time.monotonic()
        self._limit = time_limit
        self._progress = progress
        self._ask = cancelled
        self.cancelled = False
        self.timed_out = False
        self._from, self._to = 0.0, 100.0
        self._reached = 0.0

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    @property
    def remaining(self) -> float:
        """Seconds left; infinite without a limit."""
        return float("inf") if self._limit is None else max(0.0, self._limit - self.elapsed)

    def stop(self) -> bool:
        """Whether to return the best so far now; remembers why."""
        if not self.cancelled and self._ask is not None and self._ask():
            self.cancelled = True
        if not self.timed_out and self.remaining <= 0:
            self.timed_out = True
        return self.cancelled or self.timed_out

    def part(self, share: float) -> Budget:
        """A budget of this share of the time left, which tells nothing; cancelling is still asked for."""
        limit = None if self._limit is None else share * self.remaining
        return Budget(limit, cancelled=self._ask)

    def stage(self, start: float, end: float) -> None:
        """What :meth:`report` calls 0 and 100 from now on, in per cent of the whole."""
        self._from, self._to = start, end

    def report(self, percent: float, text: str = "") -> None:
        """Tell how far the current stage is; the whole never runs backwards."""
        if self._progress is None:
            return
        whole = self._from + (self._to - self._from) * min(max(percent, 0.0), 100.0) / 100.0
        self._reached = max(self._reached, whole)
        self._progress(self._reached, text)
