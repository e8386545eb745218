#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Installs what is missing of packages.txt, and touches neither apt nor the network where nothing is.
# Usage: install_packages.sh build|test ("test" includes "build")

set -u
list=$(dirname "$0")/packages.txt
case ${1:-} in
    build) kinds=build ;;
    test) kinds='build|test' ;;
    *) echo "usage: install_packages.sh build|test" >&2; exit 2 ;;
esac

missing=''
for package in $(grep -E "^($kinds) " "$list" | cut -d' ' -f2); do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

give_up() {
    echo "annota: $1. These packages of Debian 12 are missing; install them and start again:" >&2
    echo "    apt-get install$missing" >&2
    exit 1
}

command -v apt-get > /dev/null || give_up "this system has no apt-get"
as_root='env'
if [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null || give_up "packages are installed by root, and there is no sudo"
    sudo -n true 2> /dev/null || [ -t 0 ] || give_up "packages are installed by root, and sudo asks for a password"
    as_root='sudo env'
fi

echo "Installing packages:$missing" >&2
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # Lists of words.
{
    $as_root DEBIAN_FRONTEND=noninteractive apt-get -q update &&
        $as_root DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing
} > "$log" 2>&1 < /dev/null || {
    tail -n 20 "$log" >&2
    give_up "apt-get failed"
}
