// Reads the questions and reframes of a pattern: plain texts, or mappings that say of which strategy a text is and
// when it fits.
#ifndef STUMBLE_PACK_OFFER_READER_H_
#define STUMBLE_PACK_OFFER_READER_H_

#include <string>
#include <vector>

#include "pack/mapping_reader.h"
#include "pack/pack.h"
#include "pack/problem.h"

namespace stumble {

// What may stand in braces in a question or a reframe; reframing/slots.h fills them.
const std::vector<std::string>& SlotNames();
const std::vector<std::string>& StrategyNames();

// Of the words of `when:`, those of which one is enough.
bool IsAreaOfLife(const std::string& when);

// The slots in a text, each once, in order.
std::vector<std::string> SlotsIn(std::string_view text);

// The entries of `key`; `where` is "a question" or "a reframe".
std::vector<Offer> ReadOffers(MappingReader& reader, const std::string& key, const std::string& where,
                              ProblemLog& log);

}  // namespace stumble

#endif  // STUMBLE_PACK_OFFER_READER_H_
