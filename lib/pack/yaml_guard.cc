#include "pack/yaml_guard.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "pack/wording.h"
#include "pack/yaml_complaint.h"
#include "pack/yaml_source.h"

namespace stumble {

namespace {

using Kind = YamlNode::Kind;

std::size_t Offset(const YAML::Mark& mark) { return static_cast<std::size_t>(mark.pos); }

// Builds the tree from the parser's events, and refuses as early as the event tells.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(YamlSource& source) : source_(source) {}

  const std::optional<YamlNode>& root() const { return root_; }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { Refuse(mark, kNoAliases); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { Refuse(mark, kNoAliases); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    Open(mark, anchor, Kind::kSequence);
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    Open(mark, anchor, Kind::kMapping);
  }
  void OnMapEnd() override { Close(); }

 private:
  struct Level {
    YamlNode node;
    std::map<std::string, int> lines_of_keys;
  };

  [[noreturn]] void Refuse(const YAML::Mark& mark, const std::string& what) {
    throw Error(what, source_.PlaceAt(Offset(mark)));
  }
  bool ExpectsKey() const {
    return !levels_.empty() && levels_.back().node.kind == Kind::kMapping &&
           levels_.back().node.keys.size() == levels_.back().node.children.size();
  }
  YamlNode MakeNode(Kind kind, const YAML::Mark& mark, const Place& place);
  Place PlaceOfNothing(const YAML::Mark& mark);
  void RefuseExtras(const YAML::Mark& mark, YAML::anchor_t anchor);
  void RefuseTwice(const YAML::Mark& mark, const YamlNode& key);
  void CheckScalar(const YAML::Mark& mark, const std::string& value);
  void Open(const YAML::Mark& mark, YAML::anchor_t anchor, Kind kind);
  void Close();
  void Add(YamlNode node);

  YamlSource& source_;
  std::vector<Level> levels_;
  std::optional<YamlNode> root_;
  int nodes_ = 0;
  bool in_document_ = false;
};

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (in_document_) {
    bool marked = source_.At(Offset(mark)) == '-' && source_.At(Offset(mark) + 1) == '-';
    Refuse(mark, marked ? "a second document begins here; expected one pack in a file"
                        : "the pack ended before this line; expected nothing more (is the indentation right?)");
  }
  in_document_ = true;
}

YamlNode TreeBuilder::MakeNode(Kind kind, const YAML::Mark& mark, const Place& place) {
  if (++nodes_ > kMaxYamlNodes)
    Refuse(mark,
           "the pack has too many parts; expected at most " + std::to_string(kMaxYamlNodes) + " texts and lists");
  YamlNode node;
  node.kind = kind;
  node.line = place.line;
  node.column = place.column;
  return node;
}

// Quoted texts come with the tag `!` too, so the character itself has to tell.
void TreeBuilder::RefuseExtras(const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (anchor != 0) Refuse(mark, kNoAliases);
  if (source_.At(Offset(mark)) == '!')
    Refuse(mark, "a tag (`!`) stands here; a pack needs none: expected a text, in quotes if it begins with `!`");
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  RefuseExtras(mark, anchor);
  CheckScalar(mark, value);
  YamlNode node = MakeNode(Kind::kScalar, mark, source_.PlaceAt(Offset(mark)));
  node.quoted = tag == "!";
  node.text = value;
  if (!ExpectsKey()) return Add(std::move(node));
  RefuseTwice(mark, node);
  levels_.back().node.keys.push_back(std::move(node));
}

void TreeBuilder::CheckScalar(const YAML::Mark& mark, const std::string& value) {
  std::size_t offset = Offset(mark);
  char first = source_.At(offset);
  if ((first == '"' || first == '\'') && source_.ClosingQuote(offset) == std::string::npos)
    Refuse(mark, std::string("the quote that opens here never closes; expected another ") + first);
  // "\x1b" and the like bring back what the bytes may not hold.
  for (std::size_t at = 0; at < value.size(); ++at)
    if (IsControl(value, at)) Refuse(mark, "this text has an escaped control character; expected plain text");
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (anchor != 0) Refuse(mark, kNoAliases);
  if (ExpectsKey()) Refuse(mark, "expected a name before the colon, got nothing (`null` and `~` count as nothing)");
  Add(MakeNode(Kind::kScalar, mark, PlaceOfNothing(mark)));
}

// The mark of a missing value is that of whatever comes next, so its place is that of the key or hyphen before it.
Place TreeBuilder::PlaceOfNothing(const YAML::Mark& mark) {
  bool in_mapping = !levels_.empty() && levels_.back().node.kind == Kind::kMapping;
  if (in_mapping) return {"", levels_.back().node.keys.back().line, levels_.back().node.keys.back().column};
  char found = source_.At(Offset(mark));
  bool written = found == '~' || found == 'n' || found == 'N' || found == ',';
  return source_.PlaceAt(written ? Offset(mark) : source_.LastMarkBefore(Offset(mark)));
}

void TreeBuilder::Open(const YAML::Mark& mark, YAML::anchor_t anchor, Kind kind) {
  RefuseExtras(mark, anchor);
  if (ExpectsKey()) Refuse(mark, "a list or mapping cannot be a name; expected a text before the colon");
  if (levels_.size() >= kMaxYamlDepth)
    Refuse(mark, "lists are nested too deep here; expected at most " + std::to_string(kMaxYamlDepth) + " levels");
  levels_.push_back({MakeNode(kind, mark, source_.PlaceAt(Offset(mark))), {}});
}

void TreeBuilder::Close() {
  YamlNode node = std::move(levels_.back().node);
  levels_.pop_back();
  Add(std::move(node));
}

void TreeBuilder::Add(YamlNode node) {
  if (levels_.empty()) {
    root_ = std::move(node);
  } else {
    levels_.back().node.children.push_back(std::move(node));
  }
}

void TreeBuilder::RefuseTwice(const YAML::Mark& mark, const YamlNode& key) {
  auto [first, is_new] = levels_.back().lines_of_keys.emplace(key.text, key.line);
  if (is_new) return;
  Refuse(mark, Quoted(key.text) + " stands twice in this mapping, first on line " + std::to_string(first->second) +
                   "; expected each name once");
}

void ReadDocuments(YamlSource& source, TreeBuilder& builder) {
  std::istringstream in(source.text());
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& exception) {
    throw ComplaintOf(exception, source);
  }
}

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].text == key) return &children[i];
  return nullptr;
}

YamlNode ParseYaml(std::string_view bytes, const std::string& file) {
  YamlSource source(bytes, file);
  TreeBuilder builder(source);
  ReadDocuments(source, builder);
  if (!builder.root() || builder.root()->IsNothing())
    throw Error("the file is empty; expected a pack, which begins with `pack: NAME`", {file, 1, 1});
  const YamlNode& root = *builder.root();
  if (root.kind != Kind::kMapping) {
    std::string got = root.kind == Kind::kSequence ? "a list" : "a text";
    throw Error("expected a pack, which begins with `pack: NAME`, got " + got, {file, root.line, root.column});
  }
  return root;
}

}  // namespace stumble
