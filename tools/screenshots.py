#!/usr/bin/env python3
"""Start the real QGIS with the plugin in a throw-away profile, play a scenario, save pictures of the screen.

    tools/screenshots.py SCENARIO.py OUT_DIR [--size 1600x1000] [--theme "Night Mapping"] [--language de]
                         [--no-plugin] [--timeout 180] [--show]

No display is needed: the window opens in an Xvfb of its own (with a window manager, openbox, when
there is one, so that dialogs are placed and framed as for a user). ``--show`` uses the present
display instead.

A scenario is a Python file with one function, run inside QGIS once it has started::

    def run(iface, shot):
        shot.plugin.open_sample(shot.folder)     # qgis.utils.plugins["territory_manager"]
        shot("01-sample")                # OUT_DIR/01-sample.png, the whole screen, map drawn
        shot.action("actionBuild")       # triggers an action by its object name
        shot.wait(1000)                  # milliseconds, with events running
        shot.until(lambda: shot.tasks() == 0)    # or a TimeoutError after 60 s
        shot("02-dock", widget=shot.find("TerritoryManagerTerritoriesDock"))   # one widget

A modal dialog blocks the scenario, so say before opening it what shall happen in it::

        shot.modal(lambda dialog: (shot("03-dialog"), dialog.reject()))
        shot.plugin.new_plan()

``shot.folder`` is a folder that is thrown away afterwards; ``shot.canvas_xy(layer, fid)`` gives the canvas
pixel of a feature; ``shot.press/move/release/click(x, y)`` work the map with the mouse; ``shot.say(words)``
prints into the terminal. Python errors, QGIS warnings and messages of the plugin are printed at the end; the
exit code is not 0 when the scenario raised or QGIS crashed. When QGIS never gets as far as the scenario (a
plugin that does not load stops it with a dialog), OUT_DIR/stuck.png shows what it says.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import profiles

START_TIMEOUT = 45  # seconds in which QGIS must have loaded the plugins and begun the scenario
RUNNER = Path(__file__).resolve().parent / "screenshots_runner.py"


def start_display(size):
    """Start Xvfb on a free display; returns (process, ":n")."""
    if not shutil.which("Xvfb"):
        sys.exit("Xvfb is missing. On Debian and Ubuntu: apt-get install xvfb")
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-dpi", "96"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    if not number:
        sys.exit("Xvfb did not start")
    return process, f":{number}"


def stop(process):
    """End a process that we started."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def play(
    scenario,
    out,
    *,
    size="1600x1000",
    theme=None,
    language="en_US",
    with_plugin=True,
    timeout=180,
    show=False,
):
    """Play a scenario; returns True when it ran to its end and QGIS left in order."""
    program = shutil.which("qgis")
    if not program:
        sys.exit("The program qgis is missing. On Debian and Ubuntu: apt-get install qgis")
    out.mkdir(parents=True, exist_ok=True)
    started = []
    with tempfile.TemporaryDirectory(prefix="territory-manager-") as temporary:
        home = Path(temporary)
        profiles.new(home / "profiles" / "default", theme=theme, language=language, with_plugin=with_plugin)
        log = home / "log.txt"
        done = home / "done"
        environment = profiles.environment(
            TM_SCENARIO=str(scenario.resolve()),
            TM_OUT=str(out.resolve()),
            TM_FOLDER=str(home / "files"),
            TM_LOG=str(log),
            TM_DONE=str(done),
            TM_SIZE=size,
            QT_LOGGING_RULES="*.debug=false",
            XDG_RUNTIME_DIR=temporary,
        )
        environment.pop("QT_QPA_PLATFORM", None)
        environment.pop("QGIS_CUSTOM_CONFIG_PATH", None)
        try:
            if not show:
                server, display = start_display(size)
                started.append(server)
                environment["DISPLAY"] = display
                if shutil.which("openbox"):
                    started.append(
                        subprocess.Popen(
                            ["openbox"],
                            env=environment,
                            stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL,
                        )
                    )
            with (home / "output.txt").open("wb") as output:
                qgis = subprocess.Popen(
                    [program, "--nologo", "--noversioncheck", "--profiles-path", str(home),
                     "--profile", "default", "--code", str(RUNNER)],
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                )  # fmt: skip
                started.append(qgis)
                ended = _wait(qgis, timeout, done)
                if not ended:
                    _picture_of_a_stuck_screen(out, environment)
            return _report(home, log, done, ended, qgis.returncode)
        finally:
            for process in reversed(started):
                stop(process)


def _wait(qgis, timeout, done):
    begin = time.monotonic()
    while time.monotonic() - begin < timeout:
        if qgis.poll() is not None:
            return True
        if not done.exists() and time.monotonic() - begin > START_TIMEOUT:
            return False
        time.sleep(0.2)
    return False


def _picture_of_a_stuck_screen(out, environment):
    """A plugin that does not load stops QGIS with a dialog before the scenario: show what it says."""
    if shutil.which("import"):
        path = out / "stuck.png"
        subprocess.run(["import", "-window", "root", str(path)], env=environment, check=False, timeout=20)
        print(f"QGIS is stuck: see {path}")


def _report(home, log, done, ended, code):
    if log.exists():
        print(log.read_text(encoding="utf-8", errors="replace"), end="")
    finished = done.exists() and done.read_text() == "ok"
    good = finished and ended and code == 0
    if not good:
        print((home / "output.txt").read_text(encoding="utf-8", errors="replace")[-6000:])
        scenario = "The scenario finished" if finished else "The scenario did not finish"
        print(f"{scenario}; QGIS " + (f"ended with code {code}" if ended else "did not close in time"))
    return good


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenario", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1600x1000")
    parser.add_argument("--theme")
    parser.add_argument("--language", default="en_US")
    parser.add_argument("--no-plugin", action="store_true")
    parser.add_argument("--timeout", type=float, default=180)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    good = play(
        given.scenario,
        given.out,
        size=given.size,
        theme=given.theme,
        language=given.language,
        with_plugin=not given.no_plugin,
        timeout=given.timeout,
        show=given.show,
    )
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
