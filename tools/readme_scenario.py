"""The pictures of the README: play it with "make pictures" (see screenshots.py)."""


def run(iface, shot):
    """Open the sample plan, build eight territories, assign a few counties by hand."""
    iface.mainWindow().findChild(object, "Browser").hide()
    session = shot.plugin.open_sample(shot.folder)
    shot("1-sample")

    def build(dialog):
        shot("2-build")
        shot.find("runButton").click()

    shot.modal(build)
    shot.action("actionBuild")
    shot.wait(1000)
    shot.until(lambda: shot.tasks() == 0)
    session.flush()
    iface.messageBar().clearWidgets()
    shot("3-built")
