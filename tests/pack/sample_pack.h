// A small pack with every part and every key, for the tests of this room.
#ifndef STUMBLE_TESTS_PACK_SAMPLE_PACK_H_
#define STUMBLE_TESTS_PACK_SAMPLE_PACK_H_

namespace stumble {

inline constexpr const char* kSamplePack = R"yaml(pack: sample
version: 2
title: A sample
language: en
license: CC0-1.0
author: somebody
reviewed: nobody yet
sources:
  - "A book, 1976"
words:
  absolute: [always, never, "every time"]
  me_is: ["I'm"]
patterns:
  - id: all-or-nothing
    plain: seeing it as all or nothing
    term: all-or-nothing thinking
    about: Things are rarely all one or all the other.
    threshold: 2
    cues:
      - phrases: ["total failure", "{absolute} … ruin"]
        but_not: ["not a total failure"]
        weight: 1.5
        examples: ["I am a total failure at this"]
        counterexamples: ["It was a total surprise"]
      - regex: '\beither\b[^.]{0,40}\bor nothing\b'
    examples: ["I always ruin it, I am a total failure"]
    counterexamples: ["I was late"]
    questions: ["What would lie between, when you say “{cue}”?"]
    reframes: ["Part of this went badly, and part of it did not."]
prompts:
  - id: beliefs-01
    theme: beliefs
    text: What did {trigger} seem to say about you?
    when: [thought, trigger]
routines:
  - id: thought-record
    title: Thought record
    for: weighing one thought
    not_when: the day is too hard for it
    needs: therapist
    minutes: 10
    stop_text: You can stop here.
    steps:
      - {id: opening, say: "Take your time."}
      - {id: situation, ask: "What happened?", field: Setback, help: "One sentence will do."}
      - {id: intensity, ask: "How strong?", field: Intensity, kind: rating, low: "hardly", high: "very"}
      - {id: why, ask: "Why?", field: Why, repeat: 5}
safety:
  rules:
    - id: wish-to-die
      kind: crisis
      threshold: 1
      cues: [{phrases: ["want to die"], weight: +1}]
      examples: ["I want to die"]
      counterexamples: ["My plants want to dye the sink"]
  regions:
    - code: NZ
      country: New Zealand
      emergency: "111"
      source: https://example.org/nz
      checked: "2026-11-23"
      lines:
        - name: A line
          for: crisis
          call: "1737"
          text: "1737"
          chat: https://example.org/chat
          hours: 24/7
          source: https://example.org/line
          checked: "2026-11-23"
  directory: {name: Everywhere, for: crisis, chat: "https://example.org", source: "https://example.org/about",
    checked: "2026-11-23"}
)yaml";

}  // namespace stumble

#endif  // STUMBLE_TESTS_PACK_SAMPLE_PACK_H_
