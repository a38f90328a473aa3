"""What Processing sees of us: ids, help, icons, and every parameter and output that others call by name."""

import pytest

CONTRACT = {
    "buildterritories": (
        "INPUT MEASURES WEIGHTS BALANCE TOLERANCE METHOD NUMBER TERRITORIES TERRITORY_NAME_FIELD "
        "CAPACITY_FIELD LOCKED_TERRITORY_FIELD LIMITS CONTIGUOUS COMPACTNESS TERRITORY_FIELD "
        "LOCKED_FIELD KEEP_TOGETHER WITHIN BARRIERS BRIDGES BRIDGE_FROM BRIDGE_TO ID_FIELD MAX_DISTANCE "
        "SEED TIME_LIMIT FIELD_NAME OUTPUT BOUNDARIES STATISTICS ",
        "OUTPUT BOUNDARIES STATISTICS COUNT MAX_DEVIATION UNASSIGNED PIECES OBJECTIVE LOWER_BOUND "
        "GAP FEASIBLE MESSAGE ",
    ),
    "rebalanceterritories": (
        "INPUT TERRITORY_FIELD MEASURES WEIGHTS BALANCE TOLERANCE TERRITORIES DISRUPTION_FIELD "
        "MAX_DISRUPTION CONTIGUOUS COMPACTNESS LOCKED_FIELD SEED TIME_LIMIT OUTPUT CHANGES "
        "STATISTICS ",
        "OUTPUT CHANGES STATISTICS MOVED_UNITS DISRUPTION DISRUPTION_BOUND MAX_DEVIATION PIECES "
        "FEASIBLE MESSAGE ",
    ),
    "tradeoffcurve": ("INPUT TERRITORY_FIELD MEASURES STEPS OUTPUT", "OUTPUT"),
    "suggestmoves": ("INPUT TERRITORY_FIELD MEASURES COUNT OUTPUT", "OUTPUT"),
    "territorystatistics": (
        "INPUT TERRITORY_FIELD MEASURES WEIGHTS BALANCE TOLERANCE TERRITORIES LEVELS LEVELS_TERRITORY_FIELD "
        "LEVEL_FIELDS LEVEL_TOLERANCE OUTPUT",
        "OUTPUT COUNT MAX_DEVIATION BALANCE_INDEX UNASSIGNED",
    ),
    "validateterritories": ("INPUT TERRITORY_FIELD MEASURES TOLERANCE ID_FIELD OUTPUT", "OUTPUT PROBLEMS"),
    "comparealignments": (
        "INPUT BEFORE_FIELD AFTER_FIELD OTHER KEY_FIELD OTHER_KEY_FIELD OTHER_TERRITORY_FIELD MEASURES "
        "OUTPUT SUMMARY MATRIX",
        "OUTPUT SUMMARY MATRIX MOVED_UNITS DISRUPTION",
    ),
    "dissolveterritories": (
        "INPUT TERRITORY_FIELD MEASURES LEVELS LEVELS_TERRITORY_FIELD LEVEL_FIELDS LEVEL_TOLERANCE OUTPUT",
        "OUTPUT",
    ),
    "colorterritories": ("INPUT TERRITORY_FIELD OUTPUT", "OUTPUT"),
    "assignfromtable": (
        "INPUT KEY_FIELD TABLE TABLE_KEY_FIELD TABLE_TERRITORY_FIELD REPAIR CONFLICTS TERRITORY_FIELD "
        "ENCODING SEPARATOR SHEET HEADER_ROW OUTPUT UNMATCHED",
        "OUTPUT UNMATCHED ASSIGNED UNASSIGNED UNMATCHED_ROWS REPAIRED_ROWS",
    ),
    "assignbyboundaries": (
        "INPUT BOUNDARIES BOUNDARY_NAME_FIELD METHOD OUTPUT",
        "OUTPUT ASSIGNED UNASSIGNED AMBIGUOUS",
    ),
    "carryoveralignment": (
        "INPUT OLD_UNITS OLD_TERRITORY_FIELD ACCOUNTS WEIGHT_FIELD CERTAIN OUTPUT UNCERTAIN",
        "OUTPUT UNCERTAIN ASSIGNED UNASSIGNED UNCERTAIN_UNITS",
    ),
    "journalasof": (
        "INPUT TERRITORY_FIELD JOURNAL DATE KEY_FIELD SCENARIO FIELD_NAME OUTPUT",
        "OUTPUT CHANGED SAVES UNKNOWN",
    ),
    "exportalignment": (
        "INPUT TERRITORY_FIELD BASELINE_FIELD ONLY_CHANGES FIELDS TERRITORIES REP_FIELD COLUMNS FORMAT "
        "SHEETS BOM OUTPUT",
        "OUTPUT ROWS CHANGED UNASSIGNED",
    ),
    "workload": (
        "ACCOUNTS CALLS_FIELD MINUTES_FIELD SEGMENTS INPUT TERRITORY_FIELD TERRITORIES SPEED DETOUR "
        "TRIPS_PER_DAY MATRIX ROADS ROAD_SPEED_FIELD ROAD_DIRECTION_FIELD OUTPUT STATISTICS",
        "OUTPUT STATISTICS WORKLOAD_HOURS CAPACITY_HOURS UTILISATION",
    ),
    "coverage": (
        "INPUT TERRITORY_FIELD WORKLOAD_FIELD ACCOUNTS ACCOUNT_WORKLOAD_FIELD ACCOUNT_TERRITORY_FIELD "
        "POTENTIAL_FIELD SALES_FIELD TERRITORIES CAPACITY_FIELD REACH ROADS SEGMENT_FIELD TOLERANCE OUTPUT "
        "OUTPUT_TERRITORIES OUTPUT_SEGMENTS CANDIDATES",
        "OUTPUT OUTPUT_TERRITORIES OUTPUT_SEGMENTS CANDIDATES MISSING SPARE UNDER WELL OVER WHITE_SPACE",
    ),
    "territoryperformance": (
        "INPUT TERRITORY_FIELD SALES_FIELD POTENTIAL_FIELD PREVIOUS_FIELD PERIOD_FIELDS PERIODS "
        "PERIOD_KEY_FIELD PERIOD_NAME_FIELD PERIOD_SALES_FIELD ID_FIELD TERRITORIES QUOTA_FIELD OUTPUT",
        "OUTPUT COUNT ATTAINMENT GROWTH PENETRATION ABOVE_QUOTA ABOVE_POTENTIAL",
    ),
    "assignaccounts": (
        "ACCOUNTS UNITS TERRITORY_FIELD RULES OVERLAY_RULES OVERLAY_FIELD OWNER_FIELD FAMILY_FIELD OUTPUT "
        "CONFLICTS",
        "OUTPUT CONFLICTS ASSIGNED UNASSIGNED",
    ),
    "territoryreport": (
        "INPUT TERRITORY_FIELD TITLE BASELINE_FIELD MEASURES TOLERANCE OUTPUT PDF",
        "OUTPUT PDF",
    ),
    "prioritizeaccounts": (
        "INPUT POTENTIAL_FIELD METHOD CLASSES CALLS_FIELD MINUTES_FIELD HOURS_FIELD TERRITORY_FIELD OUTPUT "
        "CLASS_TABLE TERRITORY_TABLE",
        "OUTPUT CLASS_TABLE TERRITORY_TABLE CLASSED UNCLASSED CALLS_TODAY CALLS_WANTED HOURS_TODAY "
        "HOURS_WANTED MISPLACED",
    ),
    "repcount": (
        "INPUT CALLS_FIELD MINUTES_FIELD ACCOUNTS_FIELD DEFAULT_CALLS DEFAULT_MINUTES TERRITORIES "
        "TERRITORY_NAME_FIELD CAPACITY_FIELD WORK_HOURS SELLING_SHARE SPEED DETOUR STOPS_PER_DAY NUMBER "
        "TOLERANCE CONTIGUOUS SEED TIME_LIMIT OUTPUT HOMES PLAN",
        "OUTPUT HOMES PLAN NUMBER_OF_REPS WORKLOAD_HOURS TRAVEL_HOURS UTILISATION MAX_DEVIATION COVERAGE "
        "MESSAGE",
    ),
    "importaccounts": (
        "INPUT X_FIELD Y_FIELD CRS UNITS UNIT_KEY_FIELD KEY_FIELD NUMBER_FIELDS MEND REPAIR OUTSIDE ENCODING "
        "SEPARATOR SHEET HEADER_ROW DECIMAL OUTPUT REPORT",
        "OUTPUT REPORT ACCOUNTS LEFT_OUT UNREAD",
    ),
    "rollupaccounts": ("INPUT ACCOUNTS SUM_FIELDS COUNT_FIELD OUTPUT UNMATCHED", "OUTPUT UNMATCHED"),
}


@pytest.fixture
def algorithms(qgis_app):
    provider = qgis_app.processingRegistry().providerById("territorymanager")
    return {algorithm.name(): algorithm for algorithm in provider.algorithms()}


@pytest.mark.parametrize("name", CONTRACT)
def test_names_that_others_call_are_there(algorithms, name):
    parameters, outputs = CONTRACT[name]
    algorithm = algorithms[name]
    assert set(parameters.split()) <= {p.name() for p in algorithm.parameterDefinitions()}
    assert set(outputs.split()) <= {o.name() for o in algorithm.outputDefinitions()}


def test_every_algorithm_explains_itself(algorithms):
    for name, algorithm in algorithms.items():
        assert name.isalpha()
        assert name.islower()
        words = algorithm.displayName()
        assert 2 <= len(words.split()) <= 5
        assert words[0].isupper()
        assert algorithm.group()
        assert algorithm.groupId()
        assert algorithm.shortDescription().endswith(".")
        assert algorithm.tags()
        assert not algorithm.icon().isNull()
        assert algorithm.helpUrl().startswith("https://")


def test_every_parameter_has_help_that_the_dialog_shows(algorithms):
    for algorithm in algorithms.values():
        text = algorithm.shortHelpString()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help(), f"{algorithm.name()} {parameter.name()}"
            assert parameter.help() in text


def test_what_is_missing_is_said_before_a_run(algorithms, monkeypatch):
    from territory_manager import dependencies

    assert all(algorithm.canExecute() == (True, "") for algorithm in algorithms.values())
    monkeypatch.setattr(dependencies, "missing", lambda: ("shapely>=2.0",))
    able, words = algorithms["buildterritories"].canExecute()
    assert not able
    assert "shapely>=2.0" in words
    assert "restart QGIS" in words


@pytest.mark.parametrize(
    ("platform", "words"), [("win32", "OSGeo4W Shell"), ("darwin", "Terminal"), ("linux", "terminal")]
)
def test_installation_is_explained_for_each_platform(qgis_app, platform, words):
    from territory_manager import dependencies

    text = dependencies.instructions(platform, ("shapely>=2.0", "scipy>=1.5"))
    assert words in text
    assert '"shapely>=2.0" "scipy>=1.5"' in text


def test_old_versions_count_as_missing(monkeypatch):
    from territory_manager import dependencies

    dependencies.missing.cache_clear()
    monkeypatch.setattr(dependencies.metadata, "version", lambda package: "1.8.5")
    assert "shapely>=2.0" in dependencies.missing()
    dependencies.missing.cache_clear()


def test_a_version_that_nobody_wrote_down_is_not_old(monkeypatch):
    from territory_manager import dependencies

    dependencies.missing.cache_clear()
    monkeypatch.setattr(dependencies.metadata, "version", lambda package: "0+unknown")
    assert dependencies.missing() == ()
    dependencies.missing.cache_clear()


def test_loading_the_provider_imports_nothing_heavy():
    import subprocess
    import sys

    # PyQGIS itself brings numpy in some versions; only what comes on top of it is ours
    code = (
        "import sys, qgis.core, qgis.gui; before = set(sys.modules); "
        "from territory_manager.processing.provider import TerritoryManagerProvider; "
        "TerritoryManagerProvider().loadAlgorithms(); "
        "print(sorted({'numpy', 'scipy', 'pandas', 'shapely'} & (set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
