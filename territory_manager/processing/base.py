"""What all our algorithms have in common: name, help, icon, and errors that are sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from .. import dependencies
from ..translate import tr

ICONS = Path(__file__).parent.parent / "icons"
HOMEPAGE = "https://github.com/territory-manager/territory-manager"


class Stage:
    """A part of the progress bar: 0 to 100 of one step become *start* to *end* of the whole.

    Everything else is the feedback's own.
    """

    def __init__(self, feedback: QgsProcessingFeedback, start: float, end: float) -> None:
        self._feedback = feedback
        self._start, self._end = start, end

    def setProgress(self, percent: float) -> None:
        self._feedback.setProgress(self._start + (self._end - self._start) * percent / 100.0)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._feedback, name)


class TerritoryAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms; a subclass names itself, declares its parameters and implements
    :meth:`compute`."""

    NAME = ""
    GROUP = "territories"

    # -- to be given by the subclass -----------------------------------------------------------------------

    def title(self) -> str:
        """Name on screen."""
        return self.NAME

    def summary(self) -> str:
        """One sentence: what it does."""
        return ""

    def explanation(self) -> str:
        """What else a user should know; the parameters explain themselves."""
        return ""

    def keywords(self) -> str:
        """Further words by which somebody would look for it, comma separated."""
        return ""

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, call the core, write; return the outputs."""
        return {}

    # -- what Processing asks ------------------------------------------------------------------------------

    def createInstance(self) -> TerritoryAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return self.title()

    def group(self) -> str:
        return {"territories": tr("Territories"), "accounts": tr("Accounts")}[self.GROUP]

    def groupId(self) -> str:
        return self.GROUP

    def shortDescription(self) -> str:
        return self.summary()

    def tags(self) -> list[str]:
        words = self.keywords() + "," + tr("territory,sales,balance,alignment,districting")
        return [word.strip() for word in words.split(",") if word.strip()]

    def icon(self) -> QIcon:
        own = ICONS / f"{self.NAME}.svg"
        return QIcon(str(own if own.exists() else ICONS / "icon.svg"))

    def svgIconPath(self) -> str:
        own = ICONS / f"{self.NAME}.svg"
        return str(own if own.exists() else ICONS / "icon.svg")

    def helpUrl(self) -> str:
        return f"{HOMEPAGE}#{self.NAME}"

    def shortHelpString(self) -> str:
        """Summary, explanation and every parameter with its own help, so that none is ever left out."""
        parts = [f"<p>{self.summary()}</p>"]
        if self.explanation():
            parts.append(f"<p>{self.explanation()}</p>")
        lines = [
            f"<dt><b>{parameter.description()}</b></dt><dd>{parameter.help()}</dd>"
            for parameter in self.parameterDefinitions()
            if parameter.help()
        ]
        return "".join(parts) + "<dl>" + "".join(lines) + "</dl>"

    def canExecute(self) -> tuple[bool, str]:
        text = dependencies.message()
        return not text, text

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..layers.reading import ReadingCancelled

        try:
            return self.compute(parameters, context, feedback)
        except (ReadingCancelled, InterruptedError):
            feedback.pushInfo(tr("Cancelled before there was a result."))
            return {}
        except ValueError as error:  # the core's and the readers' way to say what is wrong with the input
            raise QgsProcessingException(str(error)) from error

    # -- helpers -------------------------------------------------------------------------------------------

    def declare(self, *definitions: QgsProcessingParameterDefinition) -> None:
        """Add parameters."""
        for definition in definitions:
            self.addParameter(definition)

    def fields_of(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> list[str]:
        """Several fields, under the name that this version of QGIS has for asking (it changed in 3.40)."""
        ask = getattr(self, "parameterAsStrings", None) or self.parameterAsFields
        return [field for field in ask(parameters, name, context) if field]

    def field_of(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str | None:
        """One optional field; None where it is not given."""
        return next(iter(self.fields_of(parameters, name, context)), None)
