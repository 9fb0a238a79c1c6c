// FormatOptions: how records come out: --format, --only, --columns, -0, --csv-safe, the same in every tool.
#ifndef STUMBLE_TOOL_FORMAT_OPTIONS_H_
#define STUMBLE_TOOL_FORMAT_OPTIONS_H_

#include <memory>
#include <string>

#include "record/record_formats.h"
#include "tool/tool.h"

namespace stumble {

class FormatOptions {
 public:
  // `main`: --format is among the options that -h shows.
  void Declare(Tool& tool, bool main);

  // Whether the person said how records should come out.
  bool AreGiven(const Tool& tool) const;

  // A printer to standard output. Throws a usage Error for choices that contradict each other.
  std::unique_ptr<RecordPrinter> MakePrinter(Tool& tool) const;

 private:
  std::string format_ = "rec";
  std::string only_;
  std::string columns_;
  bool nul_ended_ = false;
  bool csv_safe_ = false;
};

}  // namespace stumble

#endif  // STUMBLE_TOOL_FORMAT_OPTIONS_H_
