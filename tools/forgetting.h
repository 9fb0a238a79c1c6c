// Forgetting: `recall --forget`, the one thing by which recall ever writes: an entry is erased from the journal, from
// its former versions and from drafts, for good, and the person is told what that can't reach. Nothing of the reading
// path comes through here.
#ifndef STUMBLE_TOOLS_FORGETTING_H_
#define STUMBLE_TOOLS_FORGETTING_H_

#include <set>
#include <string>
#include <vector>

#include "journal/journal_text.h"
#include "tool/tool.h"

namespace stumble {

class Forgetting {
 public:
  explicit Forgetting(Tool& tool) : tool_(tool) {}

  // Declares --forget and --with-follow-ups.
  void Declare();
  bool IsWanted() const { return !reference_.empty(); }

  // Erases the entry that the reference names from the journal at `path`. What the person undid before is still found
  // in a former version, by its Id. Throws Error: if there is no such entry, or while others follow it up.
  void Run(const std::string& path);

 private:
  // What is to be erased: entries by Id, and those without one by their paragraph.
  struct Doomed {
    std::set<std::string> ids;
    std::string paragraph;
    std::set<std::string> words;  // what happened, thoughts and answers, each on one line: drafts have no Id
    std::vector<size_t> PlacesIn(const JournalText& text) const;
    void TakeWords(const JournalText& text);
    bool IsIn(const std::string& draft) const;
  };
  Doomed Find(const std::string& path, const JournalText& text) const;
  void AddFollowUps(const std::string& path, const JournalText& text, Doomed& doomed) const;
  bool MayErase(const JournalText& text, const Doomed& doomed) const;
  void EraseFromFormer(const std::string& path, const Doomed& doomed) const;
  JournalText ReadFormer(const std::string& path) const;
  std::string OpenDraft(const std::string& path) const;
  void EraseDrafts(const Doomed& doomed) const;
  void SayWhatIsOutOfReach(const std::string& path) const;

  Tool& tool_;
  std::string reference_;
  bool with_follow_ups_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOLS_FORGETTING_H_
