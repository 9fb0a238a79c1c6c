#!/bin/sh
# Builds stumble, installs it for you alone, and plays an evening with it on a copy of the sample journal.
# usage: sh quickstart.sh [PREFIX]       (PREFIX: where to install; ~/.local if not given)
set -eu
cd "$(dirname "$0")"
prefix=${1:-${PREFIX:-$HOME/.local}}

sh share/setup/install-packages.sh build
cmake -S . -B build/release -G Ninja -DCMAKE_BUILD_TYPE=Release -DSTUMBLE_TESTS=OFF \
  -DCMAKE_INSTALL_PREFIX="$prefix" >/dev/null
cmake --build build/release
cmake --install build/release >/dev/null
chmod 700 "$prefix/share/stumble"  # the journal will be there too
echo "Installed into $prefix."

# From here on: the evening of November 20, 2026, with a copy of the sample journal that is thrown away at the end.
play=$(mktemp -d)
trap 'rm -rf "$play"' EXIT
cp share/examples/journal.rec "$play/journal.rec"
chmod 600 "$play/journal.rec"
export STUMBLE_JOURNAL="$play/journal.rec" STUMBLE_NOW=2026-11-20T21:30:00-05:00 TZ=EST5EDT,M3.2.0,M11.1.0
OLDPATH=$PATH
PATH=$prefix/bin:$PATH

show() {
  printf '\n$ %s\n' "$1"
  sh -c "$1"
}
show 'log-setback "Froze when she asked about my father" -t silence -i 7 --thought "I always ruin everything"'
show 'recall @1 | reframe'
show 'recall --helped -t silence -n 1'
show 'prompt self-compassion --seed 4'
show 'resilience-report --last week'

cat <<END

That was somebody else's journal, and its copy is gone. Yours begins when you type:

  log-setback

It asks one question. Then, whenever you like:

  recall --fold @1 | reframe
  prompt
  resilience-report
END
# shellcheck disable=SC2016  # the person's shell is to expand it
case :$OLDPATH: in
  *:"$prefix/bin":*) ;;
  *) printf '\nFirst let your shell find them:\n\n  export PATH="%s:%s"\n' "$prefix/bin" '$PATH' ;;
esac
