#include "log_options.h"

#include <algorithm>

#include "journal/entry_fields.h"
#include "journal/new_entry.h"

namespace stumble {

void LogOptions::Declare(Tool& tool) {
  CLI::App& app = tool.options();
  tool.AddWords(words, "What happened; - reads standard input");
  AddField(tool, "-t,--trigger", "Trigger", "What set it off", kMainOptions);
  AddField(tool, "-i,--intensity", "Intensity", "How strong it is, 0 to 10", kMainOptions);
  AddField(tool, "--thought", "Thought", "A thought that came with it", kMainOptions);
  AddField(tool, "--helped", "Helped", "What made it easier, even slightly", kMainOptions);
  app.add_option("--when", when, "When it was: yesterday 21:00, 2026-11-20")->type_name("TIME");
  app.add_option("--about", about, "Follow up this entry: @1 is the last {setback}")->type_name("REF");
  app.add_flag("--recovered{yes}", recovered, "It has eased, or eased then")->type_name("TIME");
  AddField(tool, "-d,--domain", "Domain", "Therapy, work, family, health, ...");
  AddField(tool, "-b,--belief", "Belief", "How true the thought feels, 0 to 100");
  AddField(tool, "--feeling", "Feeling", "A feeling");
  AddField(tool, "--cause", "Cause", "What may lie behind it");
  AddField(tool, "--why", "Why", "One link of a chain of whys");
  AddField(tool, "--tag", "Tag", "A tag");
  AddField(tool, "--learned", "Learned", "What it taught you");
  AddField(tool, "--kindness", "Kindness", "A kind word to yourself");
  AddField(tool, "--note", "Answer", "Anything else; alone it is a note");
  AddField(tool, "--next-step", "NextStep", "One small, doable thing");
  AddField(tool, "--evidence-for", "EvidenceFor", "What speaks for the thought");
  AddField(tool, "--evidence-against", "EvidenceAgainst", "What speaks against it");
  app.add_flag("--came-back", came_back, "It came back after it had eased")->group(kMoreOptions);
  app.add_flag("--private", is_private, "Keep it out of everything made to be shared")->group(kMoreOptions);
  tool.AddList("--set", assignments, "Any other field (repeatable)")->type_name("FIELD=VALUE")->group(kMoreOptions);
  app.add_flag("-e,--editor", in_editor, "Write it in your editor, on a form")->group(kMoreOptions);
  tool.AddMore("--edit", edit, "Change this entry in your editor")->type_name("REF");
  app.add_flag("--undo", takes_back, "Take an entry back: the one named, or the last")->group(kMoreOptions);
  tool.AddMore("--input", input, "What - reads: text, records or auto")
      ->type_name("KIND")
      ->check(OneOf({"auto", "text", "records"}));
}

bool LogOptions::SaysSomething() const {
  bool has_values =
      std::any_of(values.begin(), values.end(), [](const auto& field) { return !field.second.empty(); });
  return has_values || !assignments.empty() || when || !about.empty() || !recovered.empty() || came_back ||
         is_private;
}

void LogOptions::CheckTogether() const {
  if (takes_back + in_editor + !edit.empty() > 1)
    throw Error("expected one of -e, --edit and --undo", {}, ExitStatus::kUsage);
  if (takes_back && (SaysSomething() || words.size() > 1))
    throw Error("--undo: expected the entry to take back, such as @1, and nothing else", {}, ExitStatus::kUsage);
  if (!edit.empty() && (SaysSomething() || !words.empty()))
    throw Error("--edit: expected the entry to change, such as @1, and nothing else", {}, ExitStatus::kUsage);
  if (in_editor && ReadsInput())
    throw Error("expected either -e or the operand -", {}, ExitStatus::kUsage);
}

std::optional<std::string> LogOptions::Reference() const {
  return words.empty() ? std::nullopt : std::optional(words[0]);
}

Record LogOptions::Fields() const {
  Record record;
  for (const auto& [field, texts] : values) {
    const std::string& option = options_by_field_.at(field);
    for (const std::string& text : texts) {
      std::string value = CleanValue(text);
      if (value.empty()) throw Error(option + ": expected some words", {}, ExitStatus::kUsage);
      std::string expected = ExpectedOf(field, value);
      if (!expected.empty()) throw Error(option + ": " + expected, {}, ExitStatus::kUsage);
      record.Add(field, value);
    }
    const EntryField* known = FindEntryField(field);
    if (known && known->once && texts.size() > 1)
      throw Error(option + ": expected only once", {}, ExitStatus::kUsage);
  }
  for (const std::string& assignment : assignments) {
    Item item = ParseAssignment(assignment);
    if (item.value.empty()) continue;
    const EntryField* known = FindEntryField(item.name);
    if (known && known->once) record.Set(item.name, item.value);
    else record.items().push_back(std::move(item));
  }
  if (is_private) record.Set("Private", "yes");
  return record;
}

void LogOptions::AddField(Tool& tool, const char* names, const char* field, const char* help,
                          const char* group) {
  std::string type = std::string_view(field) == "Intensity" || std::string_view(field) == "Belief" ? "N" : "TEXT";
  std::string_view long_name = names;
  options_by_field_[field] = long_name.substr(long_name.rfind("--"));
  const EntryField* known = FindEntryField(field);
  bool repeats = known && !known->once;
  tool.AddList(names, values[field], help + std::string(repeats ? " (repeatable)" : ""))->type_name(type)->group(group);
}

}  // namespace stumble
