#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the configuration folder of a headless softphone: baresip_setup.sh DIR SIP_PORT CONTROL_PORT [EXTENSION] [LABEL]
# Then: baresip -f DIR, and comptoir --baresip 127.0.0.1:CONTROL_PORT. A real call: sipp 127.0.0.1:SIP_PORT -sf FILE -i 127.0.0.1 -m 1 -nostdin
set -euo pipefail

[ $# -ge 3 ] || { sed -n 3,4p "$0" | cut -c3- >&2; exit 2; }
folder=$1 sip=$2 control=$3 extension=${4:-4201} label=${5:-Poste ${4:-4201}}
for port in "$sip" "$control"; do
    [[ $port =~ ^[0-9]+$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || { echo "baresip_setup.sh: not a port: $port" >&2; exit 2; }
done
[[ $extension =~ ^[0-9]{3,6}$ ]] || { echo "baresip_setup.sh: an extension has 3 to 6 digits: $extension" >&2; exit 2; }

modules=
for candidate in /usr/lib/baresip/modules "/usr/lib/$(uname -m)-linux-gnu/baresip/modules"; do
    [ -d "$candidate" ] && modules=$candidate
done
[ -n "$modules" ] || { echo "baresip_setup.sh: baresip's modules are missing (Debian: apt-get install baresip-core)" >&2; exit 1; }

mkdir -p "$folder"
# ctrl_tcp listens on every interface unless told; "lo" as net_interface fails; ausine fails with G.711.
cat > "$folder/config" <<CONFIG
poll_method epoll
sip_listen 127.0.0.1:$sip
net_interface 127.0.0.1
audio_player aubridge,loop
audio_source aubridge,loop
audio_alert aubridge,alert
call_max_calls 4
module_path $modules
module g711.so
module aubridge.so
module_tmp uuid.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:$control
CONFIG
printf '"%s" <sip:%s@127.0.0.1:%s;transport=udp>;regint=0;answermode=manual;audio_codecs=pcma,pcmu;mwi=no\n' \
    "${label//\"/}" "$extension" "$sip" > "$folder/accounts"
: > "$folder/contacts"
echo "$folder"
