# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's machine: a real VNC server with something to see on it."""

import os
import subprocess

from stage import free_port, wait_for


class CallerMachine:
    """A VNC server on loopback, protected by a password (VncAuth)."""

    def __init__(self, stage, password):
        self.stage = stage
        self.port = free_port()
        secret = stage.path("vnc-password")
        # tigervncpasswd reads the password from its input: it never stands in an argument list.
        done = subprocess.run(["tigervncpasswd", "-f"], input=password.encode(), capture_output=True, check=True)
        with open(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(done.stdout)
        self.process, self.display = self._server(secret)
        environment = {"DISPLAY": self.display}
        wait_for("the caller's machine", lambda: stage.run(["xdpyinfo"], env=environment), 15)
        stage.start("caller-clock", ["xclock", "-geometry", "1024x640+0+0", "-bg", "#DCE9F9"], env=environment)

    def _server(self, secret):
        for number in range(71 + os.getpid() % 400, 900):
            if os.path.exists(f"/tmp/.X{number}-lock") or os.path.exists(f"/tmp/.X11-unix/X{number}"):
                continue
            process = self.stage.start("vnc-server", ["Xtigervnc", f":{number}", "-rfbport", str(self.port), "-localhost", "-SecurityTypes",
                                                      "VncAuth", "-PasswordFile", secret, "-geometry", "1024x640", "-desktop", "PC-04471"])
            return process, f":{number}"
        raise RuntimeError("no free display number")

    def viewers(self):
        """How many viewers are connected now, as the server's own log has it."""
        log = self.stage.log_of("vnc-server")
        return log.count("accepted:") - log.count("closed:")
