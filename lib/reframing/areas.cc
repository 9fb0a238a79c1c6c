#include "reframing/areas.h"

#include <array>
#include <utility>

#include "pack/offer_reader.h"
#include "text/text.h"

namespace stumble {

namespace {

// Words that are rarely said of another area; with blanks at both ends, so that each is found whole.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kAreaWords = {{
    {"work",
     " work boss manager supervisor coworker coworkers co-worker co-workers colleague colleagues job office meeting "
     "client clients "
     "customer customers deadline promotion shift career "},
    {"school",
     " school exam exams test tests class classes teacher professor grade grades homework essay college university "
     "thesis "
     "classmates classmate lecture "},
    {"family",
     " family mother mom mum father dad parents parent son daughter kids kid children child sister brother "
     "grandmother grandma "
     "grandfather grandpa aunt uncle cousin in-laws "},
    {"relationship", " partner husband wife boyfriend girlfriend spouse marriage ex date dates dating crush "},
    {"friends", " friend friends friendship "},
    {"health", " doctor sick illness pain symptoms medication meds diet weight asleep sleep hospital "},
    {"therapy", " therapist therapy counselor "},
}};

}  // namespace

std::set<std::string> AreasOf(const ThoughtWords& words, std::string_view domain) {
  std::set<std::string> areas;
  std::string named = FoldCase(Trim(domain));
  if (IsAreaOfLife(named)) areas.insert(named);
  for (size_t i = 0; i < words.size(); ++i) {
    std::string word = " " + words.At(i) + " ";
    for (const auto& [area, list] : kAreaWords)
      if (list.find(word) != std::string_view::npos) areas.emplace(area);
  }
  return areas;
}

}  // namespace stumble
