# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For app/run.sh, tests/run.sh and .ci/run (sourced): progress, the Debian packages, configure and build.

started=$SECONDS
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '[%4d s] %s\n' "$((SECONDS - started))" "$*"; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# packages_of PURPOSE …: the packages listed for these purposes.
packages_of() {
    local purpose
    for purpose in "$@"; do
        sed -n "s/^$purpose: //p" "$source_dir/packaging/debian-packages.txt" | tr ' ' '\n'
    done
}

# as_root COMMAND …: through sudo where this is not root.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# install_packages PURPOSE …: installs what is missing, and nothing else; says nothing where all is there.
install_packages() {
    local missing=() package log
    if ! command -v dpkg-query > /dev/null; then
        say "not a Debian system: the libraries of packaging/debian-packages.txt have to be there"
        return
    fi
    while read -r package; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
    done < <(packages_of "$@")
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" != 0 ] && ! command -v sudo > /dev/null; then
        die "these packages are missing and only root can install them: apt-get install ${missing[*]}"
    fi
    log=$(mktemp "${TMPDIR:-/tmp}/comptoir-apt.XXXXXX")
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    if ! { as_root apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
            install -y --no-install-recommends "${missing[@]}"; } > "$log" 2>&1 < /dev/null; then
        grep -E '^E:' "$log" | tail -3 >&2
        die "apt-get could not install the packages; its output is in $log"
    fi
    rm -f "$log"
    say "packages installed"
}

# need_tools TOOL …: one line for all that are missing.
need_tools() {
    local missing=() tool
    for tool in "$@"; do
        command -v "$tool" > /dev/null || missing+=("$tool")
    done
    [ ${#missing[@]} -eq 0 ] || die "missing on this machine: ${missing[*]} (see packaging/debian-packages.txt)"
}

# Passes ninja's output on: all of it on a terminal, elsewhere all that is not progress, and every 15 seconds how far it is.
watch_build() {
    if [ -t 1 ]; then
        cat
        return
    fi
    local line='' part='' at='0 of ?' told=$SECONDS open=1
    while [ -n "$open" ]; do
        if IFS= read -r -t 5 part; then
            line+=$part
            case $line in
            '['[0-9]*/*'] '*) at=${line%%]*} at=${at#[} at="${at%/*} of ${at#*/}" ;;
            ninja:*) ;;
            *) printf '%s\n' "$line" ;;
            esac
            line=
        elif [ $? -gt 128 ]; then
            line+=$part # the time was up in the middle of a line
        else
            open= line+=$part
        fi
        if [ $((SECONDS - told)) -ge 15 ]; then
            told=$SECONDS
            say "  built $at"
        fi
    done
    [ -z "$line" ] || printf '%s\n' "$line"
}

# configure_and_build PRESET [TARGET …]
configure_and_build() {
    local preset=$1 output
    shift
    need_tools cmake ninja c++
    cd "$source_dir" || exit 1
    say "configuring build/$preset"
    output=$(cmake --preset "$preset" 2>&1) || {
        printf '%s\n' "$output" | grep -E 'Missing packages|CMake Error' | head -5 >&2
        die "cmake --preset $preset failed; run it to read the whole of it"
    }
    say "building build/$preset on $(nproc) cores"
    NINJA_STATUS='[%f/%t] ' ninja -C "build/$preset" "$@" 2>&1 | watch_build || return 1
    say "built: build/$preset/bin"
}
