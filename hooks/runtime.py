"""Puts the runner and the browser's Python into the site."""

import json
import subprocess
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
PYTHON = BUILD / "python"
RUNNER = BUILD / "runner"

_command = ""
_folder = ""


def on_startup(
    *, command: Literal["build", "gh-deploy", "serve"], dirty: bool
) -> None:
    """Remember whether pages will change while they are looked at."""
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> Config:
    """Bundle the runner and have each page load its entry."""
    global _folder
    if not (PYTHON / "ready").is_file():
        raise PluginError(
            "Python for the browser is missing: build the site by `make build` "
            "or `make serve`, which set it up."
        )
    bundling = subprocess.run(
        ["node", ROOT / "runner" / "build.js", _command, PYTHON, RUNNER],
        capture_output=True,
        text=True,
        check=False,
    )
    if bundling.returncode:
        raise PluginError(f"The runner does not build: {bundling.stderr}")
    names = json.loads(bundling.stdout)
    _folder = names["folder"]
    script = ExtraScriptValue(f"assets/runner/{names['page']}")
    script.type = "module"
    config.extra_javascript.append(script)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the built files to the site, below assets/."""
    for source, target in ((PYTHON, _folder), (RUNNER, "runner")):
        for built in sorted(source.glob("*.*")):
            uri = f"assets/{target}/{built.name}"
            path = str(built)
            files.append(File.generated(config, uri, abs_src_path=path))
    return files
