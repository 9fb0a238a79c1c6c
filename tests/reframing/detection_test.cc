// How well the built-in patterns are found: on sentences of the project's own, and on openly labeled thoughts where they lie beside the
// project. The numbers are printed; the bounds are what was promised of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <sstream>

#include "reframing/naming.h"
#include "reframing/sentences/labeled_file.h"
#include "reframing/shelf_of.h"

namespace stumble {
namespace {

// What a person would be told: nothing where the words are held, or want support.
std::vector<std::string> Named(const std::string& text) {
  std::vector<std::string> named;
  for (const FoundPattern& pattern : NamedPatterns(BuiltInPatterns(), BuiltInSafety().Judge(text), text))
    if (named.size() < 3) named.push_back(pattern.pattern->id);
  return named;
}

// The share of sentences with a pattern, and those sentences.
double ShareNamed(const std::string& file, std::string& which) {
  auto rows = RowsOf(Sentences(file));
  size_t named = 0;
  for (const auto& [kind, text] : rows) {
    std::vector<std::string> patterns = Named(text);
    if (patterns.empty()) continue;
    ++named;
    which += kind + ": " + text + " (" + patterns[0] + ")\n";
  }
  double share = rows.empty() ? 1 : static_cast<double>(named) / static_cast<double>(rows.size());
  std::printf("%s: %zu sentences, named in %.3f\n", file.c_str(), rows.size(), share);
  return share;
}

TEST(Detection, NamesNothingInPlainSentences) {
  std::string which;
  EXPECT_GE(RowsOf(Sentences("plain.tsv")).size(), 400u);
  EXPECT_LE(ShareNamed("plain.tsv", which), 0.04) << which;
}

TEST(Detection, NamesNothingInKinderVersionsOfThoughts) {
  std::string which;
  EXPECT_GE(RowsOf(Sentences("kinder.tsv")).size(), 200u);
  EXPECT_LE(ShareNamed("kinder.tsv", which), 0.03) << which;
}

struct Counts {
  double right = 0, wrong = 0, missed = 0;
  double F1() const { return right > 0 ? 2 * right / (2 * right + wrong + missed) : 0; }
};

struct Score {
  double micro = 0, macro = 0, first = 0, silent = 0;
};

std::vector<std::string> LabelsOf(std::string text) {
  std::replace(text.begin(), text.end(), '_', '-');
  std::vector<std::string> labels;
  std::istringstream rest(text);
  for (std::string label; std::getline(rest, label, '|');) labels.push_back(label);
  return labels;
}

// Every `step`-th thought of a file with the columns text and labels.
Score ScoreOf(const std::string& path, size_t step = 1) {
  std::map<std::string, Counts> counts;
  std::set<std::string> known;
  auto rows = RowsOf(path);
  for (const auto& [text, labels] : rows)
    for (const std::string& label : LabelsOf(labels)) known.insert(label);
  double thoughts = 0, first = 0, silent = 0;
  for (size_t i = 0; i < rows.size(); i += step) {
    std::vector<std::string> labels = LabelsOf(rows[i].second), named = Named(rows[i].first);
    auto labeled = [&](const std::string& id) { return std::find(labels.begin(), labels.end(), id) != labels.end(); };
    ++thoughts;
    silent += named.empty();
    first += !named.empty() && labeled(named[0]);
    for (const std::string& id : known) {
      bool found = std::find(named.begin(), named.end(), id) != named.end();
      counts[id].right += found && labeled(id);
      counts[id].wrong += found && !labeled(id);
      counts[id].missed += !found && labeled(id);
    }
  }
  Score score;
  Counts all;
  for (const auto& [id, count] : counts) {
    score.macro += count.F1() / static_cast<double>(counts.size());
    all.right += count.right;
    all.wrong += count.wrong;
    all.missed += count.missed;
    std::printf("    %-26s F1 %.3f\n", id.c_str(), count.F1());
  }
  score.micro = all.F1();
  score.first = first / thoughts;
  score.silent = silent / thoughts;
  std::printf("  %.0f thoughts: micro-F1 %.3f, macro-F1 %.3f, first %.3f, silent %.3f\n", thoughts, score.micro, score.macro,
              score.first, score.silent);
  return score;
}

TEST(Detection, FindsWhatTheProjectsOwnThoughtsWereWrittenToShow) {
  Score score = ScoreOf(Sentences("thoughts.tsv"));
  EXPECT_GE(score.micro, 0.75);  // they had a part in the fit: this says that nothing broke, not how well it carries over
  EXPECT_LE(score.silent, 0.12);
}

std::string OpenData(const std::string& name) {
  return std::string(STUMBLE_SOURCE_DIR) + "/../shared/data/thoughts/" + name;
}

TEST(Detection, KeepsItsBoundsOnOpenlyLabeledThoughts) {
  if (RowsOf(OpenData("valid.tsv")).empty()) GTEST_SKIP() << "the labeled thoughts do not lie beside the project";
  Score valid = ScoreOf(OpenData("valid.tsv"));
  EXPECT_GE(valid.micro, 0.58);
  EXPECT_GE(valid.macro, 0.56);
  EXPECT_GE(valid.first, 0.64);
  EXPECT_LE(valid.silent, 0.18);
  Score train = ScoreOf(OpenData("train.tsv"), 3);
  EXPECT_LE(train.micro - valid.micro, 0.08);
  EXPECT_LE(train.macro - valid.macro, 0.08);
  EXPECT_LE(train.first - valid.first, 0.08);
  EXPECT_LE(valid.silent - train.silent, 0.08);
}

TEST(Detection, NamesFarFewerPatternsInKinderVersionsOfOpenThoughts) {
  auto pairs = RowsOf(OpenData("valid_reframed.tsv"));
  if (pairs.empty()) GTEST_SKIP() << "the labeled thoughts do not lie beside the project";
  std::set<std::string> thoughts;
  double kinder = 0, named_thoughts = 0, named_kinder = 0;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    thoughts.insert(pairs[i].first);
    ++kinder;
    named_kinder += !Named(pairs[i].second).empty();
  }
  for (const std::string& thought : thoughts) named_thoughts += !Named(thought).empty();
  double ratio = (named_kinder / kinder) / (named_thoughts / static_cast<double>(thoughts.size()));
  std::printf("  %.0f kinder versions: ratio %.3f\n", kinder, ratio);
  EXPECT_LE(ratio, 0.25);
}

}  // namespace
}  // namespace stumble
