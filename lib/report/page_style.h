// PageStyle: how the page looks: quiet paper, words first, in light and in dark, on a phone and on two printed pages.
// Blue, amber and gray keep apart for those who see fewer colors, shapes differ too, and no color means that
// something is good or bad.
#ifndef STUMBLE_REPORT_PAGE_STYLE_H_
#define STUMBLE_REPORT_PAGE_STYLE_H_

#include <string_view>

namespace stumble {

// What stands in the page's one <style>. It is the same for every page, asks for nothing, and is all that the page's
// policy lets in.
std::string_view PageStyle();

}  // namespace stumble

#endif  // STUMBLE_REPORT_PAGE_STYLE_H_
