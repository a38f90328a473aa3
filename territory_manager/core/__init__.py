"""The craft: units, neighbours, alignment, statistics and solvers.

Plain numpy, scipy, pandas and shapely. Nothing in here knows QGIS or a screen, so that the same function
serves a Processing algorithm, a dock and a test. All coordinates are planar and in metres.
"""
