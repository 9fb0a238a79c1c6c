#include "tool/config.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>

#include "journal/temporary_directory.h"

namespace stumble {
namespace {

Config Parsed(const std::string& toml) { return ParseConfig(toml, "config.toml", "/home/ada"); }

// What is said of a text, or "fine".
std::string Said(const std::string& toml) {
  try {
    Parsed(toml);
  } catch (const Error& error) {
    EXPECT_EQ(error.status(), ExitStatus::kUsage);
    return error.Sentence();
  }
  return "fine";
}

TEST(Config, HoldsWhatTheFileSets) {
  Config config = Parsed(
      "region = \"US\"\nlanguage = \"pt-BR\"\nsafety-plan = \"~/plan.rec\"\ncontact = \" Ada, 555 0100\"\n"
      "week-start = \"sunday\"\nprivacy = \"counts\"\nmail-to = \"me@example.org\"\npacks = [\"~/packs\", "
      "\"/srv/p.yaml\"]\n"
      "journal = \"/srv/j.rec\"\n[words]\nsetback = \"hard moment\"\n");
  EXPECT_EQ(config.region, "US");
  EXPECT_EQ(config.language, "pt-BR");
  EXPECT_EQ(config.safety_plan, "/home/ada/plan.rec");
  EXPECT_EQ(config.contact, "Ada, 555 0100");
  EXPECT_EQ(config.week_start, "sunday");
  EXPECT_EQ(config.privacy, "counts");
  EXPECT_EQ(config.mail_to, "me@example.org");
  EXPECT_EQ(config.packs, (std::vector<std::string>{"/home/ada/packs", "/srv/p.yaml"}));
  EXPECT_EQ(config.journal, "/srv/j.rec");
  EXPECT_EQ(config.words.setback, "hard moment");
  EXPECT_EQ(config.words.setbacks, "hard moments");
  ASSERT_NE(config.PlaceOf("week-start"), nullptr);
  EXPECT_EQ(config.PlaceOf("week-start")->line, 5);
  EXPECT_EQ(config.PlaceOf("setbacks")->line, 11);
}

TEST(Config, OfAnEmptyFileHasTheUsualWords) {
  Config config = Parsed("# nothing yet\n");
  EXPECT_EQ(config.words.setback, "setback");
  EXPECT_EQ(config.words.setbacks, "setbacks");
  EXPECT_EQ(config.PlaceOf("region"), nullptr);
}

TEST(Config, TakesAnotherPlural) {
  EXPECT_EQ(Parsed("[words]\nsetback = \"Rückfall\"\nsetbacks = \"Rückfälle\"").words.setbacks, "Rückfälle");
}

TEST(Config, NamesAnUnknownSettingWithLineAndWhatWasMeant) {
  constexpr const char* kExpected =
      "unknown setting; expected region, language, safety-plan, contact, week-start, privacy, mail-to, packs, "
      "journal or words";
  EXPECT_EQ(Said("region = \"US\"\n\nprivcy = \"full\"\n"),
            "config.toml:3:1: " + std::string(kExpected) + "; did you mean privacy?");
  EXPECT_EQ(Said("week_start = \"monday\""),
            "config.toml:1:1: " + std::string(kExpected) + "; did you mean week-start?");
  EXPECT_EQ(Said("color = true"), "config.toml:1:1: " + std::string(kExpected));
  EXPECT_EQ(Said("[words]\nsetbak = \"x\""),
            "config.toml:2:1: unknown setting of [words]; expected setback or setbacks; did you mean setback?");
  EXPECT_EQ(Said("setback = \"x\""), "config.toml:1:1: unknown setting; expected setback below a line [words]");
}

TEST(Config, SaysWhatAValueWasExpectedToBe) {
  EXPECT_EQ(Said("privacy = \"ful\""),
            "config.toml:1:11: privacy: expected \"counts\", \"themes\" or \"full\"; did you mean full?");
  EXPECT_EQ(Said("week-start = 1"), "config.toml:1:14: week-start: expected \"monday\" or \"sunday\", in quotes");
  EXPECT_EQ(Said("journal = \"j.rec\""),
            "config.toml:1:11: journal: expected a path in quotes that begins with / or ~/");
  EXPECT_EQ(Said("packs = [\"/a\", 3]"),
            "config.toml:1:16: packs: expected a path in quotes that begins with / or ~/");
  EXPECT_EQ(Said("language = \"english\""),
            "config.toml:1:12: language: expected a language's code such as \"en\" or \"pt-BR\"");
  EXPECT_EQ(Said("mail-to = \"a@b.org\\nBcc: c@d.org\""),
            "config.toml:1:11: mail-to: expected one address such as \"me@example.org\"");
  EXPECT_EQ(Said("words = \"x\""),
            "config.toml:1:9: words: expected a line [words], and below it setback = \"hard moment\"");
}

TEST(Config, RefusesWordsThatATerminalCouldNotShow) {
  EXPECT_EQ(Said("[words]\nsetback = \"a\\u001b[31m\""),
            "config.toml:2:11: words.setback: expected a word or two, such as \"hard moment\"");
  EXPECT_EQ(Said("[words]\nsetback = \"\""),
            "config.toml:2:11: words.setback: expected a word or two, such as \"hard moment\"");
  EXPECT_EQ(Said("[words]\nsetback = \"" + std::string(41, 'a') + "\""),
            "config.toml:2:11: words.setback: expected at most 40 columns");
  EXPECT_EQ(Said("[words]\nsetback = \"" + std::string(40, 'a') + "\""), "fine");
}

TEST(Config, NamesTheLineThatIsNoToml) {
  EXPECT_EQ(Said("region = \"US\"\nlanguage = de\n").substr(0, 14), "config.toml:2:");
  EXPECT_NE(Said("region = \"US\nx").find("could not read this"), std::string::npos);
  EXPECT_EQ(Said("region = \"US\"\nregion = \"DE\"\n").substr(14),
            "10: this stands twice; expected each setting once");
  EXPECT_EQ(Said("contact = \"my secret\" trailing").find("secret"), std::string::npos);
}

TEST(Config, KeepsTheGoodSettingsForWhoCannotStop) {
  std::vector<std::string> said;
  Config config = ParseConfig("regon = \"US\"\nprivacy = 1\ncontact = \"Ada\"\n", "c", "",
                              [&](const Error& error) { said.push_back(error.Sentence().substr(0, 5)); });
  EXPECT_EQ(config.contact, "Ada");
  EXPECT_EQ(said, (std::vector<std::string>{"c:1:1", "c:2:1"}));
}

TEST(Config, OfAMissingFileSetsNothingAndADirectoryIsRefused) {
  TemporaryDirectory directory;
  std::string path = directory.At("config.toml");
  EXPECT_TRUE(LoadConfig(path, "").places.empty());
  EXPECT_THROW(LoadConfig(directory.At("."), ""), Error);
  std::ofstream(path) << "region = \"IE\"\n";
  EXPECT_EQ(LoadConfig(path, "").region, "IE");
  std::ofstream(path) << std::string(65 << 10, '#');
  EXPECT_THROW(LoadConfig(path, ""), Error);
}

RC_GTEST_PROP(Config, NeverFailsInAnotherWay, (const std::string& bytes)) {
  try {
    Parsed(bytes);
  } catch (const Error& error) {
    RC_ASSERT(error.status() == ExitStatus::kUsage);
  }
}

}  // namespace
}  // namespace stumble
