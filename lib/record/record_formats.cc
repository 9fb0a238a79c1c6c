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
    sink_.Write(object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
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
  TablePrinter(std::vector<std::string> columns, ByteSink& sink) : columns_(std::move(columns)), sink_(sink) {}

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
      line += Escape(cells[i]);
    }
    sink_.Write(line + "\n");
  }

  std::vector<std::string> columns_;
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
      else if (c == '\\') escaped += "\\\\";
      else escaped += c;
    }
    return escaped;
  }
};

class CsvPrinter : public TablePrinter {
 public:
  CsvPrinter(std::vector<std::string> columns, bool safe, ByteSink& sink)
      : TablePrinter(std::move(columns), sink), safe_(safe) {}

 private:
  char Separator() const override { return ','; }
  std::string Escape(const std::string& cell) const override {
    bool formula = safe_ && !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
    std::string text = formula ? "'" + cell : cell;
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char c : text) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
    return quoted + "\"";
  }

  bool safe_;
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
    case RecordFormat::kTsv: return std::make_unique<TsvPrinter>(std::move(columns), sink);
    case RecordFormat::kCsv: return std::make_unique<CsvPrinter>(std::move(columns), choices.csv_safe, sink);
    case RecordFormat::kRec: break;
  }
  return std::make_unique<RecPrinter>(sink);
}

}  // namespace stumble
