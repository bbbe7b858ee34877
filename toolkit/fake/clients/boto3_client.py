"""Calls operations with boto3, as the lines of standard input order; see README.md."""

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
        return {name: plain(member) for name, member in value.items() if name != "ResponseMetadata"}
    return [plain(element) for element in value] if isinstance(value, list) else value


def main():
    client = boto3.client("ivs")
    bodies = []
    # The parser ignores what the model lacks, so the bodies are validated too.
    client.meta.events.register("before-parse.ivs", lambda response_dict, **_: bodies.append(response_dict))
    for line in sys.stdin:
        call = json.loads(line)
        name, shape = call["operation"], client.meta.service_model.operation_model(call["operation"]).output_shape
        bodies.clear()
        try:
            result = {"output": plain(getattr(client, xform_name(name))(**call["input"]))}
            body = json.loads(bodies[-1]["body"] or b"{}")
            report = validate.ParamValidator().validate(body, shape) if shape else None
            if (report and report.has_errors()) or (not shape and body):
                result = {"failure": f"invalid body: {report.generate_report() if report else body}"}
        except exceptions.ClientError as error:
            parts = error.response
            message = parts.get("exceptionMessage") or parts["Error"]["Message"]
            status = parts["ResponseMetadata"]["HTTPStatusCode"]
            result = {"error": {"code": parts["Error"]["Code"], "message": message, "status": status}}
        except exceptions.BotoCoreError as error:
            result = {"failure": repr(error)}
        print(json.dumps(result), flush=True)


main()
