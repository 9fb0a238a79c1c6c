#include "asking/thought_talk.h"

#include <algorithm>
#include <set>
#include <utility>

#include "asking/heard.h"
#include "text/text.h"
#include "words/short_answer.h"
#include "words/words.h"

namespace stumble {

namespace {

constexpr const char* kTalk = "reframe";  // what Prompt names: reframe/mind-reading

Step Telling(std::string_view text) {
  Step step;
  step.say = text;
  return step;
}

Step Asking(std::string id, std::string_view question, std::string_view help, std::string field) {
  Step step;
  step.id = std::move(id);
  step.ask = question;
  step.help = help;
  step.field = std::move(field);
  return step;
}

Step AskingBelief(std::string_view question) {
  Step step = Asking("belief", question, "", "Belief");
  step.kind = "rating";
  step.low = words::kBeliefLow;
  step.high = words::kBeliefHigh;
  return step;
}

Step AskingYesOrNo(std::string id, std::string_view question) {
  Step step = Asking(std::move(id), question, "", "");
  step.kind = "yes-no";
  return step;
}

// The answers to these steps, without a Date. `former`: the answer to the first of them, if it was given before.
Record Answers(std::vector<Step> steps, const std::string& former, Answerer& answerer,
               const std::function<void(const Record&)>& keep) {
  Routine routine;
  routine.id = kTalk;
  routine.steps = std::move(steps);
  RoutineProgress progress;
  if (!former.empty()) progress.answers.push_back({former});
  auto so_far = [&] {
    Record record = RecordOfRun(routine, "", progress);
    record.Remove("Date");
    return record;
  };
  RunRoutine(routine, answerer, progress, [&] { keep(so_far()); });
  return so_far();
}

void Append(const Record& more, Record& record) {
  for (const Item& item : more.items()) record.items().push_back(item);
}

bool HasStopped(const Answerer& answerer) { return answerer.Stopped() != Stopping::kNo; }

bool SaysYes(const Record& answers) { return answers.Get("Answer") == "yes"; }

// Without what a talk has no use for when the person left the offer.
Record WithoutOffer(Record looked) {
  looked.Remove("Reframe");
  return looked;
}

// What the record says in comments, which a talk says aloud, as one text; they are taken out.
std::string TakeComments(Record& record) {
  std::string said;
  for (const Item& item : record.items())
    if (item.IsComment()) said += (said.empty() ? "" : " ") + std::string(Trim(std::string_view(item.value).substr(1)));
  std::erase_if(record.items(), [](const Item& item) { return item.IsComment(); });
  return said;
}

// After the last field that belongs to the thought.
size_t EndOfThought(const Record& record) {
  size_t end = 0;
  for (size_t i = 0; i < record.items().size(); ++i) {
    std::string_view name = record.items()[i].name;
    if (name == "Thought" || name == "Pattern" || name == "Cue" || name == "Question" || name == "Reframe") end = i + 1;
  }
  return end;
}

}  // namespace

// The person, and what the talk needs to know of them: which questions they saw, and whether they went back from the first rating,
// which leads to the thought.
class ThoughtTalk::Watch : public Answerer {
 public:
  explicit Watch(Answerer& person) : person_(person) {}
  void Say(const std::string& text) override { person_.Say(text); }
  Reply Answer(const Step& step, const std::string* former) override {
    asked_.insert(step.ask);
    Reply reply = person_.Answer(step, former);
    goes_back_ = reply.kind == Reply::Kind::kBack && step.ask == words::kBeliefNow;
    return reply;
  }
  void Heed(const std::string& words) override { person_.Heed(words); }
  Stopping Stopped() const override { return goes_back_ ? Stopping::kQuietly : person_.Stopped(); }

  bool WasAsked(const std::string& question) const { return asked_.contains(question); }
  bool TakeGoesBack() { return std::exchange(goes_back_, false); }

 private:
  Answerer& person_;
  std::set<std::string> asked_;
  bool goes_back_ = false;
};

std::string ThoughtTalk::PatternSentence(const Record& looked) const {
  std::string sentence;
  const Pattern* pattern = nullptr;
  for (const Item& item : looked.items()) {
    if (item.name == "Pattern") pattern = shelf_.FindPattern(item.value);
    if (item.name != "Cue" || !pattern) continue;
    sentence += sentence.empty() ? words::PatternMightBe(pattern->plain, item.value)
                                 : " " + words::PatternMightAlsoBe(pattern->plain, item.value);
    pattern = nullptr;  // one cue of each
  }
  return sentence;
}

// One question of each pattern, or two of the only one.
std::vector<Step> ThoughtTalk::PatternQuestions(const Record& looked) const {
  std::vector<Step> steps;
  std::vector<std::string_view> patterns = looked.All("Pattern"), questions = looked.All("Question");
  for (size_t i = 0; i < std::min(patterns.size(), questions.size()); ++i)
    steps.push_back(Asking(std::string(patterns[i]), questions[i], "", ""));
  if (steps.size() != 1) return steps;
  const Pattern* pattern = shelf_.FindPattern(std::string(patterns[0]));
  if (!pattern) return steps;
  for (std::string& question :
       reframer_.QuestionsAbout(*pattern, looked.Get("Thought"), looked.Get("Cue"), looked, about_)) {
    if (question == questions[0]) continue;
    steps.push_back(Asking(pattern->id + "-2", question, "", ""));
    break;
  }
  return steps;
}

// What is said and asked once the thought is known and how true it feels.
Routine ThoughtTalk::StepsOn(const Record& looked) const {
  Routine routine;
  auto add = [&](Step step) { routine.steps.push_back(std::move(step)); };
  std::string pattern = PatternSentence(looked);
  add(Telling(pattern.empty() ? words::kNoPatternStandsOut : std::string_view(pattern)));
  for (const std::string& sentence : earlier_(looked)) add(Telling(sentence));
  for (Step& step : PatternQuestions(looked)) add(std::move(step));
  if (pattern.empty()) add(Asking("evidence-for", words::kEvidenceFor, "", "EvidenceFor"));
  if (pattern.empty()) add(Asking("evidence-against", words::kEvidenceAgainst, "", "EvidenceAgainst"));
  add(Asking("own", words::kOwnSentence, words::kOwnSentenceHelp, "Reframe"));
  return routine;
}

std::vector<Record> ThoughtTalk::Run(const Record& begun, const std::string& date,
                                     const std::function<std::string()>& make_id, Answerer& answerer) const {
  Watch watch(answerer);
  return RunFrom(begun, "", date, make_id, watch);
}

std::vector<Record> ThoughtTalk::RunFrom(const Record& begun, const std::string& former, const std::string& date,
                                         const std::function<std::string()>& make_id, Watch& answerer) const {
  Record written = begun;  // the person's own words alone
  auto ask = [&](std::vector<Step> steps, const std::string& before = "") {
    return Answers(std::move(steps), before, answerer, [&](const Record& fresh) {
      Record so_far = written;
      Append(fresh, so_far);
      if (keep_) keep_(so_far);
    });
  };
  if (!written.Has("Thought"))
    Append(ask({Asking("thought", words::kWhatThought, words::kWhatThoughtHelp, "Thought")}, former), written);
  if (!written.Has("Thought")) return {};
  auto leave_unasked_out = [&](Record& record) {
    std::erase_if(record.items(),
                  [&](const Item& item) { return item.name == "Question" && !answerer.WasAsked(item.value); });
  };
  auto finish = [&](Record record) {
    leave_unasked_out(record);
    record.Insert(0, "Date", date);
    return record;
  };
  auto is_held = [&] { return IsHeld(safety_.JudgeRecord(written)); };
  auto hold = [&] {
    if (!HasStopped(answerer)) Append(ask({Asking("more", words::kAnythingMore, "", "")}), written);
    return std::vector<Record>{finish(reframer_.Reframe(written, about_))};
  };
  if (is_held()) return hold();

  Record looked = reframer_.Reframe(written, about_);
  std::string as_before = TakeComments(looked);
  std::string offer(looked.Get("Reframe"));
  if (HasStopped(answerer)) return {finish(WithoutOffer(looked))};
  answerer.Say(HeardSentence(about_));
  if (!as_before.empty()) answerer.Say(as_before);
  if (!looked.Has("Pattern") && looked.Has("Question")) {  // nothing to weigh
    bool to_bring = looked.Get("Question") == words::kBringQuestion;
    Step question = to_bring ? AskingYesOrNo("bring", looked.Get("Question"))
                             : Asking("support", looked.Get("Question"), "", "");
    Record answer = ask({std::move(question)});
    if (to_bring && SaysYes(answer)) {
      looked.Add("Tag", "bring");
    } else if (!to_bring) {
      Append(answer, looked);
      Append(answer, written);
    }
    if (is_held()) return hold();
    return {finish(looked)};
  }

  std::vector<Step> steps = StepsOn(looked).steps;
  steps.insert(steps.begin(), AskingBelief(words::kBeliefNow));
  Record answers = ask(std::move(steps)), ratings;
  if (answerer.TakeGoesBack()) {
    Record again = begun;
    again.Remove("Thought");
    return RunFrom(again, std::string(written.Get("Thought")), date, make_id, answerer);
  }
  if (answers.Has("Belief")) ratings.Add("Belief", std::string(answers.Get("Belief")));
  answers.Remove("Belief");
  Append(ratings, written);
  Append(answers, written);
  if (is_held()) return hold();
  looked = WithoutOffer(looked);
  const std::vector<Step> questions = PatternQuestions(looked);
  std::string own(answers.Get("Reframe"));
  answers.Remove("Reframe");
  if (own.empty() && !offer.empty() && !HasStopped(answerer)) {
    std::string choice(ask({Telling(words::OneOffer(offer)), Asking("offer", words::kKeepOffer, "", "")}).Get("Answer"));
    if (IsYes(choice)) own = offer;
    else if (!IsNo(choice)) own = choice;  // words of their own after all
    if (!own.empty()) written.Add("Reframe", own);
    if (is_held()) return hold();
  }
  leave_unasked_out(looked);
  for (const Step& question : questions)
    if (answerer.WasAsked(question.ask) && !looked.HasPair("Question", question.ask)) looked.Insert(EndOfThought(looked), "Question", question.ask);
  if (!own.empty()) looked.Insert(EndOfThought(looked), "Reframe", own);
  Append(ratings, looked);
  Append(answers, looked);

  std::vector<Record> records = {looked};
  if (ratings.Has("Belief") && !HasStopped(answerer)) {
    Record after = ask({AskingBelief(words::kBeliefAfter)});
    if (after.Has("Belief")) {
      if (!looked.Has("About")) records[0].Insert(0, "Id", make_id());
      std::string root(looked.Has("About") ? looked.Get("About") : records[0].Get("Id"));
      after.Insert(0, "About", root);
      records.push_back(std::move(after));
    }
  }
  for (Record& record : records) record.Insert(record.Has("Id") ? 1 : 0, "Date", date);
  return records;
}

}  // namespace stumble
