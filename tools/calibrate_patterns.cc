// calibrate-patterns: fits the weights and thresholds of a pack's patterns to labeled texts, writes them into the pack, and says how
// well they do on texts that were left out. With --rule, does so for safety rules that weigh words.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include "pack/pack_parser.h"
#include "pack/pack_weights.h"
#include "reframing/calibration.h"
#include "reframing/cue_matcher.h"
#include "reframing/pattern_finder.h"
#include "reframing/safety_reader.h"
#include "reframing/safety_words.h"
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

// Kinds of held sentences that speak of abuse, and those in which it isn't said which concern it is; all others speak of a crisis.
constexpr std::string_view kAbuse[] = {"violence", "control", "digital", "money", "stalking", "sexual", "child", "elder"};
constexpr std::string_view kEither[] = {"typo"};

// Words that stand in fewer texts say little.
constexpr size_t kFewestTexts = 3;

// So begin the names of a pack's lists of words that the rules may weigh as one.
constexpr std::string_view kFieldMark = "field_";

// A text for the weighed rules of safety.
struct SafetyText {
  std::string text;
  std::string concern;  // "crisis", "abuse", "either"; empty: clear
  bool is_plain = false;  // an everyday thought, not written to sound like what is held
  double share = 1;
};

// What a pack itself says and asks: none of it should be held.
std::vector<SafetyText> OwnTexts(const std::string& path) {
  Pack pack = PackFromText(ReadPackFile(path), path);
  std::vector<SafetyText> texts;
  auto add = [&](const std::string& text) {
    if (!text.empty()) texts.push_back({text, "", true, kOwnTextShare});
  };
  for (const Pattern& pattern : pack.patterns)
    for (const std::vector<Offer>* offers : {&pattern.questions, &pattern.reframes})
      for (const Offer& offer : *offers) add(offer.text);
  for (const Prompt& prompt : pack.prompts) add(prompt.text);
  for (const Routine& routine : pack.routines)
    for (const Step& step : routine.steps)
      for (const std::string* text : {&step.say, &step.ask, &step.help}) add(*text);
  return texts;
}

// As LabeledFile has them; of the files with kind, label and text, those labeled held are of their kind's concern.
std::vector<SafetyText> SafetyTexts(const std::string& path) {
  std::ifstream file(path);
  std::vector<SafetyText> texts;
  bool at_header = true, has_kinds = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> columns = Columns(line);
    bool is_header = std::exchange(at_header, false) && columns.size() == 2;
    if (is_header) {
      has_kinds = columns[0] == "kind";
      continue;
    }
    if (columns.size() == 3) {
      auto is_in = [&](auto& kinds) { return std::find(std::begin(kinds), std::end(kinds), columns[0]) != std::end(kinds); };
      bool held = columns[1] == "held";
      texts.push_back({columns[2], !held ? "" : is_in(kEither) ? "either" : is_in(kAbuse) ? "abuse" : "crisis"});
    } else if (columns.size() == 2) {
      texts.push_back({columns[has_kinds ? 1 : 0], "", true});
    }
  }
  if (texts.empty()) throw Error("expected texts", {path});
  return texts;
}

class Calibrator {
 public:
  explicit Calibrator(Tool& tool) : tool_(tool) {
    tool.AddWords(files_, "Files of texts, FILE or FILE=SHARE");
    tool.options()
        .add_option("--rule", rules_, "Fit a safety rule that weighs words, not the patterns")
        ->type_name("ID")
        ->allow_extra_args(false);
    tool.options().add_option("--most-clear", lasso_.most_clear, "With --rule: how many of the clear sentences may be held (0.02)");
    tool.options().add_option("--pack", pack_, "The pack to write the weights into")->required()->type_name("FILE");
    tool.options().add_flag("--dry-run", dry_run_, "Say how it does, and write nothing");
    tool.options().add_option("--beta", choices_.beta, "What missing a pattern costs against naming one too many (1.5)");
    tool.options()
        .add_option("--penalty", choices_.penalties, "Penalties to choose among (1,3,10)")
        ->delimiter(',')
        ->allow_extra_args(false);
    tool.options().add_option("--most-plain", choices_.most_plain, "How many of the plain sentences may be named (0.039)");
    tool.options()
        .add_option("--lasso", lasso_.penalties, "With --rule: penalties to choose among (0.5,1,2)")
        ->delimiter(',')
        ->allow_extra_args(false);
    tool.options().add_option("--most-held", lasso_.most_plain, "With --rule: how many everyday thoughts may be held (0.003)");
  }

  ExitStatus Run() {
    if (files_.empty()) throw Error("expected files of labeled texts", {}, ExitStatus::kUsage);
    std::string yaml = ReadPackFile(pack_);
    Pack pack = PackFromText(yaml, pack_);
    if (!rules_.empty()) return FitRules(pack, yaml);
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
    Save(yaml);
    return ExitStatus::kDone;
  }

 private:
  void Save(const std::string& yaml) const {
    std::ofstream file(pack_, std::ios::trunc | std::ios::binary);
    file << yaml << std::flush;
    if (!file) throw Error("could not write this pack", {pack_});
  }

  // The texts of the files and the examples of all rules; each rule is fitted to those of its own concern against the clear ones.
  ExitStatus FitRules(const Pack& pack, std::string yaml) {
    std::vector<SafetyText> texts;
    for (const std::string& file : files_)
      for (SafetyText& text : file.ends_with(".yaml") ? OwnTexts(file) : SafetyTexts(file)) texts.push_back(std::move(text));
    for (const SafetyRule& rule : pack.rules) {
      bool holds = rule.kind == "crisis" || rule.kind == "abuse";
      for (const std::string& example : rule.examples) texts.push_back({example, holds ? rule.kind : ""});
      for (const std::string& counterexample : rule.counterexamples) texts.push_back({counterexample, ""});
    }
    SafetyReader reader(pack);
    // An everyday thought that another rule holds is no example of one that is clear.
    std::vector<WeighedCues> others;
    std::vector<double> thresholds;
    for (const SafetyRule& rule : pack.rules) {
      bool holds = rule.kind == "crisis" || rule.kind == "abuse";
      if (!holds || std::find(rules_.begin(), rules_.end(), rule.id) != rules_.end()) continue;
      others.emplace_back(rule.cues, reader.lists());
      thresholds.push_back(rule.threshold);
    }
    std::erase_if(texts, [&](const SafetyText& text) {
      Wording wording = reader.Read(Wording(text.text));
      for (size_t i = 0; text.is_plain && i < others.size(); ++i)
        if (others[i].Weigh(wording).Reaches(thresholds[i])) return true;
      return false;
    });
    std::vector<std::string> all;
    for (const SafetyText& text : texts) all.push_back(text.text);
    std::vector<std::string> fields;
    for (const auto& [name, list] : pack.words)
      if (name.starts_with(kFieldMark)) fields.push_back(name);
    SafetyWords words(reader, all, kFewestTexts, fields);
    for (const std::string& id : rules_) {
      auto rule = std::find_if(pack.rules.begin(), pack.rules.end(), [&](const SafetyRule& r) { return r.id == id; });
      if (rule == pack.rules.end()) throw Error("expected the id of a safety rule, got '" + id + "'", {pack_});
      std::vector<CalibrationRow> rows;
      for (const SafetyText& text : texts) {
        bool labeled = text.concern == rule->kind;
        if (!labeled && !text.concern.empty()) continue;
        rows.push_back({words.In(text.text), {labeled}, {text.share}, text.is_plain});
      }
      CalibratedRule fitted = CalibrateRule(rows, words.phrases().size(), lasso_);
      std::vector<WeighedPhrase> phrases;
      for (size_t s = 0; s < fitted.weights.size(); ++s)
        if (fitted.weights[s] != 0) phrases.push_back({words.phrases()[s], fitted.weights[s]});
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const WeighedPhrase& a, const WeighedPhrase& b) { return a.weight > b.weight; });
      tool_.out().Write(id + ": " + std::to_string(rows.size()) + " texts, " + std::to_string(phrases.size()) + " of " +
                        std::to_string(words.phrases().size()) + " words, pairs and fields, penalty " + Rounded(fitted.penalty) +
                        "\nOn texts left out: recall " + Rounded(fitted.recall) + ", specificity " +
                        Rounded(fitted.specificity) + ", everyday thoughts held " + Rounded(fitted.plain_named) + "\n");
      yaml = WithWeighedPhrases(yaml, id, fitted.threshold, phrases);
    }
    if (!dry_run_) Save(yaml);
    return ExitStatus::kDone;
  }

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
  std::vector<std::string> rules_;
  LassoChoices lasso_;
};

}  // namespace
}  // namespace stumble

int main(int argc, char** argv) {
  stumble::Tool tool("calibrate-patterns", "Fit the weights of a pack's patterns to labeled texts.");
  stumble::Calibrator calibrator(tool);
  return tool.Run(argc, argv, [&] { return calibrator.Run(); });
}
