// FormerVersions: what the journal was before it was rewritten, kept beside it: journal.rec.former-1 is the newest,
// former-5 the oldest, and there are no more. They are for one person's eyes, as the journal is; those of an encrypted
// journal are encrypted too, and end in .age.
#ifndef STUMBLE_JOURNAL_FORMER_VERSIONS_H_
#define STUMBLE_JOURNAL_FORMER_VERSIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "journal/seal.h"

namespace stumble {

inline constexpr int kFormerVersions = 5;

// Keeps `bytes` as the newest former version of the journal; the oldest goes. Nothing is lost on the way: the new one
// is written before any other moves. Throws Error if it can't be kept. The caller holds the journal's lock.
void KeepFormerVersion(const std::string& journal, std::string_view bytes, const Seal& seal = {});

// The paths of those that are there, the newest first. Where the journal is a symbolic link, they are beside the file
// it leads to.
std::vector<std::string> FormerVersionsOf(const std::string& journal);

// The paths of files that a rewriting of the journal, or of a former version, left unfinished when the machine or the
// program was stopped in the midst of it. While the caller holds the journal's lock, nobody is at work on any of
// them.
std::vector<std::string> UnfinishedVersionsOf(const std::string& journal);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_FORMER_VERSIONS_H_
