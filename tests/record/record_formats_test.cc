#include "record/record_formats.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "journal/entry_fields.h"
#include "record/record_text.h"
#include "text/text.h"

namespace stumble {
namespace {

std::string Printed(std::string_view text, const PrintChoices& choices) {
  TextSink sink;
  auto printer = MakeRecordPrinter(choices, EntryShape(), sink);
  for (const Record& record : Read(text).records) printer->Print(record);
  return sink.text;
}

PrintChoices Of(RecordFormat format, std::vector<std::string> columns = {}) {
  PrintChoices choices;
  choices.format = format;
  choices.columns = std::move(columns);
  return choices;
}

std::string Json(std::string_view text) { return Printed(text, Of(RecordFormat::kJson)); }
std::string Tsv(std::string_view text) { return Printed(text, Of(RecordFormat::kTsv, {"Id", "Why", "X"})); }
std::string Csv(std::string_view text, bool safe = false) {
  PrintChoices choices = Of(RecordFormat::kCsv, {"Id", "Why"});
  choices.csv_safe = safe;
  return Printed(text, choices);
}
std::string Only(std::string_view text, const std::string& field, bool nul_ended = false) {
  PrintChoices choices;
  choices.only = field;
  choices.nul_ended = nul_ended;
  return Printed(text, choices);
}

TEST(RecFormat, SeparatesRecordsByABlankLineAndKeepsComments) {
  EXPECT_EQ(Printed("# c\nA: 1\n\n\nB: 2\n", {}), "# c\nA: 1\n\nB: 2\n");
}

TEST(RecFormat, LeavesARecordThatEndsInABackslashReadable) {
  Record record;
  record.Add("A", "1\\");
  TextSink sink;
  auto printer = MakeRecordPrinter({}, EntryShape(), sink);
  printer->Print(record);
  printer->Print(record);
  EXPECT_EQ(ShownAll(sink.text), "A=1\\\nA=1\\\n");
}

TEST(RecFormat, IsTheOnlyOneWithAPlaceForComments) {
  TextSink sink;
  EXPECT_TRUE(MakeRecordPrinter({}, EntryShape(), sink)->KeepsComments());
  for (RecordFormat format : {RecordFormat::kJson, RecordFormat::kTsv, RecordFormat::kCsv})
    EXPECT_FALSE(MakeRecordPrinter(Of(format), EntryShape(), sink)->KeepsComments());
}

TEST(JsonFormat, PrintsAnObjectALine) {
  EXPECT_EQ(Json("Id: 1\n\n# c\nId: 2\n"), "{\"Id\":\"1\"}\n{\"Id\":\"2\"}\n");
}

TEST(JsonFormat, GivesSingleFieldsPlainAndAllOthersAsArraysAlways) {
  EXPECT_EQ(Json("Id: 1\nTrigger: a\nSetback: s\nTrigger: b\nMine: m\n"),
            "{\"Id\":\"1\",\"Trigger\":[\"a\",\"b\"],\"Setback\":\"s\",\"Mine\":[\"m\"]}\n");
}

TEST(JsonFormat, GivesRatingsAsNumbersAndWhatIsNoneAsText) {
  EXPECT_EQ(Json("Intensity: 7\nBelief: 90\n"), "{\"Intensity\":7,\"Belief\":90}\n");
  EXPECT_EQ(Json("Intensity: high\nBelief:\n"), "{\"Intensity\":\"high\",\"Belief\":\"\"}\n");
  EXPECT_EQ(Json("Intensity: true\n"), "{\"Intensity\":\"true\"}\n");
  EXPECT_EQ(Json("Intensity: 1e999\n"), "{\"Intensity\":\"1e999\"}\n");
  EXPECT_EQ(Json("Id: 7\n"), "{\"Id\":\"7\"}\n");
}

TEST(JsonFormat, GathersWhatBelongsToEachThought) {
  EXPECT_EQ(Json("Thought: a\nPattern: p\nCue: c\nPattern: q\nThought: b\nQuestion: ?\nReframe: r\n"),
            "{\"Thought\":[\"a\",\"b\"],\"Pattern\":[\"p\",\"q\"],\"Cue\":[\"c\"],\"Question\":[\"?\"],\"Reframe\":[\"r\"],"
            "\"Thoughts\":[{\"Thought\":\"a\",\"Pattern\":[\"p\",\"q\"],\"Cue\":[\"c\"],\"Question\":[],\"Reframe\":[]},"
            "{\"Thought\":\"b\",\"Pattern\":[],\"Cue\":[],\"Question\":[\"?\"],\"Reframe\":[\"r\"]}]}\n");
}

TEST(JsonFormat, EscapesLinesAndReplacesIllFormedBytes) {
  EXPECT_EQ(Json("Setback: a\n+ \"b\"\\c\t\xFF\n"), "{\"Setback\":\"a\\n\\\"b\\\"\\\\c\\t\uFFFD\"}\n");
  EXPECT_EQ(Json(std::string("Setback: a\0b\n", 13)), "{\"Setback\":\"a\\u0000b\"}\n");
  EXPECT_EQ(Json("Setback: 日本 é\n"), "{\"Setback\":\"日本 é\"}\n");
}

RC_GTEST_PROP(JsonFormat, PrintsOneValidObjectALineWhateverTheBytes, (const std::string& value)) {
  Record record;
  record.Add("Setback", value);
  record.Add("Intensity", value);
  TextSink sink;
  MakeRecordPrinter(Of(RecordFormat::kJson), EntryShape(), sink)->Print(record);
  RC_ASSERT(sink.text.find('\n') == sink.text.size() - 1);
  RC_ASSERT(IsUtf8(sink.text));
  RC_ASSERT(nlohmann::json::parse(sink.text).is_object());
}

TEST(TsvFormat, BeginsWithTheColumnsAndLeavesMissingFieldsEmpty) {
  EXPECT_EQ(Tsv("Id: 1\nWhy: w\nOther: o\n\nX: x\n"), "Id\tWhy\tX\n1\tw\t\n\t\tx\n");
}

TEST(TsvFormat, JoinsRepeatsWithASemicolon) { EXPECT_EQ(Tsv("Why: a\nId: 1\nWhy: b\n"), "Id\tWhy\tX\n1\ta; b\t\n"); }

TEST(TsvFormat, KeepsThePlaceOfAnEmptyRepeat) {
  EXPECT_EQ(Tsv("Why: a\nWhy:\nWhy: b\n"), "Id\tWhy\tX\n\ta; ; b\t\n");
  EXPECT_EQ(Tsv("Why:\nWhy: b\n"), "Id\tWhy\tX\n\t; b\t\n");
}

TEST(TsvFormat, EscapesTabsLineEndsAndBackslashes) {
  EXPECT_EQ(Tsv("Id: a\tb\\c\n+ d\n"), "Id\tWhy\tX\na\\tb\\\\c\\nd\t\t\n");
}

TEST(TsvFormat, HasTheTablesColumnsUnlessTold) {
  std::string line = Printed("Id: 1\n", Of(RecordFormat::kTsv));
  EXPECT_EQ(line.substr(0, line.find('\n')),
            "Id\tDate\tSetback\tAbout\tDomain\tTrigger\tCause\tFeeling\tTag\tWhy\tIntensity\tThought\tBelief\tPattern\tCue\t"
            "Question\tReframe\tEvidenceFor\tEvidenceAgainst\tHelped\tLearned\tKindness\tNextStep\tRecovered\tPrompt\tAnswer\t"
            "Safety\tPrivate");
}

TEST(CsvFormat, QuotesCommasQuotesAndLineEnds) {
  EXPECT_EQ(Csv("Id: a,b\nWhy: \"c\"\n\nId: d\n+ e\nWhy: f\n"), "Id,Why\n\"a,b\",\"\"\"c\"\"\"\n\"d\ne\",f\n");
}

TEST(CsvFormat, LeavesFormulasUnlessItIsToldToKeepSpreadsheetsSafe) {
  EXPECT_EQ(Csv("Id: =1+1\nWhy: -2\n"), "Id,Why\n=1+1,-2\n");
  EXPECT_EQ(Csv("Id: =1+1\nWhy: -2\n\nId: @x\nWhy: +y\n", true), "Id,Why\n'=1+1,'-2\n'@x,'+y\n");
  EXPECT_EQ(Csv("Id: \tx\nWhy: a=b\n", true), "Id,Why\n'\tx,a=b\n");
  EXPECT_EQ(Csv("Id: =a,b\n", true), "Id,Why\n\"'=a,b\",\n");
}

TEST(TsvFormat, KeepsSpreadsheetsSafeIfItIsToldTo) {
  PrintChoices choices = Of(RecordFormat::kTsv, {"Id", "Why"});
  EXPECT_EQ(Printed("Id: =1+1\nWhy: -2\n", choices), "Id\tWhy\n=1+1\t-2\n");
  choices.csv_safe = true;
  EXPECT_EQ(Printed("Id: =1+1\nWhy: -2\n\nId: @x\nWhy: a=b\n", choices), "Id\tWhy\n'=1+1\t'-2\n'@x\ta=b\n");
  // A spreadsheet would begin a line there, and a formula on it.
  EXPECT_EQ(Printed("Id: a\r=1+1\n", choices), "Id\tWhy\na\\r=1+1\t\n");
}

TEST(CsvFormat, GuardsEachFormulaBehindALineEndOfACell) {
  // A cell keeps its line ends inside quotes, so only its very first character can begin a formula.
  EXPECT_EQ(Csv("Id: a\n+ =1\n", true), "Id,Why\n\"a\n=1\",\n");
}

TEST(OnlyFormat, PrintsOneFieldsValuesALineEach) {
  EXPECT_EQ(Only("Why: a\nId: 1\nWhy: b\n+ c\n\nWhy: d\n", "Why"), "a\nb c\nd\n");
  EXPECT_EQ(Only("Id: 1\n", "Why"), "");
}

TEST(OnlyFormat, KeepsValuesWholeWithNulsBehind) {
  EXPECT_EQ(Only("Why: a\n+ b\nWhy:\n", "Why", true), std::string("a\nb\0\0", 5));
}

TEST(OnlyFormat, ComesBeforeTheFormat) {
  PrintChoices choices = Of(RecordFormat::kJson);
  choices.only = "Id";
  EXPECT_EQ(Printed("Id: 1\n", choices), "1\n");
}

// A record as a person sees it.
std::string Shown(int columns, bool colored) {
  Record record;
  record.Add("", "# a comment that is long");
  record.Add("Thought", "I always ruin \033[31meverything\nand more");
  PrintChoices choices;
  choices.columns_shown = columns;
  choices.colored = colored;
  TextSink sink;
  MakeRecordPrinter(choices, RecordShape(), sink)->Print(record);
  return sink.text;
}

TEST(RecordPrinter, WrapsForAPersonWithAHangingIndent) {
  EXPECT_EQ(Shown(20, false),
            "# a comment that is\n# long\nThought: I always\n      ruin\n      \uFFFD[31meverythin\n      g\n+ and more\n");
}

TEST(RecordPrinter, ColorsNamesAndNeverWords) {
  EXPECT_EQ(Shown(0, true),
            "\033[2m# a comment that is long\033[0m\n\033[36mThought:\033[0m I always ruin \uFFFD[31meverything\n"
            "\033[36m+\033[0m and more\n");
}

}  // namespace
}  // namespace stumble
