"""Follows every link inside the site, its Javadoc included: site/links.py FOLDER tells those that lead nowhere, and those that are called like a file."""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlparse


class Page(HTMLParser):
    """The links, their words and the anchors of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.links = []
        self.words = []
        self.is_link = False
        self.anchors = {"", "top"}
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        values = dict(attributes)
        self.anchors |= {values.get("id"), values.get("name")}
        self.is_link = tag == "a"
        for name in ("href", "src"):
            if values.get(name) and not (tag == "link" and values.get("rel") == "canonical"):
                self.links.append(values[name])

    def handle_data(self, text: str) -> None:
        if self.is_link:
            self.words.append(text)

    def handle_endtag(self, tag: str) -> None:
        self.is_link = False


site = Path(sys.argv[1]).resolve()
pages = {file: Page(file.read_text()) for file in site.rglob("*.html")}
# The list of contents of this page of Javadoc 17 points to a group that the tool gives no anchor.
pages.pop(site / "javadoc" / "constant-values.html", None)
dead, followed = [], 0
for file, page in pages.items():
    dead += [f"{file.relative_to(site)}: {words} is no title" for words in page.words if words.endswith(".md")]
    for link in page.links:
        address, anchor = urldefrag(link)
        if urlparse(address).scheme:
            continue
        followed += 1
        path = site / address.lstrip("/") if address.startswith("/") else file.parent / unquote(address)
        target = file if not address else path.resolve()
        if target.is_dir():
            target /= "index.html"
        if not target.exists():
            dead.append(f"{file.relative_to(site)}: there is no {link}")
        elif target in pages and unquote(anchor) not in pages[target].anchors:
            dead.append(f"{file.relative_to(site)}: there is no anchor {link}")
print("\n".join(sorted(set(dead))))
print(f"{followed} links on {len(pages)} pages, {len(dead)} dead")
sys.exit(bool(dead))
