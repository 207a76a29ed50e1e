"""Puts the runner and the browser's Python into the site."""

import subprocess
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"


def on_config(config: MkDocsConfig) -> Config:
    """Bundle the runner and have each page load its entry."""
    if not (BUILD / "pyodide" / "ready").is_file():
        raise PluginError(
            "Python for the browser is missing: build the site by `make build` "
            "or `make serve`, which set it up."
        )
    bundling = subprocess.run(
        ["node", ROOT / "runner" / "build.js", BUILD / "runner"],
        capture_output=True,
        text=True,
        check=False,
    )
    if bundling.returncode:
        raise PluginError(f"The runner does not build: {bundling.stderr}")
    script = ExtraScriptValue(f"assets/runner/{bundling.stdout.strip()}")
    script.type = "module"
    config.extra_javascript.append(script)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the built files to the site, below assets/."""
    for built in sorted(BUILD.glob("*/*.*")):
        uri = f"assets/{built.relative_to(BUILD).as_posix()}"
        files.append(File.generated(config, uri, abs_src_path=str(built)))
    return files
