// The formats that records come out in: rec itself, JSON Lines, TSV, CSV, and the values of one field. Which fields are
// single, numbers or grouped is told by a RecordShape, so that this room needs to know nothing of therapy.
#ifndef STUMBLE_RECORD_RECORD_FORMATS_H_
#define STUMBLE_RECORD_RECORD_FORMATS_H_

#include <memory>
#include <string>
#include <vector>

#include "record/byte_sink.h"
#include "record/record.h"

namespace stumble {

struct RecordShape {
  std::vector<std::string> columns;  // the known fields, in the order of TSV and CSV columns
  std::vector<std::string> once;     // fields that are a plain value in JSON; all others are arrays
  std::vector<std::string> numbers;  // fields whose values are numbers in JSON
  // Fields that belong to the nearest `anchor` before them, gathered under `group` in JSON.
  std::string group, anchor;
  std::vector<std::string> members;

  bool IsOnce(std::string_view name) const;
  bool IsNumber(std::string_view name) const;
  bool IsMember(std::string_view name) const;
};

enum class RecordFormat { kRec, kJson, kTsv, kCsv };

class RecordPrinter {
 public:
  virtual ~RecordPrinter() = default;
  virtual void Print(const Record& record) = 0;
  // Whether comments and descriptors have a place in this format.
  virtual bool KeepsComments() const { return false; }
};

struct PrintChoices {
  RecordFormat format = RecordFormat::kRec;
  std::vector<std::string> columns;  // for TSV and CSV; empty: the shape's
  bool csv_safe = false;             // a quote before cells that a spreadsheet would take for a formula
  std::string only;                  // not empty: only this field's values, a line each
  bool nul_ended = false;            // with `only`: values whole, each ended by a NUL
  // For a person's eyes, in rec alone. Then what is written is harmless to a terminal, and the sink must let it pass as it is.
  int columns_shown = 0;  // not 0: values wrapped to so many, with a hanging indent
  bool colored = false;   // the names of fields and comments in gentle colors
};

// A printer that writes into `sink`, which must outlive it. In rec, records are separated by a blank line. JSON: one object a
// line, ill-formed UTF-8 as U+FFFD; a number that is not one stays a text. TSV and CSV begin with the columns' names; repeats
// are joined with "; "; TSV escapes tab, newline, carriage return and backslash as \t \n \r \\, CSV quotes as RFC 4180 has it.
std::unique_ptr<RecordPrinter> MakeRecordPrinter(const PrintChoices& choices, const RecordShape& shape, ByteSink& sink);

}  // namespace stumble

#endif  // STUMBLE_RECORD_RECORD_FORMATS_H_
