"""Runs one scenario against ivs-fake with clients of several SDKs, whose results must be equal.

usage: run.py FAKE DIFFERENTIAL [NODE_FOLDER]

botocore, boto3 and awscli are on PYTHONPATH, @aws-sdk/client-ivs in NODE_FOLDER. DIFFERENTIAL is
the program of tests/differential, which has the clients in Rust.

Each client gets a new fake with the same seed and a clock that stands still, so ids and times are
equal too. The fake is strict: it verifies all signatures. A client is a program that reads calls
from standard input, {"operation": …, "input": …}, and writes their results to standard output, each
on a line; or the AWS CLI, which runs the commands of the scenario's first steps.

A step of scenario.json is a call or a request to the control interface. `save` stores values of the
output, which later steps name as `$value`. The result must be the `error`, or have the members of
`output`; `{}` stands for an empty output.
"""

import importlib.metadata
import json
import os
import pathlib
import re
import shlex
import string
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import dataclass

# Not awscli: it replaces the module botocore by an older one.
import botocore.session
from botocore.validate import ParamValidator

import compare

HERE = pathlib.Path(__file__).resolve().parent
KEYS = "ivs-fake"
TIMEOUT_SECONDS = 120

# What models of 41 operations lack. A client that knows one of these fails until it is removed.
LACKED_OPERATIONS = {
    "CreateFailoverSlateConfiguration",
    "DeleteFailoverSlateConfiguration",
    "GetFailoverSlateConfiguration",
    "ListFailoverSlateConfigurations",
    "UpdateFailoverSlateConfiguration",
}
LACKED_MEMBERS = {"failoverSlateConfigurationArn", "targetStartAt"}


@dataclass
class Client:
    """A client: how it is started, and what it can do."""

    name: str
    # A program that reads calls, with ENDPOINT for the URL of the fake; none for the AWS CLI.
    program: list
    # The number of operations that must succeed.
    operations: int
    lacked_operations: frozenset = frozenset()
    lacked_members: frozenset = frozenset()
    # The members of errors that it reports; None for all.
    error_members: tuple | None = None


class Fake:
    """A running ivs-fake."""

    def __init__(self, program):
        command = [program, "--seed", "1", "--manual-clock", "--strict"]
        # It prints the known keys to standard error.
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.endpoint = self.process.stdout.readline().strip()
        if not self.endpoint.startswith("http://127.0.0.1:"):
            raise SystemExit(f"{shlex.join(command)} did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def control(self, route, body):
        """Sends a request to the control interface; an error is an exception."""
        url = f"{self.endpoint}/_fake/{route}"
        request = urllib.request.Request(url, json.dumps(body).encode(), method="POST")
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).close()

    def environment(self):
        """Returns the environment of clients, without settings of the machine for AWS clients."""
        foreign = lambda name: name.upper().startswith("AWS_") or "PROXY" in name.upper()
        kept = {name: value for name, value in os.environ.items() if not foreign(name)}
        return kept | {
            "AWS_ACCESS_KEY_ID": KEYS,
            "AWS_SECRET_ACCESS_KEY": KEYS,
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
            # It is about future versions.
            "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED": "true",
        }


class Cli:
    """The AWS CLI: each call is a command."""

    def __init__(self, environment):
        self.environment = environment

    def call(self, step, saved):
        words = [fill(word, saved) for word in shlex.split(step["cli"])]
        command = [sys.executable, "-m", "awscli", "ivs", *words, "--output", "json"]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=TIMEOUT_SECONDS
        )
        if done.returncode == 0:
            return {"output": utc(json.loads(done.stdout or "{}"))}
        pattern = r"An error occurred \((\w+)\) when calling the (\w+) operation"
        error = re.search(pattern, done.stderr)
        if error and error[2] == step["operation"]:
            return {"error": {"code": error[1]}}
        return {"failure": done.stderr}

    def close(self):
        pass


class Program:
    """A program that reads calls."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.timer = threading.Timer(TIMEOUT_SECONDS, self.process.kill)
        self.timer.start()

    def call(self, step, saved):
        call = {"operation": step["operation"], "input": fill(step["input"], saved)}
        print(json.dumps(call), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise compare.Mismatch(f"the program ended at {call}")
        return json.loads(line)

    def close(self):
        self.timer.cancel()
        self.process.kill()
        self.process.communicate()


def utc(value):
    """Returns a value with the suffix `Z` in times."""
    if isinstance(value, str):
        return re.sub(r"^(\d{4}-\d\d-\d\dT[\d:.]+)\+00:00$", r"\1Z", value)
    if isinstance(value, dict):
        return {name: utc(member) for name, member in value.items()}
    return [utc(element) for element in value] if isinstance(value, list) else value


def fill(value, saved):
    """Replaces `$name` by saved values."""
    if isinstance(value, str):
        return string.Template(value).substitute(saved)
    if isinstance(value, dict):
        return {name: fill(member, saved) for name, member in value.items()}
    return [fill(element, saved) for element in value] if isinstance(value, list) else value


def find(value, path):
    """Returns the value at a path such as `streams.0.streamId`."""
    for part in path.split("."):
        value = value[int(part) if isinstance(value, list) else part]
    return value


def take(client, connection, step, saved):
    """Takes a step, and returns the result; None if the client does not know the operation."""
    if step["operation"] in client.lacked_operations:
        if connection.call(step | {"input": {}}, {}) != {"unknown": True}:
            raise compare.Mismatch("it is known by now: remove it from what clients lack")
        return None
    result = connection.call(step, saved)
    expected = {name: step[name] for name in ("output", "error") if name in step}
    if "error" in expected:
        expected = {"error": {"code": step["error"]}}
    for name, path in step.get("save", {}).items():
        try:
            saved[name] = find(result["output"], path)
        except LookupError:
            raise compare.Mismatch(f"no {path} in {json.dumps(result)}") from None
    compare.expectation(fill(expected, saved), result, client.lacked_members)
    return result


def play(client, steps, program):
    """Runs the scenario with a client, and returns the results by the index of the step."""
    results, saved = {}, {}
    with Fake(program) as fake:
        command = [fake.endpoint if word == "ENDPOINT" else word for word in client.program]
        environment = fake.environment()
        connection = Program(command, environment) if command else Cli(environment)
        try:
            for index, step in enumerate(steps):
                if "control" in step:
                    fake.control(step["control"], fill(step["body"], saved))
                    continue
                # Commands are only in the first steps: ids are equal if all steps before are.
                if not command and "cli" not in step:
                    break
                try:
                    result = take(client, connection, step, saved)
                except compare.Mismatch as mismatch:
                    problem = f"step {index}, {step['operation']}: {mismatch}"
                    raise compare.Mismatch(problem) from None
                if result is not None:
                    results[index] = result
        finally:
            connection.close()
    return results


def problems(client, steps, results, reference, service):
    """Returns the problems of a client's results; an empty list if there are none."""
    found, succeeded, validator = [], set(), ParamValidator()
    for index, result in results.items():
        operation = steps[index]["operation"]
        try:
            shape = service.operation_model(operation).output_shape
            compare.validity(validator, shape, result)
            expected = reference[index]
            compare.equality(expected, result, client.lacked_members, client.error_members)
        except compare.Mismatch as mismatch:
            found.append(f"step {index}, {operation}: {mismatch}")
        if "output" in result:
            succeeded.add(operation)
    if len(succeeded) != client.operations:
        found.append(f"{len(succeeded)} operations succeeded, expected {client.operations}")
    return found


def scenario():
    """Returns the steps."""
    return json.loads((HERE / "scenario.json").read_text())


def clients(differential, node_folder):
    """Returns the clients; the first has the results that others must have."""
    version = importlib.metadata.version
    rust = lambda name: [differential, "scenario", name, "--endpoint", "ENDPOINT"]
    found = [
        Client(f"boto3 {version('boto3')}", [sys.executable, str(HERE / "boto3_client.py")], 46),
        Client("aws-sdk-ivs", rust("official"), 46),
        Client("ivs-sdk", rust("ours"), 46),
        # It prints an empty message, because it does not read `exceptionMessage`.
        Client(
            f"awscli {version('awscli')}",
            [],
            11,
            lacked_members=LACKED_MEMBERS,
            error_members=("code",),
        ),
    ]
    if node_folder:
        program = ["node", str(HERE / "js_client.mjs"), node_folder]
        lock = json.loads((HERE / "package-lock.json").read_text())
        name = "@aws-sdk/client-ivs"
        name += " " + lock["packages"][f"node_modules/{name}"]["version"]
        found.append(Client(name, program, 41, LACKED_OPERATIONS, LACKED_MEMBERS))
    return found


def main(fake, differential, node_folder=None):
    """Runs all clients, and returns the exit code: 0 if all results are equal, otherwise 1."""
    steps = scenario()
    service = botocore.session.get_session().get_service_model("ivs")
    reference, failed = None, False
    for client in clients(differential, node_folder):
        start = time.monotonic()
        try:
            results = play(client, steps, fake)
        except compare.Mismatch as mismatch:
            print(f"{client.name}: {mismatch}")
            return 1
        reference = reference or results
        for problem in problems(client, steps, results, reference, service):
            print(f"{client.name}: {problem}")
            failed = True
        outputs = sum("output" in result for result in results.values())
        called = len({steps[index]["operation"] for index in results})
        print(
            f"{client.name}: {len(results)} calls of {called} operations, {outputs} outputs and "
            f"{len(results) - outputs} errors, in {time.monotonic() - start:.1f} s"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
