"""Into a QGIS layer: through the edit buffer, one edit command for one action of the user."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    NULL,
    QgsCoordinateTransformContext,
    QgsFeedback,
    QgsField,
    QgsProviderRegistry,
    QgsVectorDataProvider,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..translate import tr
from .fields import field as new_field
from .fields import is_text, unused_name

if TYPE_CHECKING:
    from .plan_commands import QUndoCommand


class WritingError(RuntimeError):
    """Territories could not be written; the text names the layer, the reason and the remedy."""


def why_not_editable(layer: QgsVectorLayer, territory_field: str | None = None) -> str | None:
    """Why territories cannot be kept in a layer, in words; None where they can.

    Parameters
    ----------
    layer : the units
    territory_field : the field to write; where it is not there yet, the layer must accept a new field
    """
    provider = layer.dataProvider()
    if not layer.isValid() or provider is None:
        return tr("Layer “{layer}” cannot be read. Repair its data source.").format(layer=layer.name())
    able = provider.capabilities()
    remedy = tr("Copy it into a GeoPackage to work on it.")
    if layer.readOnly() or not able & QgsVectorDataProvider.Capability.ChangeAttributeValues:
        return tr("Layer “{layer}” is read-only.").format(layer=layer.name()) + " " + remedy
    exists = territory_field is not None and layer.fields().lookupField(territory_field) >= 0
    if not exists and not able & QgsVectorDataProvider.Capability.AddAttributes:
        return tr("Layer “{layer}” takes no new fields.").format(layer=layer.name()) + " " + remedy
    return None


def create_territory_field(layer: QgsVectorLayer, name: str = "territory") -> str:
    """Add a text field for territories, as one undo step; return its name (a free one where *name* is taken).

    Raises
    ------
    WritingError
    """
    name = unused_name(name, layer.fields().names())
    start_editing(layer, name)
    layer.beginEditCommand(tr("Add territory field"))
    if not layer.addAttribute(new_field(name, "text")):
        layer.destroyEditCommand()
        raise WritingError(
            tr("The field “{field}” could not be added to layer “{layer}”.").format(
                field=name, layer=layer.name()
            )
        )
    layer.endEditCommand()
    return name


def add_alignment_field(
    layer: QgsVectorLayer, name: str, like: QgsField, territories: Mapping[int, str | None], text: str
) -> None:
    """Add a field that holds another alignment, filled, as one undo step.

    Parameters
    ----------
    layer : the units; put into edit mode where it is not
    name : of the new field, which the layer has not yet
    like : the field whose type the new one has
    territories : feature id → territory, None for unassigned
    text : name of the step in the undo list

    Raises
    ------
    WritingError
        The layer cannot be edited or takes no new fields. Nothing is changed then.
    """
    fresh = QgsField(like)
    fresh.setName(name)
    fresh.setAlias("")
    values = {fid: code for fid, code in territories.items() if code is not None}
    stored = {code: _value(layer, fresh, code) for code in set(values.values())}
    start_editing(layer, name)
    reason = why_not_editable(layer, name)
    if reason:
        raise WritingError(reason)
    layer.beginEditCommand(text)
    done = layer.addAttribute(fresh)
    index = layer.fields().lookupField(name)
    if done and index >= 0:
        done = all(layer.changeAttributeValue(fid, index, stored[code], NULL) for fid, code in values.items())
    if not done or index < 0:
        layer.destroyEditCommand()
        raise WritingError(
            tr("The field “{field}” could not be added to layer “{layer}”.").format(
                field=name, layer=layer.name()
            )
        )
    layer.endEditCommand()


def remove_field(layer: QgsVectorLayer, name: str, text: str) -> None:
    """Remove a field with all it holds, as one undo step.

    Raises
    ------
    WritingError
        The layer cannot be edited, or its source cannot remove fields. Nothing is changed then.
    """
    start_editing(layer, name)
    layer.beginEditCommand(text)
    able = layer.dataProvider().capabilities() & QgsVectorDataProvider.Capability.DeleteAttributes
    if not able or not layer.deleteAttribute(layer.fields().lookupField(name)):
        layer.destroyEditCommand()
        raise WritingError(
            tr("The field “{field}” cannot be removed from layer “{layer}”.").format(
                field=name, layer=layer.name()
            )
        )
    layer.endEditCommand()


def assign_units(
    layer: QgsVectorLayer,
    territory_field: str,
    territories: Mapping[int, str | None],
    text: str | None = None,
    also: QUndoCommand | None = None,
    before: Mapping[int, str | None] | None = None,
) -> bool:
    """Write the territory of some units as one undo step.

    Parameters
    ----------
    layer : the units; put into edit mode where it is not
    territory_field : the alignment
    territories : feature id → territory, None for unassigned. Every entry is written: leave out what stays.
    text : name of the step in the undo list
    also : becomes part of the same step; the caller keeps a reference to it
    before : feature id → territory now, where it is known; undo then need not look it up feature by feature

    Returns
    -------
    Whether anything was written (False for an empty mapping).

    Raises
    ------
    WritingError
        The layer cannot be edited, or a territory does not fit into the field. Nothing is changed then.
    """
    if not territories:
        return False
    index = layer.fields().lookupField(territory_field)
    if index < 0:
        raise WritingError(
            tr("Layer “{layer}” has no field “{field}”.").format(layer=layer.name(), field=territory_field)
        )
    target = layer.fields().at(index)
    stored = {code: _value(layer, target, code) for code in set(territories.values())}
    start_editing(layer, territory_field)
    layer.beginEditCommand(text or tr("Assign units"))
    known = {} if before is None else {fid: NULL if code is None else code for fid, code in before.items()}
    for fid, code in territories.items():
        if not layer.changeAttributeValue(fid, index, stored[code], known.get(fid)):
            layer.destroyEditCommand()
            raise WritingError(
                tr("Feature {id} of layer “{layer}” could not be changed. Nothing was written.").format(
                    id=fid, layer=layer.name()
                )
            )
    if also is not None:
        layer.undoStack().push(also)
    layer.endEditCommand()
    return True


def start_editing(layer: QgsVectorLayer, territory_field: str | None = None) -> None:
    """Put a layer into edit mode.

    Raises
    ------
    WritingError
        When it cannot be edited, or another edit command is under way.
    """
    if layer.isEditable():
        if layer.isEditCommandActive():
            raise WritingError(
                tr("Another edit of layer “{layer}” is under way. Finish it first.").format(
                    layer=layer.name()
                )
            )
        return
    reason = why_not_editable(layer, territory_field)
    if reason:
        raise WritingError(reason)
    if not layer.startEditing():
        raise WritingError(
            tr("Layer “{layer}” cannot be edited: {reason}").format(
                layer=layer.name(), reason=layer.error().message() or tr("its source refuses.")
            )
        )


def _value(layer: QgsVectorLayer, target: QgsField, code: str | None) -> object:
    """A territory as the field stores it."""
    if code is None or not code.strip():
        return None
    if is_text(target):
        if 0 < target.length() < len(code):
            raise WritingError(
                tr("Field “{field}” of layer “{layer}” holds {length} characters, too few for “{code}”. "
                   "Shorten the name or choose a longer text field.").format(
                    field=target.name(), layer=layer.name(), length=target.length(), code=code)
            )
        return code
    if target.isNumeric():
        try:
            return int(code)
        except ValueError:
            pass
    raise WritingError(
        tr("Field “{field}” of layer “{layer}” is not text and cannot hold “{code}”. Choose a text field or "
           "let Territory Manager create one.").format(field=target.name(), layer=layer.name(), code=code)
    )


def copy_to_geopackage(
    layer: QgsVectorLayer,
    path: str | Path,
    layer_name: str | None = None,
    *,
    transform_context: QgsCoordinateTransformContext | None = None,
    feedback: QgsFeedback | None = None,
) -> QgsVectorLayer:
    """Copy a layer that cannot be edited into a GeoPackage, all fields and uncommitted edits included.

    An existing GeoPackage gets another layer; nothing in it is overwritten.

    Returns
    -------
    The copy, not yet added to any project.

    Raises
    ------
    WritingError
    """
    path = Path(path).with_suffix(".gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.fileEncoding = "UTF-8"
    options.feedback = feedback
    options.layerName = layer_name or layer.name() or "units"
    if path.exists():
        taken = [sub.name() for sub in QgsProviderRegistry.instance().querySublayers(str(path))]
        options.layerName = unused_name(options.layerName, taken)
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    if not _has_usable_fid(layer):
        options.layerOptions = ["FID=" + unused_name("feature_id", layer.fields().names())]
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), transform_context or QgsCoordinateTransformContext(), options
    )
    if outcome[0] != QgsVectorFileWriter.WriterError.NoError:
        raise WritingError(
            tr("Layer “{layer}” could not be copied to {path}: {reason}").format(
                layer=layer.name(), path=path, reason=outcome[1]
            )
        )
    copy = QgsVectorLayer(f"{path}|layername={options.layerName}", layer.name(), "ogr")
    if not copy.isValid():
        raise WritingError(tr("The copy {path} cannot be read.").format(path=path))
    return copy


def _has_usable_fid(layer: QgsVectorLayer) -> bool:
    """Whether a field "fid", which a GeoPackage takes as its key, could be one; True where there is none."""
    index = layer.fields().lookupField("fid")
    if index < 0:
        return True
    column = layer.fields().at(index)
    if not column.isNumeric() or column.type() == new_field("", "number").type():
        return False
    return len(layer.uniqueValues(index)) == layer.featureCount()
