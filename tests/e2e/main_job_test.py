#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job with two consoles, the service, a real SIP call and a real VNC server: the tour's story, every step of which must hold."""

import os
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
binaries = os.environ.get("COMPTOIR_BIN", os.path.join(here, "../../build/dev/bin"))
pictures = os.environ.get("COMPTOIR_TOUR_PICTURES", os.path.join(binaries, "../results/tour"))
sys.exit(subprocess.call(["/usr/bin/python3", os.path.join(here, "../../app/tour/tour.py"), "--bin", binaries, "--pictures", pictures]))
