"""Gives each page a Content-Security-Policy: nothing comes from elsewhere.

Workers that the page starts from a blob inherit it, so what a reader runs is
bound by it too.
"""

import base64
import hashlib
import re
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

CHARSET = '<meta charset="utf-8">'
INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*\bapplication/json)[^>]*>(.*?)</script>",
    re.DOTALL,
)

_serving = False


def on_startup(
    *, command: Literal["build", "gh-deploy", "serve"], dirty: bool
) -> None:
    """Remember whether the server will add its reload script to each page."""
    global _serving
    _serving = command == "serve"


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """The page with its policy."""
    return with_policy(output, page.file.src_uri)


def on_post_template(
    output_content: str, *, template_name: str, config: MkDocsConfig
) -> str:
    """The 404 page with its policy."""
    if not template_name.endswith(".html"):
        return output_content
    return with_policy(output_content, template_name)


def with_policy(html: str, name: str) -> str:
    """The page, whose name is for errors, with a policy in its head."""
    if html.count(CHARSET) != 1:
        raise PluginError(f"{name}: no single {CHARSET} to put a policy after.")
    return html.replace(CHARSET, f"{CHARSET}\n{_policy(html)}")


def _policy(html: str) -> str:
    scripts = sorted({_digest(text) for text in INLINE_SCRIPT.findall(html)})
    inline = "'unsafe-inline'" if _serving else " ".join(scripts)
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' {inline}",
        "worker-src": "'self' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    content = "; ".join(f"{rule} {allowed}" for rule, allowed in rules.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">'


def _digest(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
