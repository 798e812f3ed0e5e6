# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What ./run and ./test share: install what is missing, configure and build. Sourced from the top folder.

build_dir=build/release
set -o pipefail

# Tested on Debian 12 and 13; the names are the same on what is made of them, as Ubuntu 24.04.
packages=(
  g++ cmake ninja-build
  qt6-base-dev qt6-svg-dev qt6-image-formats-plugins qt6-l10n-tools qt6-translations-l10n
  libqcustomplot-dev libeigen3-dev nlohmann-json3-dev zlib1g-dev libcli11-dev
  libonnx-dev libprotobuf-dev locales
  fonts-dejavu-core fonts-wqy-microhei
)
libraries="a C++20 compiler, CMake 3.25, Ninja, Qt 6.4 (base, SVG, Linguist tools), QCustomPlot 2.1 \
for Qt 6, Eigen 3.4, nlohmann-json, zlib and CLI11"

say() { printf '%s\n' "$*" >&2; }

# The packages of the list that are not installed, one a line. One call, for a quick second start.
missing_packages() {
  local installed wanted
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null) || true
  for wanted in "${packages[@]}"; do
    grep -qxF "installed $wanted" <<<"$installed" || printf '%s\n' "$wanted"
  done
}

# by_hand REASON PACKAGE…
by_hand() {
  say "$1 Please install by hand and start again: ${*:2}"
  say "(Names as on Debian and Ubuntu. In all, Inkling needs $libraries.)"
}

# could_not_install REASON PACKAGE…: the end, unless Inkling can be built without them.
could_not_install() {
  local package
  for package in "${@:2}"; do
    case $package in fonts-* | qt6-translations-l10n | qt6-image-formats-plugins | libbenchmark-dev | libonnx-dev | libprotobuf-dev | locales | qt6-wayland) continue ;; esac
    by_hand "$@"
    exit 1
  done
  say "$1 Going on without: ${*:2}"
}

install_packages() {
  local missing as_root=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    command -v cmake >/dev/null && command -v ninja >/dev/null && return
    could_not_install "Inkling installs what it needs on Debian 12 and 13, and on systems made of them." \
      "${packages[@]}"
  fi
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Inkling needs these packages, which are not installed yet: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      could_not_install "Installing needs root, and there is no sudo here." "${missing[@]}"
      return 0
    fi
    as_root=(sudo)
    say "Installing them with sudo apt-get; sudo may ask for your password."
  else
    say "Installing them with apt-get."
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  if ! { "${as_root[@]}" update && "${as_root[@]}" install -y --no-install-recommends \
    "${missing[@]}"; } </dev/null >&2; then
    could_not_install "Installing failed; the reason is above." "${missing[@]}"
  fi
}

# Configures unless that is done; a build tree that was moved here from elsewhere starts afresh.
configure() {
  local fresh=()
  if [ -f $build_dir/CMakeCache.txt ] &&
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" $build_dir/CMakeCache.txt; then
    fresh=(--fresh)
  elif [ -f $build_dir/build.ninja ]; then
    return
  fi
  say "Configuring …"
  if ! cmake "${fresh[@]}" --preset release --log-level=WARNING >&2; then
    rm -f $build_dir/build.ninja
    by_hand "Configuring failed; the reason is above." "${packages[@]}"
    exit 1
  fi
}

# Ninja's own line counts on a terminal; elsewhere a line for each tenth, and what is not progress.
build() {
  if [ -t 2 ]; then
    NINJA_STATUS='Building: %f of %t, %e s  ' cmake --build $build_dir --target "$@" >&2
    return
  fi
  local line done of time tenth=0
  NINJA_STATUS='@%f %t %e@' cmake --build $build_dir --target "$@" 2>&1 |
    while IFS= read -r line; do
      if [[ $line =~ ^@([0-9]+)\ ([0-9]+)\ ([0-9.]+)@ ]]; then
        done=${BASH_REMATCH[1]} of=${BASH_REMATCH[2]} time=${BASH_REMATCH[3]}
        [ $((10 * done / of)) -gt $tenth ] || continue
        tenth=$((10 * done / of))
        say "Building: $done of $of, $time s"
      else
        say "$line"
      fi
    done
}

# prepare TARGET…: from a fresh clone to the built targets.
prepare() {
  install_packages
  configure
  build "$@" || exit 1
}
