#!/bin/sh
# Holds the code against cppcheck (with `quick`, as each run of the tests does), and against clang-tidy with the profile of .clang-tidy.
# usage: tests/analysis/run.sh [quick]
set -eu
cd "$(dirname "$0")/../.."

files=$(find lib tools -name '*.cc' | sort)
# shellcheck disable=SC2086  # one word a file
cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --std=c++20 --language=c++ -I lib -j2 $files
[ "${1-}" != quick ] || exit 0

# As clang compiles it, without the headers that g++ has compiled before.
CXX=clang++ cmake -S . -B build/analysis -G Ninja -DCMAKE_BUILD_TYPE=Debug -DSTUMBLE_TESTS=OFF -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
  -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null
echo "$files" | xargs -P2 -n4 clang-tidy -p build/analysis --quiet
