# Writes a C++ file that holds packs, for BuiltInPacks() of built_in_packs.h:
#
#   cmake -DOUT=FILE.cc "-DPACKS=a.yaml;b.yaml" -P embed.cmake
#
# The texts are read as hexadecimal digits and written as escapes, so no quote, bracket or semicolon in them can mean
# anything to CMake or to the compiler. Names and parts come from the keys at the beginning of lines.

if(NOT OUT OR NOT PACKS)
  message(FATAL_ERROR "expected -DOUT=FILE.cc and -DPACKS=FILE;FILE...")
endif()

set(definitions "")
set(entries "")
set(number 0)

foreach(file IN LISTS PACKS)
  file(READ "${file}" text)
  if(NOT text MATCHES "(^|\n)pack:[ \t]*[\"']?([a-z0-9-]+)")
    message(FATAL_ERROR "${file}: expected a line that begins with `pack: NAME`")
  endif()
  set(name "${CMAKE_MATCH_2}")

  set(parts "")
  foreach(part IN ITEMS patterns prompts routines safety words)
    if(text MATCHES "(^|\n)${part}:")
      string(APPEND parts " ${part}")
    endif()
  endforeach()
  string(STRIP "${parts}" parts)
  if(parts STREQUAL "")
    message(FATAL_ERROR "${file}: expected a line that begins with patterns:, prompts:, routines:, safety: or words:")
  endif()

  file(READ "${file}" digits HEX)
  string(LENGTH "${digits}" length)
  math(EXPR size "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escapes "${digits}")
  # A row holds 32 bytes; each of them is four characters by now.
  string(REPEAT "." 128 row)
  string(REGEX REPLACE "(${row})" "\\1\"\n    \"" escapes "${escapes}")

  string(APPEND definitions "constexpr char kPack${number}[] =\n    \"${escapes}\";\n\n")
  string(APPEND entries "    {\"${name}\", \"${parts}\", std::string_view(kPack${number}, ${size})},\n")
  math(EXPR number "${number} + 1")
  unset(text)
endforeach()

file(WRITE "${OUT}.new" "// Written by embed.cmake from prompts/*.yaml.
#include \"pack/built_in_packs.h\"

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace stumble {

namespace {

${definitions}constexpr BuiltInPack kPacks[] = {
${entries}};

}  // namespace

std::span<const BuiltInPack> BuiltInPacks() { return kPacks; }

}  // namespace stumble
")
file(RENAME "${OUT}.new" "${OUT}")
