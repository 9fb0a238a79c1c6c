#include "tool/plan_file.h"

#include <sys/stat.h>

#include "journal/journal_file.h"
#include "record/record_reader.h"
#include "text/text.h"
#include "tool/journal_keeper.h"
#include "tool/journal_options.h"
#include "words/words.h"

namespace stumble {

namespace {

// A pipe would have to be waited for.
bool IsRegularFile(const std::string& path) {
  struct stat status;
  return !path.empty() && stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool IsThere(const std::string& path) {
  struct stat status;
  return !path.empty() && lstat(path.c_str(), &status) == 0;
}

void AddFrom(const std::string& path, std::string_view routine, const ErrorHandler& on_damage, SafetyPlan& plan) {
  try {
    std::unique_ptr<ByteSource> source = OpenForReading(path);
    if (!source) return;
    RecordReader reader(*source, path, on_damage);
    while (const Record* record = reader.Next())
      if (record->IsEntry()) plan.Add(*record, routine);
  } catch (const Error& error) {
    on_damage(error);
  }
}

}  // namespace

std::string PlanPath(const Tool& tool) {
  if (!tool.config().safety_plan.empty()) return tool.config().safety_plan;
  return DataPath("my-plan.rec").value_or("");
}

SafetyPlan ReadPlan(Tool& tool) {
  SafetyPlan plan;
  std::string path = PlanPath(tool);
  ErrorHandler warn = [&](const Error& error) { tool.messages().Warn("your own plan: " + error.Sentence()); };
  if (IsRegularFile(path)) {
    AddFrom(path, "", warn, plan);
  } else if (IsThere(path)) {
    warn(Error("expected a file that can be read", {path}));
  }
  try {
    std::string journal = DefaultJournalPath(tool.config());
    ErrorHandler note = [&](const Error& error) { tool.messages().Note(error.Sentence()); };
    if (IsRegularFile(journal)) AddFrom(journal, kPlanRoutine, note, plan);
  } catch (const Error&) {
    // no journal is known
  }
  return plan;
}

std::vector<PlanStep> LoadPlan(Tool& tool) { return ReadPlan(tool).Steps(); }

void KeepPlan(const Record& answers, Tool& tool) {
  std::string path = PlanPath(tool);
  if (path.empty())
    throw Error("your plan could not be kept: expected safety-plan in config.toml, or $HOME to be set");
  LockedJournal file(path);
  JournalKeeper(tool).Append(file, {answers});
}

}  // namespace stumble
