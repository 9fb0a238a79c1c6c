// Safekeeping: `recall --encrypt`, `--decrypt` and `--compact`: the journal as a whole goes from one form into another. Nothing of the reading path
// comes through here.
#ifndef STUMBLE_TOOLS_SAFEKEEPING_H_
#define STUMBLE_TOOLS_SAFEKEEPING_H_

#include <string>
#include <vector>

#include "journal/conversion.h"
#include "journal/seal.h"
#include "tool/tool.h"

namespace stumble {

class Safekeeping {
 public:
  explicit Safekeeping(Tool& tool) : tool_(tool) {}

  // Declares --encrypt with -r, --decrypt and --compact.
  void Declare();
  bool IsWanted() const { return encrypts_ || decrypts_ || compacts_; }

  // Does what is wanted to the journal at `path`. Throws Error, with nothing changed, if it can't be done.
  void Run(const std::string& path);

 private:
  void Encrypt(const std::string& path);
  void Decrypt(const std::string& path);
  void Compact(const std::string& path);
  void ConvertDrafts(const std::string& path, Converted& converted) const;
  void SealAnewWhatIsBeside(const std::string& path) const;
  void Say(std::string_view what, const Converted& converted) const;

  Tool& tool_;
  bool encrypts_ = false, decrypts_ = false, compacts_ = false;
  std::vector<std::string> recipients_;
};

}  // namespace stumble

#endif  // STUMBLE_TOOLS_SAFEKEEPING_H_
