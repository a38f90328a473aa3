"""The Processing provider: our algorithms in the toolbox, in models and on the command line."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..translate import tr
from .assign_accounts import AssignAccounts
from .assign_by_boundaries import AssignByBoundaries
from .assign_from_table import AssignFromTable
from .base import HOMEPAGE, ICONS
from .build_territories import BuildTerritories
from .calculate_workload import CalculateWorkload
from .carry_over_alignment import CarryOverAlignment
from .color_territories import ColorTerritories
from .compare_alignments import CompareAlignments
from .dissolve_territories import DissolveTerritories
from .export_alignment import ExportAlignment
from .find_coverage import FindCoverage
from .import_accounts import ImportAccounts
from .journal_as_of import JournalAsOf
from .prioritize_accounts import PrioritizeAccounts
from .rebalance_territories import RebalanceTerritories
from .rep_count import RepCount
from .roll_up_accounts import RollUpAccounts
from .suggest_moves import SuggestMoves
from .territory_performance import TerritoryPerformance
from .territory_report import TerritoryReport
from .territory_statistics import TerritoryStatistics
from .tradeoff_curve import TradeoffCurve
from .validate_territories import ValidateTerritories

ALGORITHMS = (
    AssignAccounts,
    AssignByBoundaries,
    AssignFromTable,
    BuildTerritories,
    CalculateWorkload,
    CarryOverAlignment,
    ColorTerritories,
    CompareAlignments,
    DissolveTerritories,
    ExportAlignment,
    FindCoverage,
    ImportAccounts,
    JournalAsOf,
    PrioritizeAccounts,
    RebalanceTerritories,
    RepCount,
    RollUpAccounts,
    SuggestMoves,
    TerritoryPerformance,
    TerritoryReport,
    TerritoryStatistics,
    TradeoffCurve,
    ValidateTerritories,
)


class TerritoryManagerProvider(QgsProcessingProvider):
    """Provider ``territorymanager``."""

    def id(self) -> str:
        return "territorymanager"

    def name(self) -> str:
        return tr("Territory Manager")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(ICONS / "icon.svg")

    def helpId(self) -> str:
        return HOMEPAGE

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
