#include "report/drawing.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cmath>

namespace stumble {

namespace {

// At most three decimals, none that are 0.
std::string Short(double number) {
  double rounded = std::round(number * 1000) / 1000;
  return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

constexpr double kEm = 16;
constexpr double kEmOfWords = 13;  // as page_style.cc has it for words in drawings

std::string Down(double pixels) { return pixels == 0 ? "0" : Short(pixels / kEm) + "em"; }

std::string ClassOf(std::string_view name) { return name.empty() ? "" : fmt::format(" class=\"{}\"", name); }

}  // namespace

std::string Drawing::X(double share) const {
  return Short(100 * (left_ + (right_ - left_) * std::clamp(share, 0.0, 1.0))) + "%";
}

void Drawing::Bar(double from, double to, double y, double height, std::string_view css_class) {
  double width = 100 * (right_ - left_) * (std::clamp(to, 0.0, 1.0) - std::clamp(from, 0.0, 1.0));
  shapes_ += fmt::format("<rect{} x=\"{}\" y=\"{}\" width=\"{}%\" height=\"{}\"/>", ClassOf(css_class), X(from),
                         Down(y), Short(std::max(0.0, width)), Down(height));
}

void Drawing::Line(double x1, double y1, double x2, double y2, std::string_view css_class) {
  shapes_ += fmt::format("<line{} x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", ClassOf(css_class), X(x1), Down(y1),
                         X(x2), Down(y2));
}

void Drawing::Circle(double x, double y, double radius, std::string_view css_class) {
  shapes_ += fmt::format("<circle{} cx=\"{}\" cy=\"{}\" r=\"{}\"/>", ClassOf(css_class), X(x), Down(y), Down(radius));
}

void Drawing::Sign(std::string_view sign, double x, double y) {
  shapes_ += fmt::format("<use href=\"#sign-{}\" x=\"{}\" y=\"{}\"/>", sign, X(x), Down(y));
}

void Drawing::Text(double x, double y, std::string_view anchor, std::string_view html, std::string_view css_class) {
  std::string anchored = anchor == "start" ? "" : fmt::format(" text-anchor=\"{}\"", anchor);
  shapes_ += fmt::format("<text{} x=\"{}\" y=\"{}em\"{}>{}</text>", ClassOf(css_class), X(x), Short(y / kEmOfWords),
                         anchored, html);
}

void Drawing::BeginGroup(const std::string& html) { shapes_ += "<g><title>" + html + "</title>"; }

void Drawing::EndGroup() { shapes_ += "</g>"; }

std::string Drawing::Finished(std::string_view id, const std::string& title, const std::string& seen,
                              double height) const {
  return fmt::format(
      "<svg role=\"img\" aria-labelledby=\"{0}-name {0}-seen\" width=\"100%\" height=\"{1}\"><title "
      "id=\"{0}-name\">{2}</title>"
      "<desc id=\"{0}-seen\">{3}</desc>{4}</svg>\n",
      id, Down(height), title, seen, shapes_);
}

std::string Drawing::FinishedForPaper(double height) const {
  return fmt::format("<svg aria-hidden=\"true\" class=\"on-paper\" width=\"100%\" height=\"{}\">{}</svg>\n",
                     Down(height), shapes_);
}

std::string SignsDefined() {
  return "<svg aria-hidden=\"true\" class=\"signs\" width=\"0\" height=\"0\"><defs>"
         "<circle id=\"sign-began\" class=\"sign\" r=\"5\"/>"
         "<circle id=\"sign-eased\" class=\"sign hollow\" r=\"5\"/>"
         "<path id=\"sign-back\" class=\"sign\" d=\"M-6.5 0L0-6.5 6.5 0 0 6.5Z\"/>"
         "<circle id=\"sign-began-small\" class=\"sign small\" r=\"2.5\"/>"
         "<path id=\"sign-back-small\" class=\"sign small\" d=\"M-3.5 0L0-3.5 3.5 0 0 3.5Z\"/>"
         "<path id=\"sign-on\" class=\"sign open\" d=\"M-5-5.5L1.5 0-5 5.5\"/>"
         "<path id=\"sign-stroke\" class=\"sign stroke\" d=\"M0-6V6\"/>"
         "<rect id=\"sign-band\" class=\"band\" x=\"-7\" y=\"-5\" width=\"14\" height=\"10\"/>"
         "<g id=\"sign-with-you\"><rect class=\"with-you\" x=\"-7\" y=\"-5\" width=\"14\" height=\"11\"/>"
         "<rect class=\"edge\" x=\"-7\" y=\"-5\" width=\"14\" height=\"3\"/></g>"
         "<path id=\"sign-middle\" class=\"sign middle\" d=\"M-6.5 0L0-6.5 6.5 0 0 6.5Z\"/>"
         "</defs></svg>\n";
}

std::string SignInText(std::string_view sign) {
  return fmt::format(
      "<svg aria-hidden=\"true\" class=\"in-text\" width=\"16\" height=\"16\"><use href=\"#sign-{}\" x=\"8\" "
      "y=\"8\"/></svg>",
      sign);
}

}  // namespace stumble
