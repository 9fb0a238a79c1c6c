// What yaml-cpp says when it cannot go on, turned into a plain sentence that says what was expected, with the line
// and column an editor shows. The mistakes that people make most (a text with a colon, a tab, a closing quote that is
// missing) get sentences of their own.
#ifndef STUMBLE_PACK_YAML_COMPLAINT_H_
#define STUMBLE_PACK_YAML_COMPLAINT_H_

#include "error.h"
#include "pack/yaml_source.h"

namespace YAML {
class Exception;
}

namespace stumble {

inline constexpr const char* kNoAliases =
    "an anchor (`&`) or alias (`*`) stands here; a pack needs none: expected the text itself, in quotes if it begins "
    "so";

Error ComplaintOf(const YAML::Exception& exception, YamlSource& source);

}  // namespace stumble

#endif  // STUMBLE_PACK_YAML_COMPLAINT_H_
