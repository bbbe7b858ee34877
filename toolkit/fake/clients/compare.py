"""Compares results of calls. A result is {"output": …} or {"error": {code, message, status}}."""


class Mismatch(Exception):
    """A result that is not the expected one."""


def differences(expected, actual, path="result"):
    """Returns the differences between two results, each as a line of text."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        lines = []
        for name in sorted(expected.keys() | actual.keys()):
            if name not in actual:
                lines.append(f"{path}.{name}: missing, expected {expected[name]!r}")
            elif name not in expected:
                lines.append(f"{path}.{name}: unexpected {actual[name]!r}")
            else:
                lines += differences(expected[name], actual[name], f"{path}.{name}")
        return lines
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        pairs = enumerate(zip(expected, actual))
        return [line for i, (left, right) in pairs for line in differences(left, right, f"{path}[{i}]")]
    # In Python, True == 1.
    if type(expected) is type(actual) and expected == actual:
        return []
    return [f"{path}: {actual!r}, expected {expected!r}"]


def selected(pattern, value):
    """Returns the part of a value that has the members of a pattern."""
    if isinstance(pattern, dict) and isinstance(value, dict):
        # An empty pattern selects all, so that it matches only an empty structure.
        names = pattern.keys() & value.keys() if pattern else value.keys()
        return {name: selected(pattern.get(name), value[name]) for name in names}
    if isinstance(pattern, list) and isinstance(value, list) and len(pattern) == len(value):
        return [selected(*pair) for pair in zip(pattern, value)]
    return value


def expectation(step, result):
    """Checks a result against what the step of the scenario expects."""
    if "error" in step:
        lines = differences({"error": {"code": step["error"]}}, selected({"error": {"code": None}}, result))
    else:
        expected = {"output": step["output"]}
        lines = differences(expected, selected(expected, result))
    if lines:
        raise Mismatch("\n".join(lines))


def without(value, names):
    """Returns a value without the members of these names."""
    if isinstance(value, dict):
        return {name: without(member, names) for name, member in value.items() if name not in names}
    return [without(element, names) for element in value] if isinstance(value, list) else value


def has_member(value, names):
    """Returns the name of a member that a value has, of these names."""
    return without(value, names) != value


def comparison(reference, result, lacks=(), error_members=None):
    """Checks that a client's result equals that of the reference.

    `lacks` has the members that the client's version does not know, and `error_members` the members
    of errors that it reports, by default all.
    """
    if has_member(result, lacks):
        raise Mismatch(f"one of {sorted(lacks)} is known by now: remove it from what the client lacks")
    expected = without(reference, lacks)
    if error_members and "error" in expected:
        expected = {"error": {name: expected["error"][name] for name in error_members}}
    lines = differences(expected, result)
    if lines:
        raise Mismatch("\n".join(lines))


def validation(validate, shape, result):
    """Checks an output with botocore's validator; `shape` is None if the operation has none."""
    if "output" not in result:
        return
    if shape is None:
        if result["output"]:
            raise Mismatch(f"the operation has no output, got {result['output']!r}")
        return
    report = validate(result["output"], shape)
    if report.has_errors():
        raise Mismatch(f"botocore: {report.generate_report()}")
