// The reframer with all packs that are built in: any thought is answered with nothing lost of what was there, and one that is held with
// nothing but the word that it is.
#include "fuzz/target.h"
#include "reframing/reframer.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

void Fuzz(std::string_view bytes) {
  if (bytes.size() > 4096) return;  // longer thoughts are cut up into passages; a record test has those
  std::string_view rest = bytes;
  static const Reframer reframer(BuiltInPatterns(), BuiltInSafety(), {});
  std::string_view thought = NextPart(rest), setback = NextPart(rest);
  Record record;
  if (!setback.empty()) record.Add("Setback", std::string(setback));
  record.Add("Thought", std::string(thought));
  record.Add("Intensity", bytes.size() % 2 == 0 ? "9" : "3");
  Record answered = reframer.Reframe(record);
  for (const Item& item : record.items()) {
    bool stands = false;
    for (const Item& other : answered.items()) stands = stands || (other.name == item.name && other.value == item.value);
    Expect(stands, "nothing of the record is lost");
  }
  if (!answered.All("Safety").empty() && record.All("Safety").empty())
    for (const char* name : {"Pattern", "Cue", "Question", "Reframe"})
      Expect(answered.All(name).empty(), "a record that is held is not reframed");
}

const NamedFuzzTarget target("reframer", &Fuzz);

}  // namespace
}  // namespace stumble
