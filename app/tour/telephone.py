# SPDX-License-Identifier: GPL-3.0-or-later
"""A real softphone (baresip) and a real caller (sipp), on loopback."""

import os
import socket

from stage import free_port, wait_for

SCENARIO = """<?xml version="1.0" encoding="UTF-8"?>
<scenario name="caller">
  <send retrans="500"><![CDATA[

INVITE sip:{extension}@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: "{name}" <sip:{number}@[local_ip]:[local_port]>;tag=[pid]SIPpTag00[call_number]
To: <sip:{extension}@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: <sip:{number}@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

v=0
o=caller 53655765 2353687637 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 8
a=rtpmap:8 PCMA/8000

  ]]></send>
  <recv response="100" optional="true"/>
  <recv response="180" optional="true"/>
  <recv response="183" optional="true"/>
  <recv response="200" timeout="120000"/>
  <send><![CDATA[

ACK sip:{extension}@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: "{name}" <sip:{number}@[local_ip]:[local_port]>;tag=[pid]SIPpTag00[call_number]
To: <sip:{extension}@[remote_ip]:[remote_port]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 1 ACK
Contact: <sip:{number}@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Length: 0

  ]]></send>
  <recv request="BYE" timeout="240000"/>
  <send><![CDATA[

SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port];transport=[transport]>
Content-Length: 0

  ]]></send>
</scenario>
"""

CONFIGURATION = """poll_method epoll
sip_listen 127.0.0.1:{sip}
net_interface 127.0.0.1
audio_player aubridge,loop
audio_source aubridge,loop
audio_alert aubridge,alert
call_max_calls 4
module_path {modules}
module g711.so
module aubridge.so
module_tmp uuid.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:{control}
"""


class Telephone:
    """The operator's softphone. `control` is the address the console is told."""

    def __init__(self, stage, extension="4201", label="Poste 4201"):
        self.stage = stage
        self.extension = extension
        self.sip = free_port(socket.SOCK_DGRAM)
        port = free_port()
        self.control = f"127.0.0.1:{port}"
        folder = stage.path("baresip-" + extension)
        os.makedirs(folder, exist_ok=True)
        modules = next(path for path in ("/usr/lib/baresip/modules", "/usr/lib/x86_64-linux-gnu/baresip/modules") if os.path.isdir(path))
        files = {
            "config": CONFIGURATION.format(sip=self.sip, control=port, modules=modules),
            "accounts": f'"{label}" <sip:{extension}@127.0.0.1:{self.sip};transport=udp>;regint=0;answermode=manual;audio_codecs=pcma,pcmu;mwi=no\n',
            "contacts": "",
        }
        for name, text in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
                out.write(text)
        self.process = stage.start("baresip-" + extension, ["baresip", "-f", folder])
        wait_for("the softphone", lambda: any(f":{port:04X} " in line for line in open("/proc/net/tcp")), 15)

    def call(self, number, name):
        """A real SIP call to this telephone; sipp ends when the operator hangs up."""
        scenario = self.stage.path(f"caller-{number}.xml")
        with open(scenario, "w", encoding="utf-8") as out:
            out.write(SCENARIO.format(extension=self.extension, number=number, name=name).strip() + "\n")
        # sipp wants a terminal description even when it shows nothing.
        return self.stage.start(f"sipp-{number}", ["sipp", f"127.0.0.1:{self.sip}", "-sf", scenario, "-i", "127.0.0.1", "-p",
                                                    str(free_port(socket.SOCK_DGRAM)), "-m", "1", "-nostdin", "-trace_err",
                                                    "-error_file", self.stage.path(f"sipp-{number}.err")],
                                env={"TERM": os.environ.get("TERM", "dumb")})
