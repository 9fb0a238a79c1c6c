#include "pack/pack_shelf.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace stumble {
namespace {

namespace fs = std::filesystem;

std::string Head(const std::string& name) {
  return "pack: " + name + "\nversion: 1\ntitle: T\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\n";
}

std::string PromptsPack(const std::string& name, const std::string& id, const std::string& text) {
  return Head(name) + "prompts:\n- {id: " + id + ", theme: t-" + id + ", text: " + text + "}\n";
}

std::string SafetyPack(const std::string& name, const std::string& rule, const std::string& line) {
  return Head(name) + "safety:\n  rules:\n  - {id: " + rule +
         ", kind: crisis, cues: [{phrases: [x]}]}\n  regions:\n" +
         "  - {code: NZ, country: New Zealand, emergency: 111, source: s, checked: 2026-11-23, lines: [{name: " +
         line + ", for: crisis, call: 1, source: s, checked: 2026-11-23}]}\n  directory: {name: " + line +
         ", for: crisis, call: 2, source: s, checked: 2026-11-23}\n";
}

class PackShelfTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(testing::TempDir()) /
            ("stumble_shelf_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "a");
    fs::create_directories(root_ / "b");
  }
  void TearDown() override { fs::remove_all(root_); }

  void Write(const std::string& name, const std::string& yaml) { std::ofstream(root_ / name) << yaml; }
  std::string At(const std::string& name) const { return (root_ / name).string(); }
  std::string WithoutRoot(std::string text) const {
    for (std::size_t at; (at = text.find(root_.string() + "/")) != std::string::npos;)
      text.erase(at, root_.string().size() + 1);
    return text;
  }

  PackShelf Load(const ShelfOptions& options) {
    return PackShelf(
        options, [this](const Error& error) { said_ += "error: " + WithoutRoot(error.Sentence()) + "\n"; },
        [this](const std::string& note) { said_ += "note: " + WithoutRoot(note) + "\n"; });
  }

  fs::path root_;
  std::string said_;
};

TEST(PackSearchPath, FollowsTheEnvironmentAfterTheCommandLine) {
  std::map<std::string, std::string> values = {
      {"STUMBLE_PACKS", "/s1::s2"}, {"XDG_DATA_HOME", "/data"}, {"XDG_DATA_DIRS", "/d1:relative:/d2"}};
  auto environment = [&](const char* name) { return values.contains(name) ? values[name].c_str() : nullptr; };
  EXPECT_EQ(PackSearchPath({"mine.yaml"}, environment),
            (std::vector<std::string>{"mine.yaml", "/s1", "s2", "/data/stumble/packs", "/d1/stumble/packs",
                                      "/d2/stumble/packs"}));
  values = {{"HOME", "/home/me"}};
  EXPECT_EQ(PackSearchPath({}, environment),
            (std::vector<std::string>{"/home/me/.local/share/stumble/packs", "/usr/local/share/stumble/packs",
                                      "/usr/share/stumble/packs"}));
}

TEST(PackSearchPath, TakesThePathsOfTheConfigBetweenTheEnvironmentAndTheDataDirectories) {
  auto environment = [](const char* name) {
    std::string_view wanted = name;
    return wanted == "STUMBLE_PACKS"   ? "/s"
           : wanted == "XDG_DATA_HOME" ? "/data"
           : wanted == "XDG_DATA_DIRS" ? "/d"
                                       : nullptr;
  };
  EXPECT_EQ(PackSearchPath({"mine"}, environment, {"/c1", "/c2"}),
            (std::vector<std::string>{"mine", "/s", "/c1", "/c2", "/data/stumble/packs", "/d/stumble/packs"}));
}

std::string InGerman(std::string pack) { return pack.replace(pack.find("language: en"), 12, "language: de-AT"); }

TEST_F(PackShelfTest, LeavesOutOtherLanguagesWhereTheAskedOneHasThatPart) {
  Write("a/p.yaml", PromptsPack("english", "one", "Why"));
  Write("a/q.yaml", InGerman(PromptsPack("german", "one", "Warum")));
  std::string routine = Head("routines") + "routines:\n- {id: r, title: R, steps: [{id: a, ask: A}]}\n";
  BuiltInPack packs[] = {{"routines", "routines", routine}};
  PackShelf shelf = Load({.paths = {At("a")}, .built_in = packs, .wanted_parts = {}, .language = "de"});
  ASSERT_EQ(shelf.prompts().size(), 1u);
  EXPECT_EQ(shelf.FindPrompt("one")->text, "Warum");
  EXPECT_NE(shelf.FindRoutine("r"), nullptr);
  EXPECT_EQ(said_, "");
}

TEST_F(PackShelfTest, LeavesNothingOutForALanguageThatNoPackIsIn) {
  Write("a/p.yaml", PromptsPack("english", "one", "Why"));
  EXPECT_EQ(Load({.paths = {At("a")}, .built_in = {}, .wanted_parts = {}, .language = "fr"}).prompts().size(), 1u);
}

TEST_F(PackShelfTest, KeepsSafetyAndThePlanOfAllLanguages) {
  Write("a/p.yaml", InGerman(Head("german")) + "routines:\n- {id: r, title: R, steps: [{id: a, ask: A}]}\n");
  Write("a/q.yaml", SafetyPack("mine", "wish-to-die", "Mine"));
  Write("a/r.yaml", Head("plan") +
                        "routines:\n- {id: my-plan, title: P, keeps: plan, steps: [{id: a, ask: A}]}\n- {id: s, "
                        "title: S, steps: [{id: a, ask: A}]}\n");
  PackShelf shelf = Load({.paths = {At("a")}, .built_in = {}, .wanted_parts = {}, .language = "de"});
  EXPECT_EQ(shelf.rules().size(), 1u);
  EXPECT_NE(shelf.FindRoutine("my-plan"), nullptr);
  EXPECT_EQ(shelf.FindRoutine("s"), nullptr);
}

TEST_F(PackShelfTest, LoadsDirectoriesAndFilesInOrder) {
  Write("a/2.yaml", PromptsPack("two", "second", "x"));
  Write("a/1.yaml", PromptsPack("one", "first", "x"));
  Write("a/notes.txt", "not a pack");
  Write("a/.hidden.yaml", "not a pack");
  Write("single.yaml", PromptsPack("three", "third", "x"));
  PackShelf shelf = Load({.paths = {At("single.yaml"), At("a"), At("missing")}, .built_in = {}, .wanted_parts = {}});
  EXPECT_EQ(shelf.Themes(), (std::vector<std::string>{"t-third", "t-first", "t-second"}));
  EXPECT_EQ(said_, "");
}

TEST_F(PackShelfTest, LetsAnEarlierPackOfTheSameNameWinAndSaysSo) {
  Write("a/p.yaml", PromptsPack("same", "one", "mine"));
  Write("b/p.yaml", PromptsPack("same", "two", "theirs"));
  std::string built_in = PromptsPack("same", "three", "built in");
  BuiltInPack packs[] = {{"same", "prompts", built_in}};
  PackShelf shelf = Load({.paths = {At("a"), At("b")}, .built_in = packs, .wanted_parts = {}});
  ASSERT_EQ(shelf.prompts().size(), 1u);
  EXPECT_EQ(shelf.FindPrompt("one")->text, "mine");
  EXPECT_EQ(shelf.FindPrompt("three"), nullptr);
  EXPECT_EQ(said_,
            "note: b/p.yaml: left out; the pack `same` of a/p.yaml comes first\n"
            "note: a/p.yaml: comes before the built-in pack `same`\n");
}

TEST_F(PackShelfTest, LetsAnEarlierIdWin) {
  Write("a/p.yaml", PromptsPack("mine", "one", "mine"));
  std::string built_in = PromptsPack("theirs", "one", "built in");
  BuiltInPack packs[] = {{"theirs", "prompts", built_in}};
  PackShelf shelf = Load({.paths = {At("a")}, .built_in = packs, .wanted_parts = {}});
  ASSERT_EQ(shelf.prompts().size(), 1u);
  EXPECT_EQ(shelf.FindPrompt("one")->text, "mine");
  EXPECT_EQ(said_, "note: built-in:theirs:8:3: left out; the prompt `one` of a/p.yaml:8:3 comes first\n");
}

TEST_F(PackShelfTest, KeepsBuiltInSafetyWhateverStandsBeforeIt) {
  Write("a/p.yaml", SafetyPack("safety", "wish-to-die", "Mine"));
  std::string built_in = SafetyPack("safety", "wish-to-die", "Theirs") + "prompts: [{id: gone, theme: t, text: x}]\n";
  BuiltInPack packs[] = {{"safety", "safety prompts", built_in}};
  PackShelf shelf = Load({.paths = {At("a")}, .built_in = packs, .wanted_parts = {"safety"}});
  ASSERT_EQ(shelf.rules().size(), 2u);
  EXPECT_EQ(shelf.rules()[1]->place.file, "built-in:safety");
  EXPECT_EQ(shelf.FindPrompt("gone"), nullptr);
  std::optional<Region> region = shelf.FindRegion("NZ");
  ASSERT_TRUE(region);
  ASSERT_EQ(region->lines.size(), 2u);
  EXPECT_EQ(region->lines[0].name, "Theirs");
  EXPECT_EQ(region->lines[1].name, "Mine");
  EXPECT_EQ(shelf.Directory()->name, "Theirs");
  EXPECT_FALSE(shelf.FindRegion("AU"));
  EXPECT_EQ(said_, "note: a/p.yaml: comes before the built-in pack `safety`; safety of both is kept\n");
}

TEST_F(PackShelfTest, HandsOverABrokenPackAndLoadsTheRest) {
  Write("a/1.yaml", "pack: [");
  Write("a/2.yaml", PromptsPack("two", "second", "x"));
  PackShelf shelf = Load({.paths = {At("a")}, .built_in = {}, .wanted_parts = {}});
  EXPECT_NE(shelf.FindPrompt("second"), nullptr);
  EXPECT_EQ(
      said_,
      "error: a/1.yaml:2:1: expected `,` or `]` in the list that `[` opened (a text with a comma needs quotes)\n");
}

TEST_F(PackShelfTest, ThrowsForAPathOfTheCommandLineWithoutPacks) {
  auto sentence = [&](const std::string& path) {
    try {
      Load({.paths = {path}, .must_exist = 1, .built_in = {}, .wanted_parts = {}});
    } catch (const Error& error) {
      return WithoutRoot(error.Sentence());
    }
    return std::string("loaded");
  };
  EXPECT_EQ(sentence(At("none")), "none: no such file or directory; expected a pack or a directory of packs");
  EXPECT_EQ(sentence(At("a")), "a: no pack in this directory; expected files that end in .yaml");
}

TEST_F(PackShelfTest, OpensOnlyTheBuiltInPacksThatAreWanted) {
  std::string safety = SafetyPack("safety", "a", "Line");
  BuiltInPack packs[] = {{"broken", "patterns words", "pack: ["}, {"safety", "safety", safety}};
  EXPECT_EQ(Load({.paths = {}, .built_in = packs, .wanted_parts = {"safety"}}).packs().size(), 1u);
  EXPECT_THROW(Load({.paths = {}, .built_in = packs, .wanted_parts = {}}), Error);
}

}  // namespace
}  // namespace stumble
