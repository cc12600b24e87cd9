# Sourced by ./test: installs the packages of itests/packages.txt that are missing.
# shellcheck shell=sh

need_packages() {
  [ -f itests/packages.txt ] || return 0
  wanted=$(sed 's/#.*//' itests/packages.txt | tr -s ' \n' ' ')
  if ! command -v dpkg-query >/dev/null; then
    echo "no Debian packages here: tests that need one of these by other means:$wanted"
    return 0
  fi
  missing=
  for package in $wanted; do
    case $package in
      *:*) ! command -v "${package%%:*}" >/dev/null || continue; package=${package#*:} ;;
    esac
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif sudo -n true 2>/dev/null; then
    as_root=sudo
  else
    echo "cannot install$missing: neither root nor sudo without a password." >&2
    echo "Please run: apt-get install -y --no-install-recommends$missing" >&2
    exit 1
  fi
  echo "installing$missing"
  $as_root apt-get -qq update
  # shellcheck disable=SC2086 # a list of names
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends $missing
}
