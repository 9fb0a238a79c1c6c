// Drawing: a figure in SVG that is as wide as the place it gets. Across, all is given as a share of the width, 0 to
// 1; down, in pixels of a page whose letters are 16 pixels high, and written in em: so words keep their size on a
// phone, and on paper all of it shrinks with them. What it is drawn in is left to the classes of page_style.cc.
#ifndef STUMBLE_REPORT_DRAWING_H_
#define STUMBLE_REPORT_DRAWING_H_

#include <string>
#include <string_view>

namespace stumble {

class Drawing {
 public:
  // The part of the width, 0 to 1, that shares are of.
  explicit Drawing(double left = 0, double right = 1) : left_(left), right_(right) {}

  // What is left at both sides for signs that stand at the edges.
  static constexpr double kInset = 0.02;
  // So many columns of words fit beside each other on a phone.
  static constexpr int kPhoneColumns = 42;

  void Bar(double from, double to, double y, double height, std::string_view css_class);
  void Line(double x1, double y1, double x2, double y2, std::string_view css_class);
  void Circle(double x, double y, double radius, std::string_view css_class);
  // One of the signs below.
  void Sign(std::string_view sign, double x, double y);
  // `y` is the line that letters stand on. `html` is escaped already. `anchor` is "start", "middle" or "end".
  void Text(double x, double y, std::string_view anchor, std::string_view html, std::string_view css_class = "");
  // What follows belongs together, and `html` is what a pointer that rests on it shows.
  void BeginGroup(const std::string& html);
  void EndGroup();

  // The whole element, with the words for those who don't see it; `id` is unique on the page. Both words are escaped
  // already.
  std::string Finished(std::string_view id, const std::string& title, const std::string& seen, double height) const;
  // The same for paper alone, where nobody is read to.
  std::string FinishedForPaper(double height) const;

 private:
  std::string X(double share) const;

  double left_, right_;
  std::string shapes_;
};

// The signs that drawings and their legends share, drawn once on the page: "began", "back", both also with "-small",
// "eased", "on", "stroke", "band", "with-you", "middle".
std::string SignsDefined();

// A sign beside its name, for legends: the element is hidden from those who are read to.
std::string SignInText(std::string_view sign);

}  // namespace stumble

#endif  // STUMBLE_REPORT_DRAWING_H_
