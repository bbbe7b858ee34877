"""Compares results of calls, which are {"output": …} or {"error": {code, message, status}}."""


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
        lines = []
        for index, (left, right) in enumerate(zip(expected, actual)):
            lines += differences(left, right, f"{path}[{index}]")
        return lines
    # In Python, True == 1.
    if type(expected) is type(actual) and expected == actual:
        return []
    return [f"{path}: {actual!r}, expected {expected!r}"]


def require_equal(expected, actual):
    lines = differences(expected, actual)
    if lines:
        raise Mismatch("\n".join(lines))


def selected(pattern, value):
    """Returns the part of a value that has the members of a pattern; all for an empty one."""
    if pattern and isinstance(pattern, dict) and isinstance(value, dict):
        names = pattern.keys() & value.keys()
        return {name: selected(pattern[name], value[name]) for name in names}
    if isinstance(pattern, list) and isinstance(value, list) and len(pattern) == len(value):
        return [selected(*pair) for pair in zip(pattern, value)]
    return value


def without(value, names):
    """Returns a value without the members of these names."""
    if isinstance(value, dict):
        return {name: without(member, names) for name, member in value.items() if name not in names}
    return [without(element, names) for element in value] if isinstance(value, list) else value


def expectation(expected, result, lacks=()):
    """Checks a result against the members that the scenario expects.

    `lacks` has the names of members that the client's version does not know.
    """
    require_equal(without(expected, lacks), selected(expected, result))


def equality(reference, result, lacks=(), error_members=None):
    """Checks that a client's result equals that of the reference.

    `error_members` has the members of errors that the client reports, by default all.
    """
    if without(result, lacks) != result:
        raise Mismatch(f"one of {sorted(lacks)} is known by now: remove it from what clients lack")
    expected = without(reference, lacks)
    if error_members and "error" in expected:
        expected = {"error": {name: expected["error"][name] for name in error_members}}
    require_equal(expected, result)


def validity(validator, shape, result):
    """Checks an output with botocore's validator; `shape` is None if the operation has none."""
    if "output" not in result:
        return
    if shape is None:
        require_equal({"output": {}}, result)
        return
    report = validator.validate(result["output"], shape)
    if report.has_errors():
        raise Mismatch(f"botocore: {report.generate_report()}")
