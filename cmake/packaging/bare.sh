# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Bare Debian systems in folders, to build and try packages in; needs root. Sourced.

bare= # the folder of the system in use
# A system of each release, as debootstrap left it.
bare_cache=${INKLING_BARE:-/var/cache/inkling-bare}

say() { printf '%s\n' "$*" >&2; }

bare_needs() {
  local program
  if [ "$(id -u)" -ne 0 ]; then
    say "Cannot make a bare system: debootstrap and chroot need root. Use sudo."
    exit 1
  fi
  for program in debootstrap "$@"; do
    command -v "$program" >/dev/null && continue
    say "Cannot make a bare system: $program was not found. Install it."
    exit 1
  done
}

# bare_begin SUITE: a bare system in $bare, until bare_end.
bare_begin() {
  local suite=$1 base=$bare_cache/$1
  if [ ! -d "$base" ]; then
    say "Downloading a bare $suite into $base …"
    rm -rf "$base.part"
    mkdir -p "$base.part"
    debootstrap --variant=minbase "$suite" "$base.part" >&2
    mv "$base.part" "$base"
  fi
  bare=$(mktemp -d /var/tmp/inkling-bare.XXXXXX)
  cp -a "$base/." "$bare"
  cp /etc/resolv.conf "$bare/etc/resolv.conf"
  # Where debootstrap has taken it from has the updates as well.
  sed -i "s|^\(deb .*\) $suite main.*|&\n\1 $suite-updates main|" "$bare/etc/apt/sources.list"
  mount -t proc proc "$bare/proc"
  mount --bind /dev "$bare/dev"
  bare_apt update >/dev/null
  bare_run useradd --create-home user
  bare_as_user=(chroot --userspec=user:user "$bare" env -i -C /home/user PATH=/usr/bin:/bin
    HOME=/home/user LC_ALL=C.UTF-8)
}

# Ends what runs in the bare system, if there is one, unmounts and removes it.
bare_end() {
  local process mounted
  [ -n "$bare" ] || return 0
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/root" 2>/dev/null)" != "$bare" ] || kill -KILL "${process#/proc/}" || true
  done
  awk -v top="$bare/" 'index($2, top) == 1 { print $2 }' /proc/mounts | while read -r mounted; do
    until umount "$mounted"; do sleep 1; done
  done
  rm -rf --one-file-system "$bare"
  bare=
}

bare_run() {
  chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

bare_apt() { bare_run apt-get -q -y -o Dpkg::Use-Pty=0 "$@"; }
bare_install() { bare_apt install --no-install-recommends "$@" >/dev/null; }

# bare_user COMMAND…: as a user without rights, in their home.
bare_user() { "${bare_as_user[@]}" "$@"; }
