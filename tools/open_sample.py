"""Run inside QGIS by tools/run.py: opens the sample plan once the window is there."""

import os

import qgis.utils
from qgis.PyQt.QtCore import QTimer

QTimer.singleShot(500, lambda: qgis.utils.plugins["territory_manager"].open_sample(os.environ["TM_FOLDER"]))
