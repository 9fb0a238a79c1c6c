#include "record/record_formats.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "record/record_writer.h"
#include "text/text.h"

namespace stumble {

namespace {

using Json = nlohmann::ordered_json;

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class RecPrinter : public RecordPrinter {
 public:
  explicit RecPrinter(ByteSink& sink) : sink_(sink) {}
  void Print(const Record& record) override {
    std::string text = RenderRecord(record);
    if (!first_) text.insert(0, "\n");
    first_ = false;
    sink_.Write(text);
  }
  bool KeepsComments() const override { return true; }

 private:
  ByteSink& sink_;
  bool first_ = true;
};

// Rec for a person's eyes: nothing that is read back.
class ShownRecPrinter : public RecordPrinter {
 public:
  ShownRecPrinter(int columns, bool colored, ByteSink& sink) : columns_(columns), colored_(colored), sink_(sink) {}

  void Print(const Record& record) override {
    std::string text = first_ ? "" : "\n";
    first_ = false;
    for (const Item& item : record.items()) {
      if (item.IsComment()) {
        const std::vector<std::string>& lines = Lines(item.value, columns_, columns_ - 2);
        for (size_t i = 0; i < lines.size(); ++i) text += Colored(kDim, (i > 0 ? "# " : "") + lines[i]) + "\n";
      } else {
        AddField(item, text);
      }
    }
    sink_.Write(text);
  }
  bool KeepsComments() const override { return true; }

 private:
  static constexpr std::string_view kCyan = "\033[36m", kDim = "\033[2m", kPlain = "\033[0m";

  void AddField(const Item& item, std::string& text) {
    std::string name = SafeForTerminal(item.name) + ":";
    int hanging = std::min(WidthColumns(name) + 1, columns_ / 3);
    bool first_line = true;
    for (std::string_view value : Split(item.value, '\n')) {
      std::string before = first_line ? Colored(kCyan, name) : Colored(kCyan, "+");
      int begin = first_line ? WidthColumns(name) + 1 : 2;
      int indent = first_line ? hanging : 2;
      first_line = false;
      const std::vector<std::string>& lines = Lines(value, columns_ - begin, columns_ - indent);
      for (size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) before = std::string(static_cast<size_t>(indent), ' ');
        else if (!lines[i].empty()) before += ' ';
        text += before + lines[i] + "\n";
      }
    }
  }

  // A line of text, made harmless, as lines of so many columns; the first may be narrower.
  const std::vector<std::string>& Lines(std::string_view value, int first_columns, int columns) {
    std::string safe = SafeForTerminal(value);
    if (columns_ == 0) return shown_ = {safe};
    size_t indent = std::min(safe.find_first_not_of(' '), safe.size());
    if (static_cast<int>(indent) > first_columns / 2) safe.erase(0, indent);
    shown_ = Wrap(safe, std::max(1, first_columns), WideWords::kBreak);
    if (shown_.size() < 2 || first_columns == columns) return shown_;
    std::string rest = safe.substr(std::min(safe.size(), shown_[0].size()));
    shown_.resize(1);
    rest.erase(0, rest.find_first_not_of(' '));
    for (std::string& line : Wrap(rest, std::max(1, columns), WideWords::kBreak)) shown_.push_back(std::move(line));
    return shown_;
  }

  std::string Colored(std::string_view color, const std::string& text) const {
    return colored_ ? std::string(color) + text + std::string(kPlain) : text;
  }

  int columns_;
  bool colored_;
  ByteSink& sink_;
  bool first_ = true;
  std::vector<std::string> shown_;  // of one value
};

class JsonPrinter : public RecordPrinter {
 public:
  JsonPrinter(const RecordShape& shape, ByteSink& sink) : shape_(shape), sink_(sink) {}

  void Print(const Record& record) override {
    Json object = Json::object();
    Json groups = Json::array();
    for (const Item& item : record.items()) {
      if (item.IsComment()) continue;
      AddValue(object, item);
      Gather(groups, item);
    }
    if (!groups.empty()) object[shape_.group] = std::move(groups);
    sink_.Write(HarmlessJson(object.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n");
  }

 private:
  Json ValueOf(const Item& item) const {
    if (shape_.IsNumber(item.name)) {
      Json number = Json::parse(item.value, nullptr, /*allow_exceptions=*/false);
      if (number.is_number()) return number;
    }
    return item.value;
  }

  void AddValue(Json& object, const Item& item) const {
    if (shape_.IsOnce(item.name) && !object.contains(item.name)) {
      object[item.name] = ValueOf(item);
    } else if (!shape_.IsOnce(item.name)) {
      if (!object.contains(item.name)) object[item.name] = Json::array();
      object[item.name].push_back(ValueOf(item));
    }
  }

  void Gather(Json& groups, const Item& item) const {
    if (item.name == shape_.anchor) {
      Json group = {{shape_.anchor, item.value}};
      for (const std::string& member : shape_.members) group[member] = Json::array();
      groups.push_back(std::move(group));
    } else if (!groups.empty() && shape_.IsMember(item.name)) {
      groups.back()[item.name].push_back(item.value);
    }
  }

  const RecordShape& shape_;
  ByteSink& sink_;
};

// What TSV and CSV share: a line of names, then a line of cells for each record.
class TablePrinter : public RecordPrinter {
 public:
  TablePrinter(std::vector<std::string> columns, bool safe, ByteSink& sink) : columns_(std::move(columns)), safe_(safe), sink_(sink) {}

  void Print(const Record& record) override {
    if (!headed_) PrintLine(columns_);
    headed_ = true;
    std::vector<std::string> cells;
    for (const std::string& column : columns_) {
      std::string cell;
      bool first = true;
      for (std::string_view value : record.All(column)) {
        if (!first) cell += "; ";
        cell += value;
        first = false;
      }
      cells.push_back(std::move(cell));
    }
    PrintLine(cells);
  }

 private:
  virtual char Separator() const = 0;
  virtual std::string Escape(const std::string& cell) const = 0;

  void PrintLine(const std::vector<std::string>& cells) {
    std::string line;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line += Separator();
      bool formula = safe_ && !cells[i].empty() && std::string_view("=+-@\t\r\n").find(cells[i][0]) != std::string_view::npos;
      line += Escape(formula ? "'" + cells[i] : cells[i]);
    }
    sink_.Write(line + "\n");
  }

  std::vector<std::string> columns_;
  bool safe_;
  ByteSink& sink_;
  bool headed_ = false;
};

class TsvPrinter : public TablePrinter {
 public:
  using TablePrinter::TablePrinter;

 private:
  char Separator() const override { return '\t'; }
  std::string Escape(const std::string& cell) const override {
    std::string escaped;
    for (char c : cell) {
      if (c == '\t') escaped += "\\t";
      else if (c == '\n') escaped += "\\n";
      else if (c == '\r') escaped += "\\r";
      else if (c == '\\') escaped += "\\\\";
      else escaped += c;
    }
    return escaped;
  }
};

class CsvPrinter : public TablePrinter {
 public:
  using TablePrinter::TablePrinter;

 private:
  char Separator() const override { return ','; }
  std::string Escape(const std::string& text) const override {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char c : text) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
    return quoted + "\"";
  }
};

class OnlyPrinter : public RecordPrinter {
 public:
  OnlyPrinter(std::string field, bool nul_ended, ByteSink& sink)
      : field_(std::move(field)), nul_ended_(nul_ended), sink_(sink) {}

  void Print(const Record& record) override {
    for (std::string_view value : record.All(field_)) {
      if (nul_ended_) {
        sink_.Write(std::string(value) + '\0');
      } else {
        sink_.Write(OnOneLine(value) + "\n");
      }
    }
  }

 private:
  std::string field_;
  bool nul_ended_;
  ByteSink& sink_;
};

}  // namespace

bool RecordShape::IsOnce(std::string_view name) const { return Contains(once, name); }
bool RecordShape::IsNumber(std::string_view name) const { return Contains(numbers, name); }
bool RecordShape::IsMember(std::string_view name) const { return Contains(members, name); }

std::unique_ptr<RecordPrinter> MakeRecordPrinter(const PrintChoices& choices, const RecordShape& shape, ByteSink& sink) {
  if (!choices.only.empty()) return std::make_unique<OnlyPrinter>(choices.only, choices.nul_ended, sink);
  std::vector<std::string> columns = choices.columns.empty() ? shape.columns : choices.columns;
  switch (choices.format) {
    case RecordFormat::kJson: return std::make_unique<JsonPrinter>(shape, sink);
    case RecordFormat::kTsv: return std::make_unique<TsvPrinter>(std::move(columns), choices.csv_safe, sink);
    case RecordFormat::kCsv: return std::make_unique<CsvPrinter>(std::move(columns), choices.csv_safe, sink);
    case RecordFormat::kRec: break;
  }
  if (choices.columns_shown > 0 || choices.colored)
    return std::make_unique<ShownRecPrinter>(choices.columns_shown, choices.colored, sink);
  return std::make_unique<RecPrinter>(sink);
}

}  // namespace stumble
