#include "tool/messages.h"

#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "text/text.h"
#include "tool/terminal.h"

namespace stumble {

namespace {

constexpr int kLeastColumns = 30;

}  // namespace

struct Messages::Logger {
  explicit Logger(const std::string& tool)
      : sink(std::make_shared<spdlog::sinks::ansicolor_stderr_sink_st>(spdlog::color_mode::never)), log(tool, sink) {
    sink->set_color(spdlog::level::err, sink->bold);
    sink->set_color(spdlog::level::warn, sink->yellow);
    sink->set_color(spdlog::level::info, sink->dark);
    log.set_pattern("%n: %^%l%$: %v");
  }

  // The sentence; on a terminal, on as many lines as it takes with what stands before it. Paths stay whole, to be copied.
  std::string Fitted(const std::string& level, std::string_view sentence) const {
    std::string safe = SafeForTerminal(sentence);
    if (isatty(STDERR_FILENO) != 1) return safe;
    std::string before = log.name() + ": " + level + ": ", fitted;
    int width = std::max(kLeastColumns, ColumnsOf(STDERR_FILENO));
    for (const std::string& line : Wrap(before + safe, width)) fitted += (fitted.empty() ? "" : "\n") + line;
    return fitted.starts_with(before) ? fitted.substr(before.size()) : safe;
  }

  std::shared_ptr<spdlog::sinks::ansicolor_stderr_sink_st> sink;
  spdlog::logger log;
};

Messages::Messages(const std::string& tool) : logger_(std::make_unique<Logger>(tool)) {
  SetLevel(Level::kNormal);
}

Messages::~Messages() = default;

void Messages::SetLevel(Level level) {
  switch (level) {
    case Level::kQuiet: return logger_->log.set_level(spdlog::level::err);
    case Level::kNormal: return logger_->log.set_level(spdlog::level::warn);
    case Level::kVerbose: return logger_->log.set_level(spdlog::level::info);
  }
}

void Messages::SetColor(bool colored) {
  logger_->sink->set_color_mode(colored ? spdlog::color_mode::always : spdlog::color_mode::never);
}

void Messages::Fail(std::string_view sentence) { logger_->log.error("{}", logger_->Fitted("error", sentence)); }
void Messages::Warn(std::string_view sentence) { logger_->log.warn("{}", logger_->Fitted("warning", sentence)); }
void Messages::Note(std::string_view sentence) { logger_->log.info("{}", logger_->Fitted("info", sentence)); }

void Messages::Say(std::string_view sentence) {
  if (logger_->log.should_log(spdlog::level::warn)) {
    int width = TextColumnsOf(STDERR_FILENO);
    for (const std::string& line : Wrap(SafeForTerminal(sentence), width, WideWords::kBreak))
      std::fprintf(stderr, "%s\n", line.c_str());
  }
}

}  // namespace stumble
