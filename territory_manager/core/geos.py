"""Shapely for the rooms around the core: whoever imports it from here gets it with its own GEOS.

Imported directly, before the core, it would call the GEOS that QGIS has loaded, and crash (see the package).
"""

import shapely

__all__ = ["shapely"]
