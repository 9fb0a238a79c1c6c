#!/usr/bin/python3
"""Holds reports against the JSON Schema, and checks that the schema describes each field and refuses broken reports.

    schema_test.py SCHEMA FILE...                holds these files against it
    schema_test.py SCHEMA --tool BIN JOURNAL     holds what the tool in BIN says of JOURNAL, and of an empty one, against it

Exits with 77, which CTest knows as skipped, where jsonschema is missing.
"""
import copy
import json
import os
import subprocess
import sys

try:
    import jsonschema
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)


def problems(validator, report):
    return [f"{'/'.join(map(str, error.absolute_path)) or '.'}: {error.message[:200]}"
            for error in validator.iter_errors(report)]


def resolved(schema, node):
    """The node, with what it refers to beneath what it says itself."""
    while "$ref" in node:
        target = schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def undescribed(schema, node, path, found):
    """Adds the fields that nothing describes, their types included; fields that may not be named are no fields."""
    node = resolved(schema, node)
    for name, field in node.get("properties", {}).items():
        full = resolved(schema, field)
        if not full.get("description") and not any(resolved(schema, each).get("description") for each in full.get("anyOf", [])):
            found.append(f"{path}/{name}: no description")
        undescribed(schema, field, f"{path}/{name}", found)
    if node.get("properties") is not None:
        if node.get("additionalProperties") is not False:
            found.append(f"{path}: takes fields that it doesn't know")
        if sorted(node.get("required", [])) != sorted(node["properties"]):
            found.append(f"{path}: not every field is required")
    if "items" in node:
        undescribed(schema, node["items"], f"{path}[]", found)
    for each in node.get("anyOf", []):
        undescribed(schema, each, path, found)
    return found


def objects(value):
    """Every object within a report, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from objects(inner)


def accepted_breaks(validator, report):
    """How the report can be broken without the schema minding: a field left out, one too many, another type, in an object
    of each kind."""
    accepted = []
    kinds = set()
    for at, found in enumerate(objects(report)):
        if tuple(found) in kinds:
            continue
        kinds.add(tuple(found))
        for how in ("extra", "missing", "type"):
            broken = copy.deepcopy(report)
            target = list(objects(broken))[at]
            name = next(iter(target))
            if how == "extra":
                target["more"] = 1
            elif how == "missing":
                del target[name]
            else:
                target[name] = {"of": "no known kind"}
            if not problems(validator, broken):
                accepted.append(f"accepted a report with {how} at {name}")
    return accepted


def run(tool, *options):
    report = subprocess.run([tool, "--format", "json", "--now", "2026-11-20T21:00:00-05:00", "--no-input", *options],
                            stdout=subprocess.PIPE, check=True)
    return json.loads(report.stdout)


def main():
    schema_path, *rest = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = undescribed(schema, schema, "", [])
    reports = {}
    if rest[0] == "--tool":
        tool = os.path.join(rest[1], "resilience-report")
        for journal in (rest[2], "/dev/null"):
            for span in ("week", "quarter", "year"):
                reports[f"{journal}, {span}"] = run(tool, "-f", journal, "--last", span)
    else:
        for path in rest:
            with open(path, encoding="utf-8") as file:
                reports[path] = json.load(file)
    for name, report in reports.items():
        failures += [f"{name}: {problem}" for problem in problems(validator, report)]
    smallest = min(reports.values(), key=lambda report: len(json.dumps(report)))
    failures += accepted_breaks(validator, smallest)
    print("\n".join(failures) or f"{len(reports)} reports hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
