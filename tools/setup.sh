#!/bin/sh
# Install what a make target needs and this machine lacks:
#     tools/setup.sh            PyQGIS, the tools around it, and the virtual environment .venv
#     tools/setup.sh peers      the same, and the libraries that "make benchmark" compares with
# System packages come from apt-get on Debian and Ubuntu; elsewhere a sentence says what to install.
set -eu
cd "$(dirname "$0")/.."
SYSTEM_PYTHON=${SYSTEM_PYTHON:-/usr/bin/python3}
VENV=.venv

missing=""
need() { # need PACKAGE COMMAND...: PACKAGE is missing unless COMMAND succeeds
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
imports() { "$SYSTEM_PYTHON" -c "import $1"; }
lrelease_there() { command -v lrelease || test -x /usr/lib/qt5/bin/lrelease; }

need qgis command -v qgis_process
need python3-qgis imports qgis.core
need python3-scipy imports scipy
need python3-venv imports ensurepip
need python3-pyqt5.qtsvg imports PyQt5.QtSvg
need pyqt5-dev-tools command -v pyrcc5
need qttools5-dev-tools lrelease_there
need xvfb command -v Xvfb
need openbox command -v openbox
need fonts-dejavu-core test -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf

if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Missing:$missing (names of Debian's packages)." >&2
        echo "Install QGIS 3.22 or newer with its Python bindings, the tools pyrcc5 and lrelease of PyQt5 and Qt 5," >&2
        echo "SciPy, Xvfb and openbox with your system's package manager, then run make again." >&2
        exit 1
    fi
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Run as root: apt-get install$missing" >&2
            exit 1
        fi
        as_root="sudo"
    fi
    echo "Installing$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of packages
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
        >/dev/null || {
        echo "apt-get could not install:$missing" >&2
        exit 1
    }
fi

if [ ! -x $VENV/bin/python ] || ! $VENV/bin/python -c "import qgis.core" 2>/dev/null; then
    "$SYSTEM_PYTHON" -m venv --clear --system-site-packages $VENV
fi

# The system's SciPy is compiled for the system's NumPy: pip must leave both as they are.
constraints=$VENV/constraints.txt
"$SYSTEM_PYTHON" -c "
import numpy, scipy
print(f'numpy=={numpy.__version__}')
print(f'scipy=={scipy.__version__}')
" >$constraints

pip_install() {
    $VENV/bin/python -m pip install --quiet --disable-pip-version-check -c $constraints "$@" || {
        echo "pip could not install what $* names; is the network reachable?" >&2
        exit 1
    }
}
pip_install -r requirements.txt -r tools/requirements-dev.txt
touch $VENV/.ready
if [ "${1:-}" = peers ]; then
    # an environment of their own: some of the peers need a newer NumPy than the system's
    "$SYSTEM_PYTHON" -m venv --clear $VENV/peers
    $VENV/peers/bin/python -m pip install --quiet --disable-pip-version-check -r tools/requirements-peers.txt || {
        echo "pip could not install what tools/requirements-peers.txt names; is the network reachable?" >&2
        exit 1
    }
    touch $VENV/.peers
fi
