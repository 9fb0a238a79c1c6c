#include "report/page.h"

#include <algorithm>

#include "text/text.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr int kRightMargin = 2;
constexpr int kHangingIndent = 2;
constexpr size_t kMostLinesOfAnItem = 3;

// The item with these words; its note is never broken, and has a line of its own where the last one has no room for it.
std::vector<std::string> RenderLines(const PageItem& item, const std::string& words, int indent, Spelling spelling) {
  int width = spelling.columns - kRightMargin - indent - kHangingIndent;
  std::vector<std::string> lines = BreakLines(item.lead + words, width, spelling);
  if (!lines.empty() && WidthColumns(lines.back()) + WidthColumns(item.note) <= width) {
    lines.back() += item.note;
  } else if (!item.note.empty()) {
    lines.emplace_back(Trim(item.note));
  }
  for (size_t at = 0; at < lines.size(); ++at)
    lines[at].insert(0, static_cast<size_t>(indent) + (at > 0 ? kHangingIndent : 0), ' ');
  return lines;
}

// The item in at most `most` lines, its words cut column by column until they fit.
std::vector<std::string> RenderItemIn(size_t most, const PageItem& item, int indent, Spelling spelling) {
  std::vector<std::string> lines = RenderLines(item, item.words, indent, spelling);
  int width = std::min(WidthColumns(item.words), spelling.columns * static_cast<int>(most));
  for (; lines.size() > most && width > 4; --width)
    lines = RenderLines(item, Cut(item.words, width - 1, spelling), indent, spelling);
  return lines;
}

// One block and how many lines it would like, at least needs, and gets.
class Place {
 public:
  Place(const PageBlock& block, Spelling spelling) : block_(block), spelling_(spelling) {
    size_t heading = HasHeading() ? 1 : 0;
    for (const PageItem& item : block.items) {
      if (wanted_ >= 100) break;  // more than any page has
      wanted_ += RenderItemIn(kMostLinesOfAnItem, item, Indent(), spelling).size();
    }
    wanted_ += heading;
    given_ = std::min(wanted_, heading + 2);
  }

  bool HasHeading() const { return !block_.heading.empty(); }
  size_t wanted() const { return wanted_; }
  size_t given() const { return given_; }
  bool TakeOneMore() {
    if (given_ == wanted_) return false;
    ++given_;
    return true;
  }

  void Render(std::vector<std::string>& page) const {
    size_t left = given_;
    if (HasHeading()) {
      page.push_back(Cut(block_.heading, spelling_.columns, spelling_));
      --left;
    }
    size_t shown = std::min(left, block_.items.size());
    size_t spare = left - shown;
    for (size_t at = block_.items.size() - shown; at < block_.items.size(); ++at) {
      PageItem item = block_.items[at];
      bool is_last = at + 1 == block_.items.size();
      if (is_last && shown < block_.items.size()) item.note += words::kAndOthers;
      std::vector<std::string> lines =
          RenderItemIn(std::min(kMostLinesOfAnItem, 1 + spare), item, Indent(), spelling_);
      spare -= lines.size() - 1;
      page.insert(page.end(), lines.begin(), lines.end());
    }
  }

 private:
  int Indent() const { return HasHeading() ? 2 : 0; }

  const PageBlock& block_;
  Spelling spelling_;
  size_t wanted_ = 0;
  size_t given_ = 0;
};

// How many blank lines the page has: one between all blocks if everything fits then; else, if a line can be had, one below a
// first block that has no heading.
size_t BlankLines(const std::vector<Place>& places, size_t line_count) {
  size_t wanted = 0, least = 0;
  for (const Place& place : places) {
    wanted += place.wanted();
    least += place.given();
  }
  if (wanted + places.size() - 1 <= line_count) return places.size() - 1;
  return places.size() > 1 && !places[0].HasHeading() && least < line_count ? 1 : 0;
}

void DealOut(size_t line_count, std::vector<Place>& places) {
  size_t used = 0;
  for (const Place& place : places) used += place.given();
  for (bool anyone = true; anyone && used < line_count;) {
    anyone = false;
    for (Place& place : places) {
      if (used == line_count || !place.TakeOneMore()) continue;
      ++used;
      anyone = true;
    }
  }
}

}  // namespace

std::vector<std::string> LayOut(const std::vector<PageBlock>& blocks, int line_count, Spelling spelling) {
  std::vector<Place> places;
  for (const PageBlock& block : blocks)
    if (!block.items.empty()) places.emplace_back(block, spelling);
  std::vector<std::string> page;
  if (places.empty()) return page;
  size_t most = static_cast<size_t>(line_count);
  size_t blanks = BlankLines(places, most);
  DealOut(most - blanks, places);
  for (const Place& place : places) {
    if (!page.empty() && blanks > 0) {
      page.emplace_back();
      --blanks;
    }
    place.Render(page);
  }
  return page;
}

std::vector<std::string> RenderItemInFull(const PageItem& item, int indent, Spelling spelling) {
  return RenderLines(item, item.words, indent, spelling);
}

}  // namespace stumble
