"""Lists what the site ships that others wrote, with versions and licences.

All is read from the packages that were built in, so that no list can be wrong.
"""

import json
import re
import tarfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path
from zipfile import Path as ZipPath

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
RUNNER = ROOT / "runner"
TEMPLATE = "colophon.html"
NOTICES = "assets/licences.txt"
THEME = "mkdocs-material"
THEME_FILES = Path(
    str(distribution(THEME).locate_file("material")), "templates"
)
GITHUB = "https://github.com/"
# Whose packages the browser's Python has.
GROUPS = ("snippets", "checks")
NOTICE = re.compile(r"(un)?licen[cs]e|copying|notice", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """What others wrote; `notices` are the texts of its licence.

    `asked` are those that we name; the others are what these need.
    """

    name: str
    version: str
    licence: str
    homepage: str
    notices: tuple[str, ...]
    asked: bool


def shipped() -> list[Package]:
    """Each package of which the site has code, by name and version."""
    built = json.loads((BUILD / "packages.json").read_text())
    wheels = sorted((BUILD / "python").glob("*.whl"))
    npm = json.loads((RUNNER / "package.json").read_text())["dependencies"]
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = {*npm}.union(*map(groups["dependency-groups"].get, GROUPS))
    found = [
        *(_bundled(RUNNER / folder, asked) for folder in built),
        *(_wheel(wheel, asked) for wheel in wheels),
        _theme(),
        *_programs(),
    ]
    for package in found:
        if not package.licence or not package.version:
            raise PluginError(
                f"{package.name} names no licence or no version: have "
                "hooks/colophon.py find out, or do without the package."
            )
    # A bundle may hold the same version twice.
    unique = {(package.name, package.version): package for package in found}
    return sorted(unique.values(), key=lambda p: (p.name.lower(), p.version))


def notices(packages: list[Package]) -> str:
    """The texts of all licences, each below its package."""
    return "\n".join(
        f"{'=' * 80}\n{package.name} {package.version} ({package.licence})\n"
        f"{package.homepage}\n\n" + "\n".join(package.notices)
        for package in packages
    )


def inside_the_theme() -> list[str]:
    """The packages in the theme's own scripts, as their maps tell."""
    found: set[str] = set()
    for path in (THEME_FILES / "assets").rglob("*.js.map"):
        sources = json.loads(path.read_text("utf-8"))["sources"]
        text = "\n".join(sources)
        found |= set(re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)", text))
    return sorted(found)


_packages: list[Package] = []


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Add the licences' texts to the site."""
    _packages[:] = shipped()
    text = notices(_packages)
    files.append(File.generated(config, NOTICES, content=text))


def on_page_context(
    context: TemplateContext,
    *,
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,
) -> TemplateContext:
    """Give the colophon what it lists."""
    if page.meta.get("template") == TEMPLATE:
        context["colophon"] = {  # type: ignore[typeddict-unknown-key]
            "packages": _packages,
            "inside_the_theme": inside_the_theme(),
            "notices": NOTICES,
        }
    return context


def _bundled(folder: Path, asked: set[str]) -> Package:
    told = json.loads((folder / "package.json").read_text("utf-8"))
    texts = _texts(folder)
    source = told.get("repository") or ""
    source = source["url"] if isinstance(source, dict) else source
    source = re.sub(r"^git\+|\.git$", "", source)
    source = re.sub(r"^(github:|git://github\.com/)", GITHUB, source)
    return Package(
        told["name"],
        told["version"],
        # Where the field is missing, the licence's own first line.
        told.get("license") or "".join(texts[:1]).partition("\n")[0],
        told.get("homepage") or source,
        texts,
        told["name"] in asked,
    )


def _wheel(wheel: Path, asked: set[str]) -> Package:
    files = ZipPath(wheel).iterdir()
    [info] = [file for file in files if file.name.endswith(".dist-info")]
    return _python(PathDistribution(info), asked)


def _python(package: Distribution, asked: set[str]) -> Package:
    told = package.metadata
    name = told["Name"]
    files = told.get_all("License-File") or ["LICENSE"]
    texts = [
        package.read_text(f"licenses/{file}") or package.read_text(file)
        for file in files
    ]
    links = dict(
        link.split(", ", 1) for link in told.get_all("Project-URL") or []
    )
    return Package(
        name,
        package.version,
        told.get("License-Expression") or told.get("License") or "",
        links.get("Homepage") or links.get("Source") or told["Home-page"],
        tuple(text for text in texts if text),
        name in asked,
    )


def _theme() -> Package:
    """The theme, with the licences of the icons that it brings."""
    package = _python(distribution(THEME), {THEME})
    icons = (THEME_FILES / ".icons").glob("*/")
    texts = [text for folder in sorted(icons) for text in _texts(folder)]
    return replace(package, notices=(*package.notices, *texts))


def _programs() -> Iterator[Package]:
    """What a package holds that has no package of its own."""
    lock = json.loads((BUILD / "python" / "pyodide-lock.json").read_text())
    version = lock["info"]["python"]
    home = "https://www.python.org"
    yield Package("CPython", version, "PSF-2.0", home, (), asked=True)
    with tarfile.open(BUILD / "postgres" / "database.tar.gz") as database:
        file = database.extractfile("/PG_VERSION")
        assert file
        version = file.read().decode().strip()
    home = "https://www.postgresql.org"
    yield Package("PostgreSQL", version, "PostgreSQL", home, (), asked=True)


def _texts(folder: Path) -> tuple[str, ...]:
    files = sorted(
        file
        for file in folder.iterdir()
        if NOTICE.match(file.name) and file.suffix != ".svg"
    )
    return tuple(file.read_text("utf-8") for file in files)
