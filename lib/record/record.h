// Record: one paragraph of the wire format, an ordered list of `Field: value` pairs and comment lines. It keeps what it does
// not understand: unknown fields, comments, the order, and, for a field that nobody changed, the very bytes it was read from.
// It knows nothing of therapy. The format is a subset of GNU recutils' rec; stumble-journal(5) is its authority.
#ifndef STUMBLE_RECORD_RECORD_H_
#define STUMBLE_RECORD_RECORD_H_

#include <string>
#include <string_view>
#include <vector>

#include "error.h"

namespace stumble {

// A field, or a comment line.
struct Item {
  std::string name;     // empty: a comment
  std::string value;    // lines separated by '\n'; for a comment the line itself, with its '#'
  std::string as_read;  // the source lines, without the last line end, where writing (name, value) would not give them again
  int lines_read = 0;   // how many lines of its source it stood in; 0 if it was made here

  bool IsComment() const { return name.empty(); }
  bool operator==(const Item& other) const { return name == other.name && value == other.value; }
};

class Record {
 public:
  const std::vector<Item>& items() const& { return items_; }
  std::vector<Item>& items() & { return items_; }
  void items() const&& = delete;

  // The first value of a field; nullptr if there is none.
  const std::string* Find(std::string_view name) const;
  // The first value of a field, or an empty text.
  std::string_view Get(std::string_view name) const;
  std::vector<std::string_view> All(std::string_view name) const;
  bool Has(std::string_view name) const { return Find(name) != nullptr; }
  bool HasPair(std::string_view name, std::string_view value) const;

  void Add(std::string name, std::string value) { items_.push_back({std::move(name), std::move(value), {}, 0}); }
  void Insert(size_t index, std::string name, std::string value);
  // Replaces the first value, or adds the field at the end.
  void Set(std::string_view name, std::string value);
  void Remove(std::string_view name);

  // A descriptor begins with a field whose name begins with '%'; a record without fields holds comments alone.
  bool IsDescriptor() const;
  bool HasFields() const;
  bool IsEntry() const { return HasFields() && !IsDescriptor(); }

  // The line of the file on which an item of this record stands, by the lines that those before it stood in.
  int LineOf(const Item& item) const;

  // Where it was read: file and first line.
  const Place& place() const { return place_; }
  void set_place(Place place) { place_ = std::move(place); }

 private:
  std::vector<Item> items_;
  Place place_;
};

// Whether a text is a field name: a letter or '%', then letters, digits and underscores.
bool IsFieldName(std::string_view text);

}  // namespace stumble

#endif  // STUMBLE_RECORD_RECORD_H_
