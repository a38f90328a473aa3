"""A look into a GeoPackage that QGIS may have open, past everything of ours."""

from osgeo import gdal


def query(path, statement):
    """Rows of a statement of SQL, and whatever else it does.

    Through GDAL, because Python's sqlite3 may be another copy of SQLite, and two copies in one process do not
    know of each other's locks.

    Raises
    ------
    OSError
        When the file refuses it.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        file = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        gdal.ErrorReset()
        try:
            result = file.ExecuteSQL(statement)
        except RuntimeError as error:  # what newer GDAL raises, when somebody asked it to
            raise OSError(str(error)) from error
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise OSError(gdal.GetLastErrorMsg())
        if result is None:
            return []
        definition = result.GetLayerDefn()
        count = definition.GetFieldCount()
        rows = [tuple(feature.GetField(place) for place in range(count)) for feature in result]
        file.ReleaseResultSet(result)
        return rows
    finally:
        gdal.PopErrorHandler()
