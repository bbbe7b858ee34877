"""Tests that a client whose results differ fails the run."""

import contextlib
import copy
import io
import unittest
from unittest import mock

import botocore.session
from botocore.validate import ParamValidator

import compare
import run

CHANNEL = {"output": {"channel": {"arn": "arn:1", "authorized": False, "tags": {"a": "b"}}}}
CONFLICT = {"error": {"code": "ConflictException", "message": "It is live.", "status": 409}}


class Compare(unittest.TestCase):
    def test_any_other_value_is_a_difference(self):
        others = [
            {"output": {}},
            {"output": {"channel": {"arn": "arn:1", "authorized": False}}},
            {"output": {"channel": {"arn": "arn:1", "authorized": 0, "tags": {"a": "b"}}}},
            {"output": {"channel": {"arn": "arn:1", "authorized": False, "tags": {"a": "c"}}}},
            {"output": CHANNEL["output"] | {"more": None}},
            CONFLICT,
            {"failure": "no route"},
            {"unknown": True},
        ]
        compare.equality(CHANNEL, copy.deepcopy(CHANNEL))
        for other in others:
            with self.subTest(other), self.assertRaises(compare.Mismatch):
                compare.equality(CHANNEL, other)

    def test_lists_differ_in_length_and_order(self):
        for other in [[], ["a"], ["b", "a"], ["a", "b", "b"]]:
            with self.subTest(other), self.assertRaises(compare.Mismatch):
                compare.equality({"output": ["a", "b"]}, {"output": other})

    def test_errors_have_the_same_code_message_and_status(self):
        for name in CONFLICT["error"]:
            other = {"error": CONFLICT["error"] | {name: "other"}}
            with self.subTest(name), self.assertRaises(compare.Mismatch):
                compare.equality(CONFLICT, other)
        compare.equality(CONFLICT, {"error": {"code": "ConflictException"}}, (), ("code",))
        with self.assertRaises(compare.Mismatch):
            compare.equality(CONFLICT, {"error": {"code": "Other"}}, (), ("code",))

    def test_lacked_members_must_be_absent(self):
        lacking = {"output": {"channel": {"arn": "arn:1", "authorized": False}}}
        compare.equality(CHANNEL, lacking, {"tags"})
        with self.assertRaisesRegex(compare.Mismatch, "known by now"):
            compare.equality(CHANNEL, CHANNEL, {"tags"})

    def test_results_have_the_expected_members(self):
        compare.expectation({"output": {"channel": {"arn": "arn:1"}}}, CHANNEL)
        compare.expectation({"error": {"code": "ConflictException"}}, CONFLICT)
        compare.expectation({"output": {}}, {"output": {}})
        for expected, result in [
            ({"output": {"channel": {"arn": "arn:2"}}}, CHANNEL),
            ({"output": {"channel": {"none": 1}}}, CHANNEL),
            ({"output": {}}, CHANNEL),
            ({"output": {}}, CONFLICT),
            ({"error": {"code": "Other"}}, CONFLICT),
            ({"error": {"code": "ConflictException"}}, CHANNEL),
        ]:
            with self.subTest(expected), self.assertRaises(compare.Mismatch):
                compare.expectation(expected, result)

    def test_outputs_have_the_form_of_the_model(self):
        service = botocore.session.get_session().get_service_model("ivs")
        shape = service.operation_model("GetStream").output_shape
        validator = ParamValidator()
        stream = {"startTime": "2026-01-01T00:00:00Z", "viewerCount": 1}
        compare.validity(validator, shape, {"output": {"stream": stream}})
        for other in [{"viewerCount": "1"}, {"startTime": []}, {"other": 1}]:
            with self.subTest(other), self.assertRaisesRegex(compare.Mismatch, "botocore"):
                compare.validity(validator, shape, {"output": {"stream": stream | other}})
        with self.assertRaises(compare.Mismatch):
            compare.validity(validator, None, {"output": {"any": 1}})


class Run(unittest.TestCase):
    """Tests of runs whose second client is given results."""

    def run_with(self, change):
        """Returns the exit code and the text if the second client's results are changed."""
        steps = [
            {"operation": "GetChannel", "input": {}, "output": {}},
            {"operation": "DeleteChannel", "input": {}, "error": "ConflictException"},
        ]
        results = {0: copy.deepcopy(CHANNEL), 1: copy.deepcopy(CONFLICT)}
        changed = copy.deepcopy(results)
        change(changed)
        names = [run.Client(name, [], 1) for name in ("first", "second")]
        text = io.StringIO()
        with (
            mock.patch("run.clients", return_value=names),
            mock.patch("run.play", side_effect=[results, changed]),
            mock.patch("run.scenario", return_value=steps),
            contextlib.redirect_stdout(text),
        ):
            return run.main("fake", "differential"), text.getvalue()

    def test_equal_results_pass(self):
        code, text = self.run_with(lambda results: None)
        self.assertEqual(code, 0, text)

    def test_another_output_fails(self):
        change = lambda results: results[0]["output"]["channel"].update(arn="arn:2")
        code, text = self.run_with(change)
        self.assertEqual(code, 1)
        self.assertIn("second: step 0, GetChannel: result.output.channel.arn: 'arn:2'", text)

    def test_another_error_fails(self):
        change = lambda results: results[1]["error"].update(status=400)
        code, text = self.run_with(change)
        self.assertEqual(code, 1)
        self.assertIn("second: step 1, DeleteChannel: result.error.status: 400", text)

    def test_an_operation_that_was_not_called_fails(self):
        code, text = self.run_with(lambda results: results.pop(0))
        self.assertEqual(code, 1)
        self.assertIn("second: 0 operations succeeded, expected 1", text)

    def test_lacked_operations_must_be_unknown(self):
        client = run.Client("any", [], 0, {"GetChannel"})
        connection = mock.Mock()
        connection.call.return_value = CHANNEL
        with self.assertRaisesRegex(compare.Mismatch, "known by now"):
            run.take(client, connection, {"operation": "GetChannel"}, {})

    def test_steps_fail_if_the_expectation_is_not_met(self):
        connection = mock.Mock()
        connection.call.return_value = CHANNEL
        step = {"operation": "GetChannel", "output": {"channel": {"arn": "$arn"}}}
        client = run.Client("any", [], 0)
        self.assertEqual(run.take(client, connection, step, {"arn": "arn:1"}), CHANNEL)
        with self.assertRaises(compare.Mismatch):
            run.take(client, connection, step, {"arn": "arn:2"})
        with self.assertRaisesRegex(compare.Mismatch, "no channel.none"):
            run.take(client, connection, step | {"save": {"any": "channel.none"}}, {})


if __name__ == "__main__":
    unittest.main()
