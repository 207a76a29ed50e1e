"""Puts the runner and the browser's Python and PostgreSQL into the site."""

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
RUNNER = BUILD / "runner"
LANGUAGES = {"python": "Python", "postgres": "PostgreSQL"}

_command = ""
# Each built folder: its name below assets/.
_folders: dict[str, str] = {}


def on_startup(
    *, command: Literal["build", "gh-deploy", "serve"], dirty: bool
) -> None:
    """Remember whether pages will change while they are looked at."""
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> Config:
    """Bundle the runner and have each page load its entry."""
    for folder, language in LANGUAGES.items():
        if not (BUILD / folder / "ready").is_file():
            raise PluginError(
                f"{language} for the browser is missing: build the site by "
                "`make build` or `make serve`, which set it up."
            )
    bundling = subprocess.run(
        ["node", ROOT / "runner" / "build.js", _command, BUILD, RUNNER],
        capture_output=True,
        text=True,
        check=False,
    )
    if bundling.returncode:
        raise PluginError(f"The runner does not build: {bundling.stderr}")
    names = json.loads(bundling.stdout)
    _folders.update(names["folders"], runner="runner")
    script = ExtraScriptValue(f"assets/runner/{names['page']}")
    script.type = "module"
    config.extra_javascript.append(script)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the built files to the site, below assets/."""
    for source, target in _folders.items():
        for built in sorted((BUILD / source).glob("*.*")):
            uri = f"assets/{target}/{built.name}"
            path = str(built)
            files.append(File.generated(config, uri, abs_src_path=path))
    return files
