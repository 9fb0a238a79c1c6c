#include "pack/pack_parser.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>

#include "pack/mapping_reader.h"
#include "pack/pattern_reader.h"
#include "pack/placeholder.h"
#include "pack/routine_reader.h"
#include "pack/safety_reader.h"
#include "pack/wording.h"
#include "pack/yaml_guard.h"
#include "pack/yaml_source.h"

namespace stumble {

namespace {

void ReadHead(MappingReader& reader, Pack& pack) {
  pack.name = reader.Id("pack");
  pack.version = reader.NeededWhole("version", 1, std::numeric_limits<int>::max());
  pack.title = reader.NeededText("title");
  pack.language = reader.NeededText("language");
  pack.license = reader.NeededText("license");
  pack.author = reader.Text("author");
  pack.reviewed = reader.Text("reviewed");
  pack.sources = reader.NeededTexts("sources");
}

// `{me_is}` reads better in a phrase than a name with hyphens, so these may have underscores.
bool IsWordsName(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return IsId(name);
}

std::vector<std::string> NamesOf(const std::map<std::string, std::vector<std::string>>& words) {
  std::vector<std::string> names;
  for (const auto& [name, alternatives] : words) names.push_back(name);
  return names;
}

// The lists below `words:` have names of the pack's own, so every one is asked for.
void ReadWords(const YamlNode& node, Pack& pack, ProblemLog& log) {
  MappingReader reader(node, "words part", log);
  if (node.kind != YamlNode::Kind::kMapping) return;
  for (const YamlNode& key : node.keys) {
    if (!IsWordsName(key.text))
      log.Fatal(key, "the words " + Quoted(key.text) + " expected a name of lower-case letters, digits, `-` and `_`");
    if (key.text == "cue" || key.text == "trigger")
      log.Fatal(key, "the words " + Quoted(key.text) + " expected another name; `{" + key.text +
                         "}` has a meaning already");
    pack.words[key.text] = reader.NeededTexts(key.text);
  }
  const std::vector<std::string> names = NamesOf(pack.words);
  for (const YamlNode& list : node.children)
    for (const YamlNode& word : list.children) CheckPlaceholders(word, names, "a list of words", log);
}

void ReadParts(MappingReader& reader, Pack& pack, ProblemLog& log) {
  // Words come first, wherever they stand: phrases name them.
  if (const YamlNode* words = reader.Find("words")) ReadWords(*words, pack, log);
  std::vector<std::string> names = NamesOf(pack.words);
  SeenIds signs, patterns, prompts, routines;
  std::vector<std::string> sign_ids;
  reader.Each("signs", "signs", [&](const YamlNode& node) {
    pack.signs.push_back(ReadSign(node, names, log));
    sign_ids.push_back(pack.signs.back().id);
    signs.Check(node, "id", "sign", log);
  });
  reader.Each("patterns", "patterns", [&](const YamlNode& node) {
    pack.patterns.push_back(ReadPattern(node, names, sign_ids, log));
    patterns.Check(node, "id", "pattern", log);
  });
  reader.Each("prompts", "prompts", [&](const YamlNode& node) {
    pack.prompts.push_back(ReadPrompt(node, log));
    prompts.Check(node, "id", "prompt", log);
  });
  reader.Each("routines", "routines", [&](const YamlNode& node) {
    pack.routines.push_back(ReadRoutine(node, log));
    routines.Check(node, "id", "routine", log);
  });
  if (const YamlNode* safety = reader.Find("safety")) ReadSafety(*safety, names, pack, log);
}

Pack ReadPack(const YamlNode& root, const std::string& file, std::vector<Problem>& problems) {
  ProblemLog log(file, problems);
  MappingReader reader(root, "pack", log);
  Pack pack;
  pack.file = file;
  ReadHead(reader, pack);
  ReadParts(reader, pack, log);
  reader.ReportUnknownKeys();
  return pack;
}

void ThrowFirstFatal(const std::vector<Problem>& problems, const std::string& file) {
  const Problem* first = nullptr;
  int more = 0;
  for (const Problem& problem : problems) {
    if (!problem.fatal) continue;
    if (first == nullptr) {
      first = &problem;
    } else {
      ++more;
    }
  }
  if (first == nullptr) return;
  std::string rest =
      more == 0 ? "" : " (and " + std::to_string(more) + " more; `prompt lint " + file + "` lists them all)";
  throw Error(first->what + rest, first->place);
}

}  // namespace

Pack ParsePack(std::string_view yaml, const std::string& file, std::vector<Problem>& problems) {
  Pack pack;
  pack.file = file;
  std::vector<Problem> found;
  try {
    pack = ReadPack(ParseYaml(yaml, file), file, found);
  } catch (const Error& error) {
    found.push_back({error.place(), error.what(), true});
  }
  SortByPlace(found);
  problems.insert(problems.end(), found.begin(), found.end());
  return pack;
}

Pack PackFromText(std::string_view yaml, const std::string& file) {
  std::vector<Problem> problems;
  Pack pack = ParsePack(yaml, file, problems);
  ThrowFirstFatal(problems, file);
  return pack;
}

Pack PackFromTree(const YamlNode& root, const std::string& file) {
  std::vector<Problem> problems;
  Pack pack = ReadPack(root, file, problems);
  SortByPlace(problems);
  ThrowFirstFatal(problems, file);
  return pack;
}

std::string ReadPackFile(const std::string& path) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) throw Error(std::string("could not open this pack: ") + std::strerror(errno), {path});
  std::string bytes(YamlSource::kMaxBytes + 1, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  if (std::ferror(file.get())) throw Error(std::string("could not read this pack: ") + std::strerror(errno), {path});
  return bytes;
}

Pack LoadPack(const std::string& path) { return PackFromText(ReadPackFile(path), path); }

}  // namespace stumble
