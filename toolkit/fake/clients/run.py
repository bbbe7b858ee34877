"""Runs one scenario against ivs-fake with clients of several SDKs, whose results must be equal.

usage: run.py FAKE DIFFERENTIAL NODE_FOLDER|- ; botocore, boto3 and awscli are on PYTHONPATH.

Each client gets a new fake with the same seed and a clock that stands still, so that ids and times
are equal too. The fake knows one pair of keys, so it verifies each client's signatures.
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
import time
import urllib.request
from dataclasses import dataclass

import boto3 # awscli would replace botocore by its own.
import botocore.session
from botocore.validate import ParamValidator

import compare

HERE = pathlib.Path(__file__).parent
KEYS = "ivs-fake"

# What the models of 41 operations lack; a client that knows one of these fails until it is removed.
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
    # The operations that it must call, or the minimum of commands for the AWS CLI.
    count: int
    # A program that calls what lines of standard input order; None for the AWS CLI.
    program: list | None = None
    lacks_operations: frozenset = frozenset()
    lacks_members: frozenset = frozenset()
    # The members of errors that it reports; None for all.
    error_members: tuple | None = None


class Fake:
    """A running ivs-fake."""

    def __init__(self, program):
        arguments = [program, "--seed", "1", "--manual-clock", "--strict"]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.endpoint = self.process.stdout.readline().strip()
        if not self.endpoint.startswith("http://127.0.0.1:"):
            raise SystemExit(f"{program} did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def control(self, route, body):
        """Sends a request to the control interface."""
        request = urllib.request.Request(f"{self.endpoint}/_fake/{route}", json.dumps(body).encode(), method="POST")
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as response:
            return json.load(response)

    def environment(self):
        """Returns the settings of clients, apart from those of the machine."""
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("AWS_") and "PROXY" not in name.upper()}
        return kept | {
            "AWS_ACCESS_KEY_ID": KEYS,
            "AWS_SECRET_ACCESS_KEY": KEYS,
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
        }


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


def type_command(step, saved, environment):
    """Runs a command of the AWS CLI, and returns the result of the call."""
    words = [fill(word, saved) for word in shlex.split(step["cli"])]
    command = [sys.executable, "-m", "awscli", "ivs", *words, "--output", "json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    if done.returncode == 0:
        output = json.loads(done.stdout or "{}")
        return {"output": json.loads(re.sub(r'(T\d\d:\d\d:\d\d(\.\d+)?)\+00:00"', r'\1Z"', json.dumps(output)))}
    error = re.search(r"An error occurred \((\w+)\) when calling the (\w+) operation", done.stderr)
    if error and error[2] == step["operation"]:
        return {"error": {"code": error[1]}}
    return {"failure": done.stderr}


def order_call(step, saved, process):
    """Lets a program make a call, and returns the result."""
    print(json.dumps({"operation": step["operation"], "input": fill(step["input"], saved)}), file=process.stdin, flush=True)
    line = process.stdout.readline()
    if not line:
        raise compare.Mismatch("the program ended")
    return json.loads(line)


def expected(client, step, saved):
    """Returns what the step of the scenario expects of a client."""
    parts = {name: step[name] for name in ("output", "error") if name in step}
    return compare.without(fill(parts, saved), client.lacks_members)


def play(client, steps, fake_program):
    """Runs the scenario with a client, and returns the results by the index of the step."""
    results, saved = {}, {}
    with Fake(fake_program) as fake:
        environment = fake.environment()
        process = None
        if client.program:
            command = [word.replace("ENDPOINT", fake.endpoint) for word in client.program]
            process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            for index, step in enumerate(steps):
                if "control" in step:
                    fake.control(step["control"], fill(step["body"], saved))
                    continue
                if not process and "cli" not in step:
                    # The commands are the first steps, so that ids stay equal.
                    break
                result = order_call(step, saved, process) if process else type_command(step, saved, environment)
                if step["operation"] in client.lacks_operations:
                    if result != {"unknown": True}:
                        raise compare.Mismatch(f"{step['operation']} is known by now: remove it from what the client lacks")
                    continue
                try:
                    for name, path in step.get("save", {}).items():
                        saved[name] = find(result["output"], path)
                    compare.expectation(expected(client, step, saved), result)
                except (compare.Mismatch, LookupError) as problem:
                    raise compare.Mismatch(f"step {index}, {step['operation']}: {problem!r}, got {json.dumps(result)}") from None
                results[index] = result
        finally:
            if process:
                process.stdin.close()
                process.wait()
    return results


def check(client, steps, results, reference, service):
    """Returns the problems of a client's results; an empty list if there are none."""
    problems = []
    validate = ParamValidator().validate
    for index, result in results.items():
        operation = steps[index]["operation"]
        try:
            compare.validation(validate, service.operation_model(operation).output_shape, result)
            compare.comparison(reference[index], result, client.lacks_members, client.error_members)
        except compare.Mismatch as problem:
            problems.append(f"{client.name}: step {index}, {operation}: {problem}")
    called = {steps[index]["operation"] for index, result in results.items() if "output" in result}
    count = len(called) if client.program else len(results)
    if count < client.count or (client.program and count != client.count):
        problems.append(f"{client.name}: {count} counted, {client.count} expected")
    return problems


def clients(differential, node_folder):
    """Returns all clients; the first is the one to which others are compared."""
    rust = lambda name: [differential, "scenario", name, "--endpoint", "ENDPOINT"]
    found = [
        Client(f"boto3 {boto3.__version__}", 46, [sys.executable, str(HERE / "boto3_client.py")]),
        Client("aws-sdk-ivs", 46, rust("official")),
        Client("ivs-sdk", 46, rust("ours")),
        # The text of its errors lacks the message of the service, which is in `exceptionMessage`.
        Client(f"awscli {importlib.metadata.version('awscli')}", 10, lacks_members=LACKED_MEMBERS, error_members=("code",)),
    ]
    if node_folder != "-":
        js = ["node", str(HERE / "js_client.mjs"), node_folder]
        lock = json.loads((HERE / "package-lock.json").read_text())
        version = lock["packages"]["node_modules/@aws-sdk/client-ivs"]["version"]
        found.insert(1, Client(f"@aws-sdk/client-ivs {version}", 41, js, LACKED_OPERATIONS, LACKED_MEMBERS))
    return found


def main():
    fake, differential, node_folder = sys.argv[1:]
    steps = json.loads((HERE / "scenario.json").read_text())
    service = botocore.session.get_session().get_service_model("ivs")
    reference, problems = None, []
    for client in clients(differential, node_folder):
        start = time.monotonic()
        try:
            results = play(client, steps, fake)
        except compare.Mismatch as problem:
            problems.append(f"{client.name}: {problem}")
            if reference is None:
                break
            continue
        reference = reference or results
        problems += check(client, steps, results, reference, service)
        outputs = sum("output" in result for result in results.values())
        operations = len({steps[index]["operation"] for index in results})
        print(
            f"{client.name}: {len(results)} calls of {operations} operations:"
            f" {outputs} outputs, {len(results) - outputs} errors, {time.monotonic() - start:.1f} s"
        )
    print(*problems, sep="\n")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
