"""A second opinion on specs and on their schema, by Python's jsonschema.

    python3 Tests/SpecSchema/validate.py Experiments/schema.json SPEC...

The schema must be one of draft 2020-12, accept the specs, and judge cases.json as the decoder does.
Prints a line for each thing that is not so, and ends with status 1 if there was any.
"""

import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("validate.py: needs jsonschema 4.0 or newer: `make setup` installs Debian's, "
             "elsewhere `pip install jsonschema`")


def main(schema_path, *spec_paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    complaints = []

    def first_error(spec):
        return next(validator.iter_errors(spec), None)

    for path in spec_paths:
        with open(path, encoding="utf-8") as file:
            error = first_error(json.load(file))
        if error:
            complaints.append(f"{path}: {error.json_path}: {error.message[:200]}")

    cases_path = pathlib.Path(__file__).with_name("cases.json")
    cases = json.loads(cases_path.read_text(encoding="utf-8"))
    for kind in ("right", "wrong"):
        for case in cases[kind]:
            spec = {**cases["base"], **case["with"]}
            spec.pop(case.get("without"), None)
            error = first_error(spec)
            if (error is None) != (kind == "right"):
                verdict = error.message[:200] if error else "is accepted"
                complaints.append(f"{cases_path.name}, {kind}: {case['why']}: {verdict}")

    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
