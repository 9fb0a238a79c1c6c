#!/bin/sh
# Installs what is missing, builds with the sanitizers, and runs every test.
# usage: sh tests/run.sh [CTEST-OPTION...]
set -eu
cd "$(dirname "$0")/.."

sh share/setup/install-packages.sh test
cmake -S . -B build/test -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O0 -g1' -DSTUMBLE_SANITIZE=ON >/dev/null
cmake --build build/test
cd build/test
# Traces of allocations would take a fifth of the time; those of two calls still tell where one was made.
export ASAN_OPTIONS="${ASAN_OPTIONS-malloc_context_size=2}"
ctest --output-on-failure -j2 "$@"
