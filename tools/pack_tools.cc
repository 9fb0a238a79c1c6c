#include "pack_tools.h"

#include <unistd.h>

#include <algorithm>

#include "pack/pack_lint.h"
#include "pack/pack_parser.h"
#include "pack/pack_shelf.h"
#include "reframing/cue_check.h"
#include "text/near_words.h"
#include "text/text.h"
#include "tool/pack_options.h"
#include "tool/terminal.h"
#include "tool/tool.h"
#include "words/words.h"

namespace stumble {

namespace {

class ShelfTool {
 public:
  ShelfTool(Tool& tool, bool with_operand) : tool_(tool) {
    if (with_operand) tool.options().add_option("id", operand_, "");
    packs_.Declare(tool, /*with_region=*/true);
  }

  ExitStatus List() {
    tool_.PageOutput();
    PackShelf shelf = packs_.Open(tool_, {"prompts", "routines"});
    std::vector<std::string> known = shelf.Themes();
    known.push_back("routines");
    if (!operand_.empty() && operand_ != "routine" && std::find(known.begin(), known.end(), operand_) == known.end())
      throw Error("unknown theme: expected routines, or a theme that 'prompt list' names" + DidYouMean(operand_, known), {},
                  ExitStatus::kUsage);
    for (const Prompt* prompt : shelf.prompts())
      if (operand_.empty() || prompt->theme == operand_)
        tool_.out().WriteListed({prompt->id, prompt->theme, prompt->text});
    for (const Routine* routine : shelf.routines())
      if (operand_.empty() || operand_ == "routine" || operand_ == "routines")
        tool_.out().WriteListed({routine->id, "routine", routine->title});
    return ExitStatus::kDone;
  }

  ExitStatus Show() {
    tool_.PageOutput();
    PackShelf shelf = packs_.Open(tool_, {"prompts", "routines"});
    if (const Prompt* prompt = shelf.FindPrompt(operand_)) {
      tool_.out().WriteWrapped(prompt->text);
    } else if (const Routine* routine = shelf.FindRoutine(operand_)) {
      ShowRoutine(*routine);
    } else {
      std::vector<std::string> ids;
      for (const Routine* routine : shelf.routines()) ids.push_back(routine->id);
      for (const Prompt* prompt : shelf.prompts()) ids.push_back(prompt->id);
      throw Error("unknown prompt or routine: expected an id that 'prompt list' names" + DidYouMean(operand_, ids),
                  {}, ExitStatus::kUsage);
    }
    return ExitStatus::kDone;
  }

  ExitStatus Packs() {
    PackShelf shelf = packs_.Open(tool_, {});
    for (const Pack& pack : shelf.packs())
      tool_.out().WriteListed({pack.name, std::to_string(pack.version), pack.title, pack.file});
    return ExitStatus::kDone;
  }

  ExitStatus Crisis() {
    PackShelf shelf = packs_.Open(tool_, {"safety"});
    ReachableHelp help = packs_.Help(shelf);
    help.columns = TextColumnsOf(STDOUT_FILENO);
    tool_.out().Write(CrisisPage(help));
    return ExitStatus::kDone;
  }

  // Somebody who types 'prompt help' may want either.
  ExitStatus HelpOfEitherKind() {
    Crisis();
    tool_.out().Write(std::string(words::kUsageInstead) + "\n");
    return ExitStatus::kDone;
  }

 private:
  void ShowRoutine(const Routine& routine) {
    std::string minutes = routine.minutes > 0 ? " (" + words::AboutMinutes(routine.minutes) + ")" : "";
    std::string text = routine.title + minutes + "\n";
    int width = TextColumnsOf(STDOUT_FILENO);
    auto add = [&](std::string_view words, const std::string& indent) {
      for (const std::string& line : Wrap(words, width - static_cast<int>(indent.size()))) text += indent + line + "\n";
    };
    add(routine.serves, "");
    if (!routine.not_when.empty()) add(std::string(words::kNotForNow) + routine.not_when, "");
    text += "\n";
    for (const Step& step : routine.steps) add(step.say.empty() ? step.ask : step.say, "  ");
    tool_.out().Write(text);
  }

  Tool& tool_;
  PackOptions packs_;
  std::string operand_;
};

class LintTool {
 public:
  explicit LintTool(Tool& tool) : tool_(tool) {
    tool.options().add_option("file", files_, "Pack files to look at")->required();
  }

  ExitStatus Run() {
    ErrorHandler on_damage = tool_.OnDamage();
    for (const std::string& file : files_) {
      try {
        for (const Problem& problem : ProblemsOf(file)) on_damage(Error(problem.what, problem.place));
      } catch (const Error& error) {
        on_damage(error);
      }
    }
    return ExitStatus::kDone;
  }

 private:
  std::vector<Problem> ProblemsOf(const std::string& file) const {
    std::string yaml = ReadPackFile(file);
    std::vector<Problem> problems = LintPack(yaml, file, FormatDay(tool_.now().day));
    bool broken = std::any_of(problems.begin(), problems.end(), [](const Problem& problem) { return problem.fatal; });
    if (!broken) {
      std::vector<Problem> of_cues = CheckCues(PackFromText(yaml, file));
      problems.insert(problems.end(), of_cues.begin(), of_cues.end());
      SortByPlace(problems);
    }
    return problems;
  }

  Tool& tool_;
  std::vector<std::string> files_;
};

int Run(const char* name, const char* purpose, bool with_operand, ExitStatus (ShelfTool::*work)(), int argc,
        char** argv) {
  Tool tool(name, purpose);
  if (work == &ShelfTool::Crisis || work == &ShelfTool::HelpOfEitherKind) tool.GoOnWhateverIsSet();
  ShelfTool shelf(tool, with_operand);
  return tool.Run(argc, argv, [&] { return (shelf.*work)(); });
}

}  // namespace

int RunListTool(int argc, char** argv) {
  return Run("prompt list", "Name all questions and routines, or those of a theme.", true, &ShelfTool::List, argc, argv);
}

int RunShowTool(int argc, char** argv) {
  return Run("prompt show", "Show one question or routine.", true, &ShelfTool::Show, argc, argv);
}

int RunPacksTool(int argc, char** argv) {
  return Run("prompt packs", "Name the packs that are in use.", false, &ShelfTool::Packs, argc, argv);
}

int RunCrisisTool(bool may_mean_usage, int argc, char** argv) {
  return Run("prompt crisis", "Show your own plan, and who can be reached when it is very hard.", false,
             may_mean_usage ? &ShelfTool::HelpOfEitherKind : &ShelfTool::Crisis, argc, argv);
}

int RunLintTool(int argc, char** argv) {
  Tool tool("prompt lint", "Name whatever in a pack needs a look.");
  LintTool lint(tool);
  return tool.Run(argc, argv, [&] { return lint.Run(); });
}

}  // namespace stumble
