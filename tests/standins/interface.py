"""A QGIS interface with a real window, canvas and message bar behind it, for tests without the QGIS program.

It offers the part of ``QgisInterface`` that a plugin with toolbars, menus, docks and map tools calls.
Everything it hands out is a real widget, so what a plugin adds or leaves behind can be counted on the window.
"""

from qgis.core import QgsProject
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMainWindow, QMenu, QToolBar, QVBoxLayout, QWidget


class WindowInterface(QObject):
    """Stands in for ``qgis.utils.iface``: same names, real widgets."""

    currentLayerChanged = pyqtSignal("QgsMapLayer*")
    initializationCompleted = pyqtSignal()
    projectRead = pyqtSignal()
    newProjectCreated = pyqtSignal()

    def __init__(self):
        super().__init__()
        self._active_layer = None
        self._window = QMainWindow()
        self._window.setObjectName("QgisApp")
        self._window.resize(1200, 800)
        self._canvas = QgsMapCanvas(self._window)
        self._canvas.setObjectName("theMapCanvas")
        self._message_bar = QgsMessageBar(self._window)
        centre = QWidget(self._window)
        box = QVBoxLayout(centre)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._message_bar)
        box.addWidget(self._canvas, 1)
        self._window.setCentralWidget(centre)

        bar = self._window.menuBar()
        self._menus = {}
        for name in ("Project", "View", "Layer", "Settings", "Plugins", "Vector", "Database", "Web", "Help"):
            menu = bar.addMenu(name)
            menu.setObjectName(f"m{name}Menu")
            self._menus[name] = menu
        self._plugin_submenus = {}
        self._plugin_toolbar = self._window.addToolBar("Plugins")
        self._plugin_toolbar.setObjectName("mPluginToolBar")
        self._layer_tree_view = QgsLayerTreeView(self._window)
        self._cad = QgsAdvancedDigitizingDockWidget(self._canvas, self._window)
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._cad)
        self._cad.hide()
        self._main_window_actions = []
        self.attribute_tables = []

    # the window and what it holds
    def mainWindow(self):
        return self._window

    def mapCanvas(self):
        return self._canvas

    def mapCanvases(self):
        return [self._canvas]

    def messageBar(self):
        return self._message_bar

    def statusBarIface(self):
        return self._window.statusBar()

    def layerTreeView(self):
        return self._layer_tree_view

    def cadDockWidget(self):
        return self._cad

    def iconSize(self, dockedToolbar=False):
        return QSize(16, 16) if dockedToolbar else QSize(24, 24)

    # layers
    def activeLayer(self):
        return self._active_layer

    def setActiveLayer(self, layer):
        if layer is self._active_layer:
            return True
        self._active_layer = layer
        self._canvas.setCurrentLayer(layer)
        self.currentLayerChanged.emit(layer)
        return True

    def addVectorLayer(self, path, name, provider):
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(path, name, provider)
        if not layer.isValid():
            return None
        QgsProject.instance().addMapLayer(layer)
        return layer

    def showAttributeTable(self, layer, filterExpression=""):
        self.attribute_tables.append((layer, filterExpression))

    def zoomFull(self):
        self._canvas.zoomToFullExtent()

    def newProject(self, promptToSaveFlag=False):
        QgsProject.instance().clear()
        self.newProjectCreated.emit()
        return True

    # docks and toolbars
    def addDockWidget(self, area, dock):
        self._window.addDockWidget(area, dock)

    def addTabifiedDockWidget(self, area, dock, tabifyWith=(), raiseTab=False):
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self._window.removeDockWidget(dock)

    def addToolBar(self, toolbar, area=Qt.ToolBarArea.TopToolBarArea):
        if isinstance(toolbar, QToolBar):
            self._window.addToolBar(area, toolbar)
            return None
        return self._window.addToolBar(toolbar)

    def addToolBarIcon(self, action):
        self._plugin_toolbar.addAction(action)

    def removeToolBarIcon(self, action):
        self._plugin_toolbar.removeAction(action)

    def pluginToolBar(self):
        return self._plugin_toolbar

    # menus
    def pluginMenu(self):
        return self._menus["Plugins"]

    def vectorMenu(self):
        return self._menus["Vector"]

    def projectMenu(self):
        return self._menus["Project"]

    def layerMenu(self):
        return self._menus["Layer"]

    def viewMenu(self):
        return self._menus["View"]

    def settingsMenu(self):
        return self._menus["Settings"]

    def pluginHelpMenu(self):
        return self._menus["Help"]

    def addPluginToMenu(self, name, action):
        self._add_to_submenu("Plugins", name, action)

    def removePluginMenu(self, name, action):
        self._remove_from_submenu("Plugins", name, action)

    def addPluginToVectorMenu(self, name, action):
        self._add_to_submenu("Vector", name, action)

    def removePluginVectorMenu(self, name, action):
        self._remove_from_submenu("Vector", name, action)

    def _add_to_submenu(self, owner, name, action):
        menu = self._plugin_submenus.get((owner, name))
        if menu is None:
            menu = QMenu(name, self._menus[owner])
            self._menus[owner].addMenu(menu)
            self._plugin_submenus[owner, name] = menu
        menu.addAction(action)

    def _remove_from_submenu(self, owner, name, action):
        menu = self._plugin_submenus.get((owner, name))
        if menu is None:
            return
        menu.removeAction(action)
        if not menu.actions():
            self._menus[owner].removeAction(menu.menuAction())
            del self._plugin_submenus[owner, name]
            menu.deleteLater()

    # shortcuts
    def registerMainWindowAction(self, action, defaultShortcut=""):
        self._main_window_actions.append(action)
        return True

    def unregisterMainWindowAction(self, action):
        if action in self._main_window_actions:
            self._main_window_actions.remove(action)
            return True
        return False

    def registeredMainWindowActions(self):
        """Actions now registered for shortcuts (only here, to see what a plugin leaves behind)."""
        return list(self._main_window_actions)
