"""Charts of the plan's balance, painted with Qt alone so that every QGIS can show and export them."""
