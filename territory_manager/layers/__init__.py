"""QGIS layers on one side, the core's arrays on the other. qgis.core and QtCore only, no widgets."""
