#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and shows Comptoir at work.
set -euo pipefail
usage() {
    cat << 'TEXT'
app/run.sh [--tour DIR] [--build] [--preset PRESET] [--login NAME] [--language fr|en]

With a display: a service on demo data and the console, signed in. Close the window to end both.
Without one, or with --tour: the main job from the ringing telephone to the second desk, with real processes under
Xvfb; each step checked, timed and photographed in DIR (build/tour without it). Exit 0 only if every step held.

  --tour DIR       play the tour, pictures to DIR
  --build          install and build, run nothing
  --preset PRESET  build this CMake preset (release)
  --login NAME     who signs in: amelie, bruno (operators), sylvie (supervisor); the demo password is comptoir-demo
  --language L     fr or en; the system's by default
TEXT
}
# shellcheck source=packaging/setup.sh
. "$(cd "$(dirname "$0")/.." && pwd)/packaging/setup.sh"

wrong() {
    printf 'error: %s (see app/run.sh --help)\n' "$*" >&2
    exit 2
}
# of OPTION WHAT VALUE: the value given to the option.
of() {
    case ${3:-} in
    '' | -*) wrong "$1 needs $2" ;;
    *) value=$3 ;;
    esac
}

tour='' build_only='' preset=release login=amelie language=()
while [ $# -gt 0 ]; do
    case $1 in
    --tour) of "$1" "a folder for its pictures: --tour DIR" "${2:-}"; tour=$value; shift 2 ;;
    --build) build_only=1; shift ;;
    --preset) of "$1" "a name" "${2:-}"; preset=$value; shift 2 ;;
    --login) of "$1" "a name" "${2:-}"; login=$value; shift 2 ;;
    --language) of "$1" "fr or en" "${2:-}"; language=(--language "$value"); shift 2 ;;
    -h | --help) usage; exit 0 ;;
    *) wrong "unknown option: $1" ;;
    esac
done
if [ -z "$tour$build_only" ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "no display here: playing the tour"
    tour=$source_dir/build/tour
fi
case $tour in '' | /*) ;; *) tour=$PWD/$tour ;; esac

if [ -n "$tour" ]; then
    install_packages build run tour
else
    install_packages build run
fi
configure_and_build "$preset" comptoir comptoird || die "the build failed (above)"
bin=$source_dir/build/$preset/bin
[ -z "$build_only" ] || exit 0

if [ -n "$tour" ]; then
    say "the tour begins; pictures go to $tour"
    mkdir -p "$tour"
    status=0
    /usr/bin/python3 "$source_dir/app/tour/tour.py" --bin "$bin" --pictures "$tour" < /dev/null &
    playing=$!
    trap 'kill -TERM "$playing" 2> /dev/null' TERM INT HUP
    wait "$playing" || status=$?
    while kill -0 "$playing" 2> /dev/null; do # a signal ended the wait: the tour ends its programs first
        wait "$playing" || status=$?
    done
    say "the tour ended $([ "$status" = 0 ] && echo well || echo "with exit status $status")"
    exit "$status"
fi

data=${XDG_DATA_HOME:-$HOME/.local/share}/comptoir-demo
mkdir -p "$data"
chmod 700 "$data"
if [ ! -e "$data/.complete" ]; then
    say "writing demo data to $data"
    rm -rf "${data:?}/service"
    "$bin/comptoird" demo --data "$data/service" --seed 7 --scale 0.1
    touch "$data/.complete"
fi

service_log=$data/service.log
"$bin/comptoird" serve --listen 127.0.0.1:0 --data "$data/service" > "$service_log" 2>&1 &
service=$!
trap 'kill "$service" 2> /dev/null; wait "$service" 2> /dev/null || true' EXIT
url=
for _ in $(seq 100); do
    url=$(sed -n 's/^listening on //p' "$service_log")
    [ -z "$url" ] || break
    kill -0 "$service" 2> /dev/null || die "the service did not start: $(tail -1 "$service_log")"
    sleep 0.1
done
[ -n "$url" ] || die "the service does not answer; its log is $service_log"
say "the service listens on $url; its log is $service_log"

password=$data/password
(umask 077 && printf 'comptoir-demo' > "$password")
say "the console starts, signed in as $login (demo password: comptoir-demo)"
"$bin/comptoir" --service "$url" --login "$login" --password-file "$password" \
    --data "$data/console" "${language[@]}"
say "the console was closed"
