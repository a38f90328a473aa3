"""The pictures of the README: play it with "make pictures" (see screenshots.py)."""


def run(iface, shot):
    """Open the sample plan, build eight territories in the background."""
    iface.mainWindow().findChild(object, "Browser").hide()
    session = shot.plugin.open_sample(shot.folder)

    shot.modal(lambda dialog: shot.find("runButton").click())
    shot.action("actionBuild")
    shot.wait(1000)
    shot.until(lambda: shot.tasks() == 0)
    session.flush()
    shot.wait(1500)
    iface.messageBar().clearWidgets()
    shot("window")
