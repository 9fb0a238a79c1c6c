// Files for one person's eyes: 0600 in directories of 0700, whatever the umask. A file is replaced as a whole, so that after a crash
// there stands either what stood there before or all of what is new.
#ifndef STUMBLE_JOURNAL_PRIVATE_FILE_H_
#define STUMBLE_JOURNAL_PRIVATE_FILE_H_

#include <filesystem>
#include <string>
#include <string_view>

namespace stumble {

// Creates the missing directories above and including `directory`. Throws Error if that fails.
void CreatePrivateDirectories(const std::filesystem::path& directory);

// Puts `bytes` in place of the file: written to a new file beside it, synced, renamed over it. A symbolic link stays one, and
// what it leads to is replaced. Throws Error, and leaves the old file as it was, if any of that fails.
void ReplacePrivateFile(const std::string& path, std::string_view bytes);

// Everything in a file of at most `most_bytes`. Throws Error if it can't be read or is larger.
std::string ReadWholeFile(const std::string& path, size_t most_bytes);

// Makes a rename, a new file or a removal in the file's directory last.
void SyncDirectoryOf(const std::string& path);

}  // namespace stumble

#endif  // STUMBLE_JOURNAL_PRIVATE_FILE_H_
