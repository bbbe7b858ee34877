"""Calls operations with boto3, as the lines of standard input order; see run.py."""

import datetime
import json
import sys

import boto3
from botocore import exceptions, validate, xform_name


def plain(value):
    """Returns a parsed value as JSON has it."""
    if isinstance(value, datetime.datetime):
        value = value.astimezone(datetime.timezone.utc)
        fraction = f".{value.microsecond:06}".rstrip("0").rstrip(".")
        return value.strftime("%Y-%m-%dT%H:%M:%S") + fraction + "Z"
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
    return [plain(element) for element in value] if isinstance(value, list) else value


def invalid(body, shape):
    """Returns the reasons why a body does not have the form of a shape; an empty string if none."""
    body = json.loads(body or b"{}")
    if shape is None:
        return f"unexpected {body}" if body else ""
    return validate.ParamValidator().validate(body, shape).generate_report()


def call(client, bodies, name, arguments):
    """Calls an operation, and returns the result."""
    service = client.meta.service_model
    try:
        output = getattr(client, xform_name(name))(**arguments)
        del output["ResponseMetadata"]
        result, shape = {"output": plain(output)}, service.operation_model(name).output_shape
    except exceptions.ClientError as error:
        parts = error.response
        code = parts["Error"]["Code"]
        message = parts.get("exceptionMessage") or parts["Error"]["Message"]
        status = parts["ResponseMetadata"]["HTTPStatusCode"]
        result = {"error": {"code": code, "message": message, "status": status}}
        shape = service.shape_for_error_code(code)
        if shape is None:
            return {"failure": f"the model has no error {code}"}
    except exceptions.BotoCoreError as error:
        return {"failure": repr(error)}
    reasons = invalid(bodies[-1], shape)
    return {"failure": f"botocore: the body is invalid: {reasons}"} if reasons else result


def main():
    client = boto3.client("ivs")
    bodies = []
    # The parser ignores what the model lacks, so the bodies are validated too.
    keep = lambda response_dict, **_: bodies.append(response_dict["body"])
    client.meta.events.register("before-parse.ivs", keep)
    for line in sys.stdin:
        ordered = json.loads(line)
        result = call(client, bodies, ordered["operation"], ordered["input"])
        print(json.dumps(result), flush=True)


main()
