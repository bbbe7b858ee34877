#!/usr/bin/env python3
"""Tests of the scripts in this folder, with fake commands `cargo`, `gh` and `python3 -m pip`."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
SOURCE = '[model]\nsdk_id = "garden"\ndate = "{}"\n\n[partitions]\ndate = "2020-01"\n'


class Workspace(unittest.TestCase):
    """A temporary Git repository, and a folder of commands that take precedence."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        self.out = self.folder / "out"
        self.repository = self.folder / "repository"
        self.repository.mkdir()
        self.git("init", "--quiet", "--initial-branch", "main")
        self.git("config", "user.name", "tester")
        self.git("config", "user.email", "tester@example.com")
        self.put("model/source.toml", SOURCE.format("2026-10"))
        self.put("model/ivs.json", "old\n")
        self.commit("first")

    def put(self, path, text):
        file = self.repository / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def git(self, *arguments):
        return subprocess.run(
            ["git", *arguments], cwd=self.repository, check=True, capture_output=True, text=True
        ).stdout.strip()

    def commit(self, message):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def command(self, name, script):
        """Adds a command; its arguments are appended to the file `NAME.log`, one call a line."""
        log = self.folder / f"{name}.log"
        file = self.bin / name
        file.write_text(f'#!/usr/bin/env bash\necho "$*" >>"{log}"\n{script}\n')
        file.chmod(0o755)
        return log

    def run_script(self, name, *arguments, **environment):
        environment = {
            **os.environ,
            "PATH": f"{self.bin}:{os.environ['PATH']}",
            **{key: str(value) for key, value in environment.items()},
        }
        return subprocess.run(
            [SCRIPTS / name, *map(str, arguments)],
            cwd=self.repository,
            env=environment,
            capture_output=True,
            text=True,
        )

    def assert_fails(self, result, code, message):
        self.assertEqual(result.returncode, code, result)
        self.assertIn(message, result.stderr)


class PublishedModel(Workspace):
    def test_file_of_the_checkout_is_used(self):
        result = self.run_script("published-model", self.out, MODEL_FILE="model/ivs.json")
        self.assertEqual((result.returncode, result.stdout), (0, "model/ivs.json\n"))

    def test_files_outside_of_the_checkout_are_rejected(self):
        for file in ["/etc/passwd", "../outside", "model/../../outside", ".."]:
            result = self.run_script("published-model", self.out, MODEL_FILE=file)
            self.assert_fails(result, 2, "is outside of the checkout")
        result = self.run_script("published-model", self.out, MODEL_FILE="missing.json")
        self.assert_fails(result, 2, "there is no file missing.json")

    def test_artefact_of_a_run_is_downloaded(self):
        log = self.command("gh", 'touch "${@: -1}/model.json"')
        result = self.run_script("published-model", self.out, MODEL_RUN=42)
        self.assertEqual((result.returncode, result.stdout), (0, f"{self.out}/model.json\n"))
        self.assertEqual(log.read_text(), f"run download 42 --name model --dir {self.out}\n")
        for run in ["42; touch x", "--help", "$(touch x)"]:
            result = self.run_script("published-model", self.out, MODEL_RUN=run)
            self.assert_fails(result, 2, "is not the number of a run")

    def test_newest_botocore_is_the_default(self):
        log = self.command("python3", f'touch "{self.out}/botocore-9.whl"')
        result = self.run_script("published-model", self.out)
        self.assertEqual((result.returncode, result.stdout), (0, f"{self.out}/botocore-9.whl\n"))
        self.assertIn("--only-binary :all:", log.read_text())
        # A file from before.
        (self.out / "other.whl").touch()
        result = self.run_script("published-model", self.out)
        self.assert_fails(result, 2, "expected one file")

    def test_two_sources_are_an_error(self):
        result = self.run_script("published-model", self.out, MODEL_FILE="a", MODEL_RUN=1)
        self.assert_fails(result, 2, "set either")


class ProposeUpdate(Workspace):
    def update(self, script):
        """A `cargo xtask update` that runs `script`; `$4` is the file, `$6` the report."""
        return self.command("cargo", f"set -e\n{script}")

    def propose(self, **environment):
        return self.run_script("propose-update", "published.whl", self.out, **environment)

    def assert_clean(self):
        self.assertEqual(self.git("status", "--porcelain"), "")
        self.assertEqual((self.repository / "model/ivs.json").read_text(), "old\n")

    def test_change_is_packed_and_the_checkout_is_restored(self):
        source = SOURCE.format("2026-11")
        log = self.update(
            f"printf '%s' '{source}' >model/source.toml\necho new >model/ivs.json\n"
            "echo stub >model/stubs.json\nprintf '# Report\\n' >\"$6\""
        )
        result = self.propose(MODEL_DATE="2026-11")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(log.read_text(), r"^xtask update --from published.whl --report \S+ --date 2026-11\n$")
        self.assertEqual((self.out / "title").read_text(), "Update the model of garden to 2026-11\n")
        self.assertEqual((self.out / "report.md").read_text(), "# Report\n")
        self.assert_clean()
        self.git("apply", "--index", str(self.out / "patch"))
        self.assertEqual(
            self.git("diff", "--cached", "--name-only").split(),
            ["model/ivs.json", "model/source.toml", "model/stubs.json"],
        )

    def test_model_without_new_facts_is_not_proposed(self):
        self.update("echo '# another hash' >>model/source.toml\necho text >\"$6\"")
        result = self.propose()
        self.assertEqual((result.returncode, result.stdout), (0, "the facts did not change\n"))
        self.assertEqual(list(self.out.iterdir()), [])
        self.assert_clean()

    def test_rejected_model_is_an_error(self):
        self.update("echo 'error: another service' >&2\nexit 2")
        self.assert_fails(self.propose(), 2, "another service")
        self.assertFalse((self.out / "patch").exists())

    def test_long_report_ends_with_a_complete_line(self):
        self.update("echo new >model/ivs.json\nseq -f 'line number %g é' 1 9000 >\"$6\"")
        self.assertEqual(self.propose().returncode, 0)
        report = (self.out / "report.md").read_text()
        self.assertLess(len(report), 60200)
        lines = report.splitlines()
        self.assertRegex(lines[-3], r"^line number \d+ é$")
        self.assertIn("longer than", lines[-1])

    def test_checkout_with_changes_is_an_error(self):
        self.put("own", "work")
        self.assert_fails(self.propose(), 2, "the checkout has changes")
        self.assertTrue((self.repository / "own").exists())


class OpenUpdate(Workspace):
    TITLE = "Update the model of $(touch injected) to 2026-11"

    def setUp(self):
        super().setUp()
        self.origin = self.folder / "origin.git"
        subprocess.run(["git", "init", "--quiet", "--bare", self.origin], check=True)
        self.git("remote", "add", "origin", str(self.origin))
        self.git("push", "--quiet", "origin", "main")

    def pack(self, text):
        self.put("model/ivs.json", text)
        self.git("add", "--all")
        self.out.mkdir(exist_ok=True)
        # `git()` strips the last line break.
        (self.out / "patch").write_text(self.git("diff", "--cached", "--binary") + "\n")
        (self.out / "title").write_text(self.TITLE + "\n")
        (self.out / "report.md").write_text("# Report\n")
        self.git("reset", "--quiet", "--hard")

    def test_pull_request_is_opened_then_updated(self):
        log = self.command("gh", '[[ $2 != list ]] || cat "$(dirname "$0")/number"')
        for text, number, action in [
            ("new\n", "", ["create", "--head", "model-update", "--base", "main"]),
            ("newer\n", "7\n", ["edit", "7"]),
        ]:
            log.unlink(missing_ok=True)
            (self.bin / "number").write_text(number)
            self.pack(text)
            result = self.run_script("open-update", self.out)
            self.assertEqual(result.returncode, 0, result.stderr)
            body = ["--title", self.TITLE, "--body-file", f"{self.out}/report.md"]
            calls = log.read_text().splitlines()
            self.assertTrue(calls[0].startswith("pr list --head model-update --base main --state open"), calls)
            self.assertEqual(calls[1:], [" ".join(["pr", *action, *body]), "workflow run ci.yml --ref model-update"])
            self.assertEqual(self.git("show", "origin/model-update:model/ivs.json"), text.strip())
            self.assertEqual(self.git("log", "--format=%s", "main..origin/model-update"), self.TITLE)
            self.assertEqual(self.git("rev-parse", "--abbrev-ref", "HEAD"), "main")
        self.assertFalse((self.repository / "injected").exists())

    def test_patch_that_does_not_fit_is_an_error(self):
        log = self.command("gh", "")
        self.pack("new\n")
        self.put("model/ivs.json", "something else\n")
        self.commit("moved on")
        self.assertNotEqual(self.run_script("open-update", self.out).returncode, 0)
        self.assertFalse(log.exists())
        self.assertEqual(self.git("ls-remote", "origin", "model-update"), "")

    def test_incomplete_folder_is_an_error(self):
        self.assert_fails(self.run_script("open-update", self.folder), 2, "usage")


class Verdict(Workspace):
    def verdict(self, base):
        return self.run_script("verdict", base, self.out)

    def test_change_of_other_files_has_no_verdict(self):
        base = self.git("rev-parse", "HEAD")
        log = self.command("cargo", "exit 1")
        self.put("src/lib.rs", "")
        self.commit("second")
        self.assertEqual(self.verdict(base).returncode, 0)
        self.assertFalse(self.out.exists() or log.exists())

    def test_models_are_compared_with_the_common_ancestor(self):
        ancestor = self.git("rev-parse", "HEAD")
        self.git("switch", "--quiet", "--create", "topic")
        self.put("model/ivs.json", "new\n")
        self.commit("topic")
        self.git("switch", "--quiet", "main")
        self.put("model/ivs.json", "of main\n")
        base = self.commit("main moved on")
        self.git("switch", "--quiet", "topic")
        self.assertNotEqual(base, ancestor)
        for code in [0, 1]:
            log = self.command("cargo", f'cat "$3/ivs.json" "$4/ivs.json"\nexit {code}')
            result = self.verdict(base)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(self.out.read_text(), "old\nnew\n")
            self.assertRegex(log.read_text(), r"^xtask diff \S+/model model --format markdown\n")
            log.unlink()

    def test_failed_comparison_is_not_silent(self):
        base = self.git("rev-parse", "HEAD")
        self.put("model/ivs.json", "broken\n")
        self.commit("second")
        self.command("cargo", "exit 101")
        self.assertEqual(self.verdict(base).returncode, 2)
        self.assertIn("# The models were not compared", self.out.read_text())
        self.command("cargo", "echo '# The reason'\nexit 2")
        self.assertEqual(self.verdict(base).returncode, 2)
        self.assertEqual(self.out.read_text(), "# The reason\n")

    def test_unknown_commit_is_an_error(self):
        self.assertNotEqual(self.verdict("0" * 40).returncode, 0)


class Comment(Workspace):
    def test_text_is_the_comment(self):
        log = self.command("gh", 'cat "${@: -1}" >"$(dirname "$0")/body"')
        self.out.write_text("# Verdict\n")
        self.assertEqual(self.run_script("comment", 7, self.out).returncode, 0)
        self.assertRegex(log.read_text(), r"^pr comment 7 --edit-last --create-if-none --body-file \S+\n$")
        self.assertEqual((self.bin / "body").read_text(), "# Verdict\n\n")
        self.out.write_text("a line of text\n" * 9000)
        self.assertEqual(self.run_script("comment", 7, self.out).returncode, 0)
        body = (self.bin / "body").read_text()
        self.assertTrue(len(body) < 60100 and body.endswith("a line of text\n\nThe rest is in the log.\n"))

    def test_nothing_is_said_without_a_text(self):
        log = self.command("gh", "")
        self.out.write_text("")
        self.assertEqual(self.run_script("comment", 7, self.out).returncode, 0)
        self.assertFalse(log.exists())

    def test_number_must_be_a_number(self):
        self.out.write_text("text")
        self.assert_fails(self.run_script("comment", "7; touch x", self.out), 2, "usage")


class Workflows(unittest.TestCase):
    """Each script is used by a workflow, and each script that a workflow uses exists."""

    def test_scripts_and_workflows_agree(self):
        folder = SCRIPTS.parent.parent / ".github/workflows"
        text = "".join(file.read_text() for file in folder.glob("*.yml"))
        used = {word.split("/")[-1].rstrip(")") for word in text.split() if ".ci/workflow/" in word}
        scripts = {file.name for file in SCRIPTS.iterdir() if file.suffix == "" and file.is_file()}
        self.assertEqual(used, scripts)
        self.assertTrue(all(os.access(SCRIPTS / name, os.X_OK) for name in scripts))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main(verbosity=2)
