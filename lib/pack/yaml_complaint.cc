#include "pack/yaml_complaint.h"

#include <yaml-cpp/exceptions.h>

#include <string>
#include <string_view>
#include <utility>

namespace stumble {

namespace {

namespace Msg = YAML::ErrorMsg;

// yaml-cpp's messages begin with these.
const std::pair<std::string_view, const char*> kSentences[] = {
    {Msg::END_OF_MAP,
     "expected a `key: value` line here (is a quote before this unclosed, or closed too early, or the "
     "indentation different?)"},
    {Msg::END_OF_SEQ_FLOW, "expected `,` or `]` in the list that `[` opened (a text with a comma needs quotes)"},
    {Msg::END_OF_MAP_FLOW, "expected `,` or `}` in the mapping that `{` opened (a text with a comma needs quotes)"},
    {Msg::END_OF_SEQ, "expected `- ` and the next entry of the list, or the end of it, at the same indentation"},
    {Msg::MAP_VALUE,
     "a colon is not expected here; put quotes around a text that has `: ` in it, and indent `key: value` "
     "lines alike"},
    {Msg::MAP_KEY, "a key is not expected here; expected one `key: value` a line"},
    {Msg::BLOCK_ENTRY, "a list entry (`- `) is not expected here; expected it on a line of its own"},
    {Msg::FLOW_END, "this bracket closes nothing; expected `[` or `{` before it, or quotes around the text"},
    {Msg::INVALID_ESCAPE,
     "an unknown escape after a backslash; expected `\\\\` for a backslash in double quotes, or single "
     "quotes around the text"},
    {Msg::INVALID_HEX, "expected hexadecimal digits after `\\x` or `\\u`"},
    {Msg::INVALID_UNICODE, "this escape stands for no character; expected a Unicode code point"},
    {Msg::UNKNOWN_TOKEN, "a text cannot begin with this character; expected quotes around the text"},
    {Msg::CHAR_IN_BLOCK, "expected the end of the line after `|` or `>`"},
    {Msg::ZERO_INDENT_IN_BLOCK, "expected an indentation of at least 1 after `|` or `>`"},
    {Msg::EOF_IN_SCALAR, "the file ends inside a quoted text; expected its closing quote"},
    {Msg::DOC_IN_SCALAR, "a line of `---` or `...` stands inside a quoted text; expected its closing quote before"},
    {Msg::TAB_IN_INDENTATION, "a tab stands in the indentation; expected spaces"},
    {Msg::UNKNOWN_ANCHOR, kNoAliases},
    {Msg::ALIAS_NOT_FOUND, kNoAliases},
    {Msg::ANCHOR_NOT_FOUND, kNoAliases},
    {Msg::CHAR_IN_ALIAS, kNoAliases},
    {Msg::CHAR_IN_ANCHOR, kNoAliases},
    {Msg::MULTIPLE_ANCHORS, kNoAliases},
    {Msg::BAD_FILE, "lists are nested too deep; expected at most 16 levels"},
};

bool StartsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::string SentenceFor(const std::string& message) {
  for (const auto& [start, sentence] : kSentences)
    if (StartsWith(message, start)) return sentence;
  return "this is not YAML that a pack can use; expected `key: value` lines, lists and plain texts";
}

}  // namespace

Error ComplaintOf(const YAML::Exception& exception, YamlSource& source) {
  if (exception.mark.is_null()) return Error(SentenceFor(exception.msg), source.PlaceAt(0));
  std::size_t offset = static_cast<std::size_t>(exception.mark.pos);
  std::size_t tab = source.TabInIndentation(offset);
  if (tab != std::string::npos) return Error("a tab stands in the indentation; expected spaces", source.PlaceAt(tab));
  return Error(SentenceFor(exception.msg), source.PlaceAt(offset));
}

}  // namespace stumble
