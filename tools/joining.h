// Joining: `recall --merge`: the journals of several machines become one, on standard output or, with -o, in one of them.
#ifndef STUMBLE_TOOLS_JOINING_H_
#define STUMBLE_TOOLS_JOINING_H_

#include <string>
#include <vector>

#include "journal/merge.h"
#include "record/byte_source.h"
#include "tool/tool.h"

namespace stumble {

class Joining {
 public:
  explicit Joining(Tool& tool) : tool_(tool) {}

  // Declares --merge and -o.
  void Declare();
  bool IsWanted() const { return is_wanted_; }
  // Whether -o was given. Throws a usage Error if it names no file.
  bool HasTarget() const;

  // The records of the journals at `paths`, each once, the descriptor first; - is standard input. Throws Error if any of them can't be read
  // as a whole.
  std::vector<Record> Join(const std::vector<std::string>& paths);

  // Adds to the file of -o what the other journals hold and it does not. What stands in it stays byte for byte, and nobody else writes to it
  // meanwhile; the others are read before that. Throws Error, with nothing changed, if any of them can't be read as a whole, or is of a later
  // format, or if the file is there and is not one of `paths`.
  void JoinIntoTarget(const std::vector<std::string>& paths);

 private:
  struct Text {
    std::string name, bytes;
  };
  std::vector<Text> ReadOthers(const std::vector<std::string>& paths, bool target_is_there);
  void Read(ByteSource& source, const std::string& name, JournalMerge& merge);
  void RefuseDamage() const;
  // Takes what can't be read, so that nothing is joined.
  ErrorHandler OnDamage();

  Tool& tool_;
  CLI::Option* output_ = nullptr;
  bool is_wanted_ = false, is_damaged_ = false;
  std::string target_;
};

}  // namespace stumble

#endif  // STUMBLE_TOOLS_JOINING_H_
