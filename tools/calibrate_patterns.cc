// calibrate-patterns: fits the weights and thresholds of a pack's patterns to labeled texts, writes them into the pack, and says how
// well they do on texts that were left out.

#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "pack/pack_parser.h"
#include "pack/pack_weights.h"
#include "reframing/calibration.h"
#include "reframing/pattern_finder.h"
#include "tool/tool.h"

namespace stumble {
namespace {

// The pack's own examples and counterexamples count like several texts: whoever wrote them meant them to hold.
constexpr double kExampleShare = 20;
constexpr double kOwnTextShare = 5;

// In a file whose labelers had no such name, a pattern's absence says little.
constexpr double kUnnamedShare = 0.15;

std::vector<std::string> Columns(const std::string& line) {
  std::vector<std::string> columns;
  std::istringstream rest(line);
  for (std::string column; std::getline(rest, column, '\t');) columns.push_back(column);
  return columns;
}

std::string Rounded(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", number);
  return text;
}

// A file of texts, a header line first: `text` and `labels` (| between), `thought` and `reframe` (kinder versions, without a pattern),
// or `kind` and `text` (plain sentences, without a pattern). Or, without a header, kind, label and text: those labeled
// hardship are without a pattern, the others are passed over. Lines that begin with # are remarks.
class LabeledFile {
 public:
  // FILE or FILE=SHARE.
  explicit LabeledFile(const std::string& named) {
    size_t equals = named.rfind('=');
    path_ = named.substr(0, equals);
    if (equals != std::string::npos) share_ = std::strtod(named.c_str() + equals + 1, nullptr);
    if (share_ <= 0) throw Error("expected FILE or FILE=SHARE, a share above 0", {}, ExitStatus::kUsage);
  }

  void AddRows(const Pack& pack, const PatternFinder& finder, std::vector<CalibrationRow>& rows) const {
    std::ifstream file(path_);
    std::string line;
    int number = 1;
    while (std::getline(file, line) && line.starts_with('#')) ++number;
    if (!file) throw Error("expected a header line and texts", {path_});
    std::vector<std::string> columns = Columns(line);
    bool labeled = columns == std::vector<std::string>{"text", "labels"};
    bool kinder = columns == std::vector<std::string>{"thought", "reframe"};
    bool plain = columns == std::vector<std::string>{"kind", "text"};
    bool hardship = columns.size() == 3;
    if (!labeled && !kinder && !plain && !hardship)
      throw Error("expected the columns text and labels, thought and reframe, or kind and text", {path_, number});
    size_t begin = rows.size();
    auto add = [&](const std::string& text, const std::string& labels) {
      CalibrationRow row;
      row.signs = finder.SignsIn(text);
      row.labels = LabelsOf(labels, pack);
      row.shares.assign(pack.patterns.size(), share_);
      row.is_plain = plain || hardship;
      rows.push_back(std::move(row));
    };
    if (hardship && columns[1] == "hardship") add(columns[2], "");
    for (++number; std::getline(file, line); ++number) {
      if (line.starts_with('#')) continue;
      columns = Columns(line);
      if (columns.size() != (hardship ? 3u : 2u)) throw Error("expected as many columns as above", {path_, number});
      if (!hardship) add(columns[labeled ? 0 : 1], labeled ? columns[1] : "");
      if (hardship && columns[1] == "hardship") add(columns[2], "");
    }
    if (labeled) DiscountUnnamed(rows, begin, pack.patterns.size());
  }

 private:
  static std::vector<bool> LabelsOf(const std::string& names, const Pack& pack) {
    std::vector<bool> labels(pack.patterns.size(), false);
    std::istringstream rest(names);
    for (std::string name; std::getline(rest, name, '|');)
      for (size_t p = 0; p < labels.size(); ++p)
        if (pack.patterns[p].id == name) labels[p] = true;
    return labels;
  }

  void DiscountUnnamed(std::vector<CalibrationRow>& rows, size_t begin, size_t patterns) const {
    for (size_t p = 0; p < patterns; ++p) {
      bool named = false;
      for (size_t r = begin; r < rows.size(); ++r) named = named || rows[r].labels[p];
      for (size_t r = begin; !named && r < rows.size(); ++r) rows[r].shares[p] *= kUnnamedShare;
    }
  }

  std::string path_;
  double share_ = 1;
};

// A row for each example of a pattern, which says something about that pattern alone.
void AddExamples(const Pack& pack, const PatternFinder& finder, std::vector<CalibrationRow>& rows) {
  for (size_t p = 0; p < pack.patterns.size(); ++p) {
    auto add = [&](const std::vector<std::string>& texts, bool named) {
      for (const std::string& text : texts) {
        CalibrationRow row;
        row.signs = finder.SignsIn(text);
        row.labels.assign(pack.patterns.size(), false);
        row.labels[p] = named;
        row.shares.assign(pack.patterns.size(), 0);
        row.shares[p] = kExampleShare;
        rows.push_back(std::move(row));
      }
    };
    add(pack.patterns[p].examples, true);
    add(pack.patterns[p].counterexamples, false);
  }
}

// What the pack itself asks and offers: in none of it should a pattern be named.
void AddOwnTexts(const Pack& pack, const PatternFinder& finder, std::vector<CalibrationRow>& rows) {
  for (const Pattern& pattern : pack.patterns) {
    for (const std::vector<Offer>* offers : {&pattern.questions, &pattern.reframes}) {
      for (const Offer& offer : *offers) {
        CalibrationRow row;
        row.signs = finder.SignsIn(offer.text);
        row.labels.assign(pack.patterns.size(), false);
        row.shares.assign(pack.patterns.size(), kOwnTextShare);
        row.is_plain = true;
        rows.push_back(std::move(row));
      }
    }
  }
}

class Calibrator {
 public:
  explicit Calibrator(Tool& tool) : tool_(tool) {
    tool.AddWords(files_, "Files of texts, FILE or FILE=SHARE");
    tool.options().add_option("--pack", pack_, "The pack to write the weights into")->required()->type_name("FILE");
    tool.options().add_flag("--dry-run", dry_run_, "Say how it does, and write nothing");
    tool.options().add_option("--beta", choices_.beta, "What missing a pattern costs against naming one too many (1.4)");
    tool.options()
        .add_option("--penalty", choices_.penalties, "Penalties to choose among (1,3,10)")
        ->delimiter(',')
        ->allow_extra_args(false);
    tool.options().add_option("--most-plain", choices_.most_plain, "How many of the plain sentences may be named (0.04)");
  }

  ExitStatus Run() {
    if (files_.empty()) throw Error("expected files of labeled texts", {}, ExitStatus::kUsage);
    std::string yaml = ReadPackFile(pack_);
    Pack pack = PackFromText(yaml, pack_);
    PatternFinder finder(pack);
    std::vector<CalibrationRow> rows;
    for (const std::string& file : files_) LabeledFile(file).AddRows(pack, finder, rows);
    AddExamples(pack, finder, rows);
    AddOwnTexts(pack, finder, rows);
    Calibrated fitted = Calibrate(rows, pack.signs.size(), pack.patterns.size(), choices_);
    Tell(pack, rows.size(), fitted);
    if (dry_run_) return ExitStatus::kDone;
    for (size_t p = 0; p < pack.patterns.size(); ++p)
      yaml = WithWeights(yaml, pack.patterns[p].id, fitted.patterns[p].threshold, WeightsOf(pack, fitted.patterns[p]));
    std::ofstream file(pack_, std::ios::trunc | std::ios::binary);
    file << yaml << std::flush;
    if (!file) throw Error("could not write this pack", {pack_});
    return ExitStatus::kDone;
  }

 private:
  static std::vector<SignWeight> WeightsOf(const Pack& pack, const CalibratedPattern& pattern) {
    std::vector<SignWeight> weights;
    for (size_t s = 0; s < pattern.weights.size(); ++s)
      if (pattern.weights[s] != 0) weights.push_back({pack.signs[s].id, pattern.weights[s]});
    std::stable_sort(weights.begin(), weights.end(),
                     [](const SignWeight& a, const SignWeight& b) { return a.weight > b.weight; });
    return weights;
  }

  void Tell(const Pack& pack, size_t rows, const Calibrated& fitted) {
    StandardOutput& out = tool_.out();
    out.Write(std::to_string(rows) + " texts, " + std::to_string(pack.signs.size()) + " signs, penalty " +
              Rounded(fitted.penalty) + "\nOn texts left out: micro-F1 " + Rounded(fitted.micro_f1) + ", macro-F1 " +
              Rounded(fitted.macro_f1) + ", silent " + Rounded(fitted.silent) + ", plain sentences named " +
              Rounded(fitted.plain_named) + "\n");
    for (size_t p = 0; p < pack.patterns.size(); ++p) {
      const CalibratedPattern& pattern = fitted.patterns[p];
      out.Write("  " + pack.patterns[p].id + ": F1 " + Rounded(pattern.f1) + ", precision " + Rounded(pattern.precision) +
                ", recall " + Rounded(pattern.recall) + ", threshold " + Rounded(pattern.threshold) + "\n");
    }
  }

  Tool& tool_;
  std::vector<std::string> files_;
  std::string pack_;
  bool dry_run_ = false;
  CalibrationChoices choices_;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) {
  stumble::Tool tool("calibrate-patterns", "Fit the weights of a pack's patterns to labeled texts.");
  stumble::Calibrator calibrator(tool);
  return tool.Run(argc, argv, [&] { return calibrator.Run(); });
}
