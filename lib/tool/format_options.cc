#include "tool/format_options.h"

#include <unistd.h>

#include <algorithm>

#include "journal/entry_fields.h"
#include "text/text.h"
#include "tool/field_names.h"
#include "tool/terminal.h"

namespace stumble {

namespace {

// Columns of records on a terminal: what reads well.
constexpr int kNarrowest = 20, kWidest = 100;

RecordFormat FormatNamed(const std::string& name) {
  if (name == "json") return RecordFormat::kJson;
  if (name == "tsv") return RecordFormat::kTsv;
  if (name == "csv") return RecordFormat::kCsv;
  return RecordFormat::kRec;
}

}  // namespace

void FormatOptions::Declare(Tool& tool, bool main) {
  tool.options()
      .add_option("--format", format_, "Print as rec, json, tsv or csv")
      ->type_name("FORMAT")
      ->check(OneOf({"rec", "json", "tsv", "csv"}))
      ->group(main ? kMainOptions : kMoreOptions);
  tool.AddMore("--only", only_, "Print one field's values, a line each")->type_name("FIELD");
  tool.AddMore("--columns", columns_, "Columns of tsv and csv, with commas between")->type_name("FIELDS");
  tool.options().add_flag("-0", nul_ended_, "With --only: end values with a NUL")->group(kMoreOptions);
  tool.options().add_flag("--csv-safe", csv_safe_, "Keep spreadsheets from running formulas")->group(kMoreOptions);
}

bool FormatOptions::AreGiven(const Tool& tool) const {
  return tool.options().count("--format") > 0 || tool.options().count("--only") > 0;
}

std::unique_ptr<RecordPrinter> FormatOptions::MakePrinter(Tool& tool) const {
  PrintChoices choices;
  choices.format = FormatNamed(format_);
  choices.csv_safe = csv_safe_;
  choices.nul_ended = nul_ended_;
  if (!only_.empty()) choices.only = FieldNamed(only_);
  WarnIfMisspelt("--only", choices.only, tool);
  if (nul_ended_ && only_.empty()) throw Error("-0: expected --only FIELD with it", {}, ExitStatus::kUsage);
  if (!columns_.empty())
    for (std::string_view column : Split(columns_, ',')) choices.columns.push_back(FieldNamed(Trim(column)));
  for (const std::string& column : choices.columns) WarnIfMisspelt("--columns", column, tool);
  bool as_records = choices.format == RecordFormat::kRec && choices.only.empty();
  if (as_records && tool.out().is_terminal())
    choices.columns_shown = std::clamp(ColumnsOf(STDOUT_FILENO), kNarrowest, kWidest);
  choices.colored = as_records && tool.ColorAt(STDOUT_FILENO);
  bool for_a_person = choices.columns_shown > 0 || choices.colored;
  return MakeRecordPrinter(choices, EntryShape(), for_a_person ? tool.out().shown() : tool.out());
}

}  // namespace stumble
