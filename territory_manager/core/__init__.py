"""The craft: units, neighbours, alignment, statistics and solvers.

Plain numpy, scipy, pandas and shapely. Nothing in here knows QGIS or a screen, so that the same function
serves a Processing algorithm, a dock and a test. All coordinates are planar and in metres.
"""

import os
import sys


def _load_shapely() -> None:
    """Import shapely so that it uses the GEOS it was built with.

    QGIS on Linux puts the system's GEOS before every library that is loaded later. The wheels of shapely
    bring a newer one along, whose calls then end in the older one: wrong answers, errors about bytes that are
    fine, and crashes. Where shapely is missing, or is loaded already, nothing happens.
    """
    if "shapely" in sys.modules or not hasattr(os, "RTLD_DEEPBIND") or not hasattr(sys, "setdlopenflags"):
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
    try:
        import shapely  # noqa: F401
    except ImportError:
        return
    finally:
        sys.setdlopenflags(flags)


_load_shapely()
