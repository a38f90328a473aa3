"""How many territories: the fewest, or the most, that limits per territory allow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from .budget import Budget
from .diagnosis import diagnose
from .diagnosis_locks import components
from .diagnosis_weight import measure_limits
from .problem import Problem, Solution
from .words import count, names

_SLACK = 1e-9


@dataclass
class NumberChoice:
    """The number found, the plan with it, and what was tried.

    Attributes
    ----------
    number : int
        0 when no number is possible.
    solution : Solution or None
        The plan with that number; ``feasible`` says whether it keeps everything.
    proven : bool
        No smaller (or larger) number is possible: it is the bound itself.
    lowest, highest : int
        What limits, units and parts of the map allow at all, proven.
    tried : dict
        {number: whether a plan was found}
    message : str
    """

    number: int
    solution: Solution | None
    proven: bool
    lowest: int
    highest: int
    tried: dict = field(default_factory=dict)
    message: str = ""


def number_bounds(problem: Problem) -> tuple[int, int]:
    """(lowest, highest) number of territories within the limits per territory; proven, so no plan is outside.

    At most ⌊total / minimum⌋ territories reach a minimum; at least ⌈total / maximum⌉ are needed under a
    maximum, and one for every unit heavier than half of it (Martello and Toth 1990, "Knapsack Problems",
    section 8.3). Every part of the map that is cut off needs one.
    """
    lowest, highest = 1, max(problem.n, 1)
    if problem.contiguous and problem.n:
        lowest = int(components(problem, np.ones(problem.n, dtype=bool)).max()) + 1
    for j, low, high in measure_limits(problem):
        values = problem.values[:, j]
        total = float(values.sum())
        if np.isfinite(high):
            alone = int((values > high / 2 * (1 + _SLACK)).sum())
            needed = int(np.ceil(total / high * (1 - _SLACK))) if high > 0 else problem.n + 1
            lowest = max(lowest, needed, alone)
        if low > 0:
            highest = min(highest, int(np.floor(total / low * (1 + _SLACK))))
    return lowest, highest


def choose_number(
    problem_of: Callable[[int], Problem],
    build: Callable[..., Solution],
    *,
    fewest: bool = True,
    seed: int = 1,
    time_limit: float | None = 60.0,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> NumberChoice:
    """The fewest (or most) territories for which a plan keeps limits, tolerance and every other constraint.

    Numbers are tried from the proven bound inwards in steps that double, then the gap to the first that works
    is halved. A number that a diagnosis rules out is not built.

    Parameters
    ----------
    problem_of : callable (int) -> Problem
        The problem with that many territories, limits in its targets.
    build : callable (problem, *, seed, time_limit, progress, cancelled) -> Solution
        Such as :func:`.build.build`.
    fewest : bool
        False for the most.
    seed, time_limit, progress, cancelled
        As in :func:`.build.build`; the time limit is for all tries together.

    Raises
    ------
    ValueError
        For the fewest without a maximum, for the most without a minimum: there is nothing to stop at.
    """
    one = problem_of(1)
    limits = measure_limits(one)
    if fewest and not any(np.isfinite(high) for _, _, high in limits):
        raise ValueError("The fewest territories within limits needs a maximum for at least one measure.")
    if not fewest and not any(low > 0 for _, low, _ in limits):
        raise ValueError("The most territories within limits needs a minimum for at least one measure.")
    return _Search(problem_of, build, fewest, seed, Budget(time_limit, progress, cancelled)).run(one)


class _Search:
    def __init__(self, problem_of, build, fewest: bool, seed: int, budget: Budget) -> None:
        self.problem_of, self.build, self.fewest, self.seed, self.budget = (
            problem_of,
            build,
            fewest,
            seed,
            budget,
        )
        self.found: dict[int, Solution] = {}
        self.tried: dict[int, bool] = {}
        self.ruled_out = ""

    def run(self, one: Problem) -> NumberChoice:
        lowest, highest = number_bounds(one)
        if lowest > highest:
            return NumberChoice(0, None, True, lowest, highest, {}, self._contradiction(one, lowest, highest))
        first, last, step = (lowest, highest, 1) if self.fewest else (highest, lowest, -1)
        failed, works = first - step, None
        reach = 0
        while works is None and not self.budget.stop():
            number = first + step * reach
            if (number - last) * step > 0:
                if failed == last:
                    break
                number = last
            if self._works(number):
                works = number
            else:
                failed = number
                reach = max(1, 2 * reach)
        while works is not None and abs(works - failed) > 1 and not self.budget.stop():
            middle = (works + failed) // 2
            if self._works(middle):
                works = middle
            else:
                failed = middle
        return self._choice(works, lowest, highest, first)

    def _works(self, number: int) -> bool:
        if number in self.tried:
            return self.tried[number]
        problem = self.problem_of(number)
        blocking = [finding for finding in diagnose(problem) if finding.blocking]
        if blocking:
            # Here the limits are what the user asked about; the tolerance comes second.
            about_limits = [finding for finding in blocking if "imum" in finding.code]
            self.ruled_out = (about_limits or blocking)[0].message
            self.tried[number] = False
            return False
        self.budget.report(
            min(90.0, 10.0 * len(self.tried)), f"Trying {count(number, 'territory', 'territories')}"
        )
        remaining = self.budget.remaining
        solution = self.build(
            problem,
            seed=self.seed,
            time_limit=None if not np.isfinite(remaining) else max(remaining / 2, 0.1),
            progress=None,
            cancelled=self.budget.stop,
        )
        self.found[number] = solution
        self.tried[number] = solution.feasible
        return solution.feasible

    def _choice(self, works: int | None, lowest: int, highest: int, first: int) -> NumberChoice:
        word = "fewest" if self.fewest else "most"
        if works is not None:
            self.budget.report(100, "Done")
            proven = works == first
            said = f"{count(works, 'territory', 'territories')}: the {word} with a plan within limits"
            said += (
                "; no other number can be better." if proven else f", after trying {_listed(self.tried)}."
            )
            return NumberChoice(
                works,
                self.found[works],
                proven,
                lowest,
                highest,
                self.tried,
                f"{said} {self.found[works].message}",
            )
        if not self.found:
            stopped = " The search was stopped before a plan was found." if self.budget.stop() else ""
            return NumberChoice(
                0,
                None,
                False,
                lowest,
                highest,
                self.tried,
                f"No number of territories from {lowest} to {highest} is possible."
                f"{stopped} {self.ruled_out}".strip(),
            )
        nearest = min(
            self.found,
            key=lambda number: (
                self.found[number].extra_pieces + self.found[number].unassigned,
                self.found[number].max_deviation,
            ),
        )
        return NumberChoice(
            nearest,
            self.found[nearest],
            False,
            lowest,
            highest,
            self.tried,
            f"No plan within limits was found, trying {_listed(self.tried)}. The nearest has "
            f"{count(nearest, 'territory', 'territories')}. {self.found[nearest].message}",
        )

    def _contradiction(self, one: Problem, lowest: int, highest: int) -> str:
        named = names([one.measure_name(j) for j, _, _ in measure_limits(one)])
        return (
            f"The limits of {named} contradict each other: under the maximum at least "
            f"{lowest} territories are needed, above the minimum at most {highest} are "
            f"possible. Lower the minimum or raise the maximum."
        )


def _listed(tried: dict) -> str:
    """ "7, 8 and 9"."""
    return names([str(number) for number in sorted(tried)], at_most=6)
