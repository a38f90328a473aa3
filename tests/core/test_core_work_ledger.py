"""The work of territories, kept up to date: always what counting everything anew gives."""

import numpy as np
import pytest

pytest.importorskip("scipy")

from territory_manager.core import work_ledger
from territory_manager.core.work_ledger import Stops, WorkLedger
from territory_manager.core.workload import TravelModel, call_hours, centres, travel


def stops_at_random(generator, n=120, areas=False):
    xy = generator.uniform(0, 200_000, (n, 2))
    xy[::17] = np.nan
    calls = generator.integers(0, 24, n).astype(float)
    calls[::13] = np.nan
    calls[5] = -3.0
    hours = call_hours(calls, generator.choice([30.0, 45.0, np.nan], n, p=[0.5, 0.45, 0.05]))
    accounts = generator.integers(1, 5, n).astype(float) if areas else None
    return Stops(xy, calls, hours, generator.uniform(1e6, 1e8, n) if areas else None, accounts)


def from_scratch(stops, territory, homes, model):
    """Sums by the formulas of the algorithm, all territories in one go."""
    k = len(homes)
    at = np.where(np.isfinite(homes), homes, centres(stops.xy, stops.calls, territory, k))
    # who has calls of unknown length has no work that is known, no way either
    calls = np.where(np.isfinite(stops.hours), stops.calls, np.nan)
    way = travel(stops.xy, calls, territory, at, model, areas=stops.areas, accounts=stops.accounts)
    row = np.where(territory < 0, k, territory)
    accounts = np.ones(stops.n) if stops.accounts is None else stops.accounts
    columns = (accounts, stops.calls, stops.hours, way.hours, way.trips, way.nights)
    return np.column_stack([np.bincount(row, np.nan_to_num(one), k + 1) for one in columns]), way.hours


@pytest.mark.parametrize("areas", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_whatever_changes_hands_it_is_what_counting_anew_gives(seed, areas):
    generator = np.random.default_rng(seed)
    stops, k = stops_at_random(generator, areas=areas), 5
    model = TravelModel(overnight_km=90.0)
    territory = generator.integers(-1, k, stops.n)
    homes = generator.uniform(0, 200_000, (k, 2))
    homes[2] = np.nan
    ledger = WorkLedger(stops, territory, homes, model)
    for step in range(25):
        territory = ledger.territory.copy()
        some = generator.choice(stops.n, generator.integers(1, 12), replace=False)
        territory[some] = generator.integers(-1, k)
        if step % 6 == 5:
            homes = homes.copy()
            homes[generator.integers(0, k)] = generator.uniform(0, 200_000, 2)
        expected, hours = from_scratch(stops, territory, homes, model)
        if step % 6 != 5:
            rows, sums = ledger.preview(territory)
            np.testing.assert_allclose(sums, expected[rows], rtol=1e-9)
            untouched = np.setdiff1d(np.arange(k + 1), rows)
            np.testing.assert_allclose(ledger.sums[untouched], expected[untouched], rtol=1e-9)
        ledger.give(territory, homes)
        np.testing.assert_allclose(ledger.sums, expected, rtol=1e-9)
        np.testing.assert_allclose(ledger.travel_hours, hours, rtol=1e-9)


def test_a_stop_that_moves_costs_two_territories(monkeypatch):
    generator = np.random.default_rng(1)
    stops, k = stops_at_random(generator), 6
    territory = generator.integers(0, k, stops.n)
    ledger = WorkLedger(stops, territory, np.zeros((k, 2)))
    ledger.sums  # noqa: B018 - everything is counted
    counted = []
    count = WorkLedger._count
    monkeypatch.setattr(
        WorkLedger, "_count", lambda self, row, mine: counted.append(row) or count(self, row, mine)
    )
    moved = territory.copy()
    moved[7] = (territory[7] + 1) % k
    assert ledger.give(moved)
    ledger.sums  # noqa: B018
    assert sorted(counted) == sorted({int(territory[7]), int(moved[7])})
    assert not ledger.give(moved)


def test_two_accounts_by_hand():
    """12 calls of 30 min each, 2 stops a trip, 10 km apart: the leg is half of a tour of 20 km."""
    xy = np.array([[30_000.0, -5_000.0], [30_000.0, 5_000.0]])
    calls = np.array([12.0, 12.0])
    stops = Stops(xy, calls, call_hours(calls, np.array([30.0, 30.0])))
    model = TravelModel(speed=60.0, detour=1.0, stops_per_day=2.0)
    ledger = WorkLedger(stops, np.array([0, 0]), np.zeros((1, 2)), model)
    sums = ledger.sums[0]
    home, leg = np.hypot(30, 5), 10.0  # minutes at 60 km/h are km
    each = 12 * (2 * home / 2 + 0.5 * leg) / 60
    assert sums[work_ledger.CALL_HOURS] == 12.0
    assert sums[work_ledger.TRAVEL_HOURS] == pytest.approx(2 * each)
    assert sums[work_ledger.TRIPS] == pytest.approx(12.0)
    np.testing.assert_allclose(ledger.hours, 6.0 + each)


def test_more_territories_begin_anew():
    stops = stops_at_random(np.random.default_rng(2))
    territory = np.zeros(stops.n, dtype=int)
    ledger = WorkLedger(stops, territory, np.zeros((1, 2)))
    before = ledger.sums[0]
    assert ledger.give(territory, np.zeros((3, 2)))
    assert ledger.sums.shape[0] == 4
    np.testing.assert_allclose(ledger.sums[0], before)
    assert ledger.sums[1:].sum() == 0
