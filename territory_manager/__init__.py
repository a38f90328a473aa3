"""Territory Manager: balanced, contiguous and compact territories in QGIS."""


def classFactory(iface):
    """Called by QGIS to make the plugin."""
    from .plugin import TerritoryManagerPlugin

    return TerritoryManagerPlugin(iface)
