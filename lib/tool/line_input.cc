#include "tool/line_input.h"

#include <histedit.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "tool/typed_keys.h"

namespace stumble {

namespace {

// The signals that end an asking, and others that are to be known, held back while it lasts and read like input, so that there is no
// moment at which one is missed. A signal that is ignored (nohup) stays so.
class SignalWatch {
 public:
  explicit SignalWatch(std::initializer_list<int> others = {}) {
    std::vector<int> signals = {SIGINT, SIGTERM, SIGHUP};
    signals.insert(signals.end(), others);
    sigemptyset(&watched_);
    for (int signal : signals) {
      struct sigaction now;
      if (sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) sigaddset(&watched_, signal);
    }
    sigprocmask(SIG_BLOCK, &watched_, &before_);
    descriptor_ = signalfd(-1, &watched_, SFD_CLOEXEC | SFD_NONBLOCK);
  }
  ~SignalWatch() {
    if (descriptor_ >= 0) close(descriptor_);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
  }
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

  // Waits for input, and gives 0 once there is some; the number of a signal that came before it; -1 if neither came within so many
  // milliseconds (if it is not for ever).
  int AwaitInput(int milliseconds = -1) const {
    pollfd waiting[] = {{STDIN_FILENO, POLLIN, 0}, {descriptor_, POLLIN, 0}};
    while (true) {
      int ready = poll(waiting, descriptor_ >= 0 ? 2 : 1, milliseconds);
      if (ready < 0 && errno == EINTR) continue;
      if (ready == 0) return -1;
      signalfd_siginfo info;
      if (ready > 0 && waiting[1].revents != 0 && read(descriptor_, &info, sizeof info) == sizeof info)
        return static_cast<int>(info.ssi_signo);
      return 0;
    }
  }

 private:
  sigset_t watched_, before_;
  int descriptor_ = -1;
};

// Bytes of standard input, taken as they come. A terminal that has gone away counts as a hangup.
class TypedBytes {
 public:
  // 0 if there are bytes now, or none will come any more (is_at_end); else the signal that ended the waiting; -1 if it took too long.
  int Fill(const SignalWatch& signals, int milliseconds = -1) {
    if (int signal = signals.AwaitInput(milliseconds)) return signal;
    char block[4096];
    ssize_t count;
    while ((count = read(STDIN_FILENO, block, sizeof block)) < 0 && errno == EINTR) continue;
    if (count < 0) return SIGHUP;
    is_at_end = count == 0;
    bytes.append(block, static_cast<size_t>(count));
    return 0;
  }

  std::string bytes;
  bool is_at_end = false;
};

// Whether input is there already, which was typed ahead of the question.
bool IsInputThere() {
  pollfd waiting = {STDIN_FILENO, POLLIN, 0};
  return poll(&waiting, 1, 0) > 0;
}

void WriteToTerminal(std::string_view text) {
  while (!text.empty()) {
    ssize_t count = write(STDERR_FILENO, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text.remove_prefix(static_cast<size_t>(count));
  }
}

// --- plain lines

// The terminal's modes while a plain line is read: keys that interrupt must not throw away what was typed, and the backspace of the
// terminal itself takes whole characters.
class PlainModes {
 public:
  PlainModes() {
    known_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    if (!known_) return;
    termios modes = before_;
    modes.c_lflag |= NOFLSH;
    modes.c_iflag |= IUTF8;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
  ~PlainModes() {
    if (known_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  PlainModes(const PlainModes&) = delete;
  PlainModes& operator=(const PlainModes&) = delete;

  // What was typed of a line that is not finished.
  std::string Pending() const {
    std::string pending;
    if (!known_) return pending;
    termios modes = before_;
    modes.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    modes.c_cc[VMIN] = 0;
    modes.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSANOW, &modes) != 0) return pending;
    char block[4096];
    ssize_t count;
    while ((count = read(STDIN_FILENO, block, sizeof block)) > 0) pending.append(block, static_cast<size_t>(count));
    return pending;
  }

 private:
  termios before_;
  bool known_;
};

class PlainLines : public LineInput {
 public:
  std::optional<std::string> ReadLine(const std::string& prompt) override {
    SignalWatch signals;
    PlainModes modes;
    bool lines_apart = !typed_.bytes.empty() || IsInputThere();
    WriteToTerminal(prompt);  // only now: a Ctrl-C that comes right after it must find the two above in place
    size_t end;
    while ((end = typed_.bytes.find('\n')) == std::string::npos || (!lines_apart && JoinsNext(end, signals))) {
      if (end != std::string::npos) continue;
      if (int signal = typed_.Fill(signals)) {
        std::string unfinished = typed_.bytes + modes.Pending();
        WriteToTerminal("\n");
        throw Interrupted(signal, unfinished.substr(0, unfinished.find('\n')));
      }
      if (!typed_.is_at_end) continue;
      WriteToTerminal("\n");
      if (typed_.bytes.empty()) return std::nullopt;
      return std::exchange(typed_.bytes, {});
    }
    std::string line = typed_.bytes.substr(0, end);
    typed_.bytes.erase(0, end + 1);
    return line;
  }

 private:
  // Whether the next line came right behind this one, as no person types it: then it is one answer, and they are joined.
  bool JoinsNext(size_t end, const SignalWatch& signals) {
    if (typed_.bytes.size() == end + 1) {
      int signal = typed_.is_at_end ? -1 : typed_.Fill(signals, /*milliseconds=*/0);
      if (signal > 0) raise(signal);  // for the next question
      if (signal != 0 || typed_.is_at_end) return false;
    }
    typed_.bytes[end] = ' ';
    return true;
  }

  TypedBytes typed_;
};

// --- edited lines

std::string Utf8(std::wstring_view text) {
  std::string bytes;
  std::mbstate_t state{};
  for (wchar_t c : text) {
    char character[MB_LEN_MAX];
    size_t length = std::wcrtomb(character, c, &state);
    if (length != static_cast<size_t>(-1)) bytes.append(character, length);
  }
  return bytes;
}

class EditedLines : public LineInput {
 public:
  // What is typed and shown is UTF-8 whatever the locale, so the C library is told so; only libedit listens to that.
  EditedLines() {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    shown_ = fdopen(dup(STDERR_FILENO), "w");
    complaints_ = std::fopen("/dev/null", "w");  // about terminal types, which are none of a person's business
    if (!shown_ || !complaints_) return;
    edit_ = el_init("stumble", stdin, shown_, complaints_);
    if (!edit_) return;
    el_set(edit_, EL_CLIENTDATA, this);
    el_set(edit_, EL_PROMPT, &PromptOf);
    el_wset(edit_, EL_EDITOR, L"emacs");
    el_set(edit_, EL_BIND, "\\e[3~", "ed-delete-next-char", nullptr);
    el_wset(edit_, EL_GETCFN, &NextCharacter);
  }

  ~EditedLines() override {
    if (edit_) el_end(edit_);
    if (shown_) std::fclose(shown_);
    if (complaints_) std::fclose(complaints_);
  }

  bool IsReady() const { return edit_ != nullptr; }

  std::optional<std::string> ReadLine(const std::string& prompt) override {
    SignalWatch signals({SIGTSTP, SIGCONT, SIGWINCH});
    signals_ = &signals;
    prompt_ = prompt;
    signal_ = 0;
    unfinished_.clear();
    lines_apart_ = !keys_.empty() || typed_keys_.HasMore() || IsInputThere();
    int count = 0;
    WriteToTerminal(kMarkPastes);
    const wchar_t* line = el_wgets(edit_, &count);
    WriteToTerminal(kMarkNoPastes);
    signals_ = nullptr;
    if (signal_ != 0) {
      WriteToTerminal("\n");
      throw Interrupted(signal_, unfinished_);
    }
    if (!line || count <= 0) {
      WriteToTerminal("\n");
      return std::nullopt;
    }
    std::string text = Utf8(std::wstring_view(line, static_cast<size_t>(count)));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text;
  }

 private:
  static EditedLines& Of(EditLine* edit) {
    void* self = nullptr;
    el_get(edit, EL_CLIENTDATA, &self);
    return *static_cast<EditedLines*>(self);
  }

  static char* PromptOf(EditLine* edit) { return Of(edit).prompt_.data(); }

  static int NextCharacter(EditLine* edit, wchar_t* character) { return Of(edit).Next(character); }

  // 1 and a character; 0 at the end; -1 after a signal. Bytes that are not UTF-8 come as U+FFFD.
  int Next(wchar_t* character) {
    while (true) {
      std::mbstate_t state{};
      size_t length = static_cast<size_t>(-2);
      if (keys_.empty()) TakeKeys(/*settled=*/false);
      if (!keys_.empty()) length = std::mbrtowc(character, keys_.data(), keys_.size(), &state);
      if (length == static_cast<size_t>(-1)) {
        *character = 0xFFFD;
        length = 1;
      }
      if (length != static_cast<size_t>(-2)) {
        keys_.erase(0, length);
        return 1;
      }
      if (typed_.is_at_end) return 0;
      int signal = typed_.Fill(*signals_, typed_keys_.HasMore() ? typed_keys_.SettleMilliseconds() : -1);
      TakeKeys(/*settled=*/signal == -1);
      if (signal == SIGTSTP) {
        Stop();
      } else if (signal == SIGCONT) {
        GoOn();
      } else if (signal == SIGWINCH) {
        el_resize(edit_);
      } else if (signal > 0) {
        signal_ = signal;
        const LineInfoW* line = el_wline(edit_);
        unfinished_ = Utf8(std::wstring_view(line->buffer, static_cast<size_t>(line->lastchar - line->buffer)));
        return -1;
      }
    }
  }

  // Ctrl-Z: the shell gets the terminal as it was, and then the process stops here, if somebody is there to let it go on.
  void Stop() {
    el_set(edit_, EL_PREP_TERM, 0);
    WriteToTerminal(std::string(kMarkNoPastes) + "\n");
    sigset_t stop, go_on, before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, &before);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    sigemptyset(&go_on);
    sigaddset(&go_on, SIGCONT);
    const timespec at_once = {0, 0};
    sigtimedwait(&go_on, nullptr, &at_once);
    GoOn();
  }

  // In the foreground again: the line is drawn anew.
  void GoOn() {
    el_set(edit_, EL_PREP_TERM, 1);
    WriteToTerminal("\r" + std::string(kMarkPastes));
    el_set(edit_, EL_REFRESH);
  }

  void TakeKeys(bool settled) {
    typed_keys_.Add(std::exchange(typed_.bytes, {}));
    keys_ += typed_keys_.Take(settled || typed_.is_at_end, lines_apart_);
  }

  EditLine* edit_ = nullptr;
  FILE* shown_ = nullptr;
  FILE* complaints_ = nullptr;
  std::string prompt_;
  TypedBytes typed_;
  TypedKeys typed_keys_;
  std::string keys_;          // for the editor
  bool lines_apart_ = false;  // this line was typed ahead
  const SignalWatch* signals_ = nullptr;
  int signal_ = 0;
  std::string unfinished_;
};

}  // namespace

bool IsPlainTerminal() {
  const char* term = std::getenv("TERM");
  const char* plain = std::getenv("STUMBLE_PLAIN");
  return !term || !*term || std::string_view(term) == "dumb" || (plain && *plain);
}

std::unique_ptr<LineInput> OpenLineInput() {
  if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) return nullptr;
  if (!IsPlainTerminal()) {
    auto edited = std::make_unique<EditedLines>();
    if (edited->IsReady()) return edited;
  }
  return std::make_unique<PlainLines>();
}

}  // namespace stumble
