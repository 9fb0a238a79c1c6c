#!/bin/sh
# Installs the Debian packages that stumble needs, those that are missing only.
# usage: install-packages.sh build|test
set -eu

build='g++ cmake ninja-build pkg-config libcli11-dev libyaml-cpp-dev libspdlog-dev libre2-dev nlohmann-json3-dev
  libunistring-dev libboost-math-dev libedit-dev libmd-dev libtomlplusplus-dev'
test='libgtest-dev librapidcheck-dev age cppcheck openssh-client recutils mandoc jq shellcheck python3-jsonschema python3-yaml less strace tmux git zsh fish
  systemd chromium chromium-driver python3-selenium cmark-gfm'
# Debian's npm conflicts with a Node.js from elsewhere, which has its own.
command -v npm >/dev/null || test="$test npm"

case ${1-} in
  build) wanted=$build ;;
  test) wanted="$build $test" ;;
  *) echo 'usage: install-packages.sh build|test' >&2; exit 2 ;;
esac

missing=
for package in $wanted; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "These Debian packages are missing; please install them as root:$missing" >&2
    exit 1
  }
  as_root='sudo env DEBIAN_FRONTEND=noninteractive'
fi
echo "Installing from Debian:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get -o DPkg::Lock::Timeout=600 -q update >/dev/null
# shellcheck disable=SC2086  # one word a package
$as_root apt-get -o DPkg::Lock::Timeout=600 -qq install -y --no-install-recommends $missing >/dev/null
