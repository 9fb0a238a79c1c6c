#!/bin/sh
# Checks on the binaries what makes them harder to attack: position-independent, with relocations that are read-only from the beginning, no
# executable stack, canaries on the stack, and the library's own checks.
# usage: run.sh fortified|plain BIN-DIR
set -eu
fortified=$1
bin=$2

failed=0
for tool in log-setback prompt recall reframe resilience-report; do
  headers=$(readelf --wide --file-header --program-headers --dynamic "$bin/$tool")
  symbols=$(readelf --wide --dyn-syms "$bin/$tool")
  expect() {
    what=$1 where=$2 pattern=$3
    if printf '%s\n' "$where" | grep -q -e "$pattern"; then return; fi
    echo "$tool: expected $what"
    failed=1
  }
  expect 'position-independent code' "$headers" 'Type: *DYN'
  expect 'read-only relocations' "$headers" 'GNU_RELRO'
  expect 'relocations done before it starts' "$headers" 'BIND_NOW\|FLAGS.*NOW'
  expect 'a stack that is not executable' "$headers" 'GNU_STACK.* RW  *0x'
  expect 'canaries on the stack' "$symbols" '__stack_chk_fail'
  expect 'checks within the C++ library' "$symbols" '__glibcxx_assert_fail'
  [ "$fortified" = plain ] || expect 'checked calls of the C library (_FORTIFY_SOURCE)' "$symbols" '__[a-z]*_chk@'
done
[ "$fortified" = fortified ] || echo 'this build is not optimized: _FORTIFY_SOURCE was not checked'
exit $failed
