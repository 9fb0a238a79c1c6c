#!/usr/bin/python3
"""Holds packs against the JSON Schema, and checks that the schema refuses broken ones.

    schema_test.py SCHEMA PACK...

Exits with 77, which CTest knows as skipped, where PyYAML or jsonschema is missing.
"""
import json
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)


class PlainLoader(yaml.SafeLoader):
    """Reads days and words such as `no` as texts, as packs and YAML 1.2 do; only numbers are numbers."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":float", ":null"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

HEAD = "pack: mine\nversion: 1\ntitle: Mine\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\n"

GOOD = {
    "a head alone": "",
    "words": "words: {absolute: [always, no], me_is: [I am]}\n",
    "a pattern":
        "patterns: [{id: a, plain: b, cues: [{phrases: ['{c} …'], weight: -1.5}], questions: ['{cue}?']}]\n",
    "an offer with its strategy":
        "patterns: [{id: a, plain: b, cues: [{phrases: [c]}], reframes: [{text: '{a-label}', strategy: friend, when: [me]}]}]",
    "a prompt": "prompts: [{id: a-1, theme: a, text: 'What of {trigger}?', when: [open, thought]}]\n",
    "a routine":
        "routines: [{id: a, title: b, steps: [{id: c, ask: d, field: Belief, kind: rating}, {id: e, say: f}]}]",
    "a region":
        "safety: {regions: [{code: NZ, country: New Zealand, emergency: 111, source: a, checked: 2026-11-23}]}",
}

BROKEN = {
    "an unknown key": "pattern: []\n",
    "a name with capitals": "words: {Absolute: [always]}\n",
    "a stray brace in a word": "words: {absolute: ['{other']}\n",
    "a mapping for a list": "patterns: {id: a}\n",
    "a pattern without cues": "patterns: [{id: a, plain: b, cues: []}]\n",
    "a cue with both": "patterns: [{id: a, plain: b, cues: [{phrases: [c], regex: d}]}]\n",
    "a cue with neither": "patterns: [{id: a, plain: b, cues: [{weight: 1}]}]\n",
    "a cue without phrases": "patterns: [{id: a, plain: b, cues: [{phrases: []}]}]\n",
    "a weight beyond ten": "patterns: [{id: a, plain: b, cues: [{phrases: [c], weight: 11}]}]\n",
    "a weight in words": "patterns: [{id: a, plain: b, cues: [{phrases: [c], weight: heavy}]}]\n",
    "a stray brace": "patterns: [{id: a, plain: b, cues: [{phrases: ['c {']}]}]\n",
    "a trigger in a question": "patterns: [{id: a, plain: b, cues: [{phrases: [c]}], questions: ['{trigger}']}]\n",
    "an unknown strategy":
        "patterns: [{id: a, plain: b, cues: [{phrases: [c]}], reframes: [{text: d, strategy: cheer}]}]\n",
    "an offer without a text":
        "patterns: [{id: a, plain: b, cues: [{phrases: [c]}], reframes: [{strategy: friend}]}]\n",
    "a cue in a prompt": "prompts: [{id: a, theme: b, text: '{cue}'}]\n",
    "a theme named like a subcommand": "prompts: [{id: a, theme: list, text: b}]\n",
    "an unknown condition": "prompts: [{id: a, theme: b, text: c, when: [monday]}]\n",
    "a step with both": "routines: [{id: a, title: b, steps: [{id: c, say: d, ask: e}]}]\n",
    "a step with neither": "routines: [{id: a, title: b, steps: [{id: c}]}]\n",
    "an unknown field": "routines: [{id: a, title: b, steps: [{id: c, ask: d, field: Mood}]}]\n",
    "a rating without a field": "routines: [{id: a, title: b, steps: [{id: c, ask: d, kind: rating}]}]\n",
    "a number field without rating": "routines: [{id: a, title: b, steps: [{id: c, ask: d, field: Intensity}]}]\n",
    "an unknown kind of rule": "safety: {rules: [{id: a, kind: worry, cues: [{phrases: [b]}]}]}\n",
    "a small country code":
        "safety: {regions: [{code: nz, country: a, emergency: 1, source: b, checked: 2026-11-23}]}",
    "another order of days":
        "safety: {regions: [{code: NZ, country: a, emergency: 1, source: b, checked: 23.11.2026}]}",
    "a line that cannot be reached": "safety: {directory: {name: a, for: crisis, source: b, checked: 2026-11-23}}\n",
}


def problems(validator, text):
    return [f"{'/'.join(map(str, error.absolute_path)) or '.'}: {error.message}"
            for error in validator.iter_errors(yaml.load(text, PlainLoader))]


def main():
    schema_path, *packs = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failures = []
    for path in packs:
        with open(path, encoding="utf-8") as file:
            failures += [f"{path}: {problem}" for problem in problems(validator, file.read())]
    for name, text in GOOD.items():
        failures += [f"refused {name}: {problem}" for problem in problems(validator, HEAD + text)]
    for name, text in BROKEN.items():
        if not problems(validator, HEAD + text):
            failures.append(f"accepted {name}")
    if not problems(validator, HEAD.replace("[me]", "[]")):
        failures.append("accepted a pack without a source")
    for line in HEAD.splitlines():
        if not problems(validator, HEAD.replace(line + "\n", "")):
            failures.append(f"accepted a pack without `{line}`")
    print("\n".join(failures) or f"{len(packs)} packs hold, {len(BROKEN)} broken ones are refused")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
