"""Workbooks as people send them, made with the drivers that QGIS brings."""


def workbook(path, sheets):
    """Write a workbook; *sheets* maps a name to (columns, rows), columns being (name, "text" or "number").

    The driver follows the file's ending: XLSX or ODS.
    """
    from osgeo import ogr

    kinds = {"text": ogr.OFTString, "number": ogr.OFTReal}
    book = ogr.GetDriverByName(path.suffix[1:].upper()).CreateDataSource(str(path))
    page = feature = None
    for name, (columns, rows) in sheets.items():
        page = book.CreateLayer(name)
        for column, kind in columns:
            page.CreateField(ogr.FieldDefn(column, kinds[kind]))
        for row in rows:
            feature = ogr.Feature(page.GetLayerDefn())
            for place, value in enumerate(row):
                if value is not None:
                    feature.SetField(place, value)
            page.CreateFeature(feature)
    del feature, page, book
    return path
