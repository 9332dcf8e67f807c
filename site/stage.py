"""Gathers the pages of the site: docs/ as it is, with links that lead out of it turned to copies of those files, and titles for names of pages."""

import os
import re
import shutil
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[((?:[^\[\]]|!?\[[^\]]*\](?:\([^)]*\))?)*)\]\(([^)\s#]+)(#[^)\s]*)?\)")
# Pages outside docs/ that have one on the site.
PAGES = {"mfg-examples/README.md": "gallery/index.md", "README.md": "index.md", "docs/decisions": "decisions/index.md"}


def stage(pages: Path) -> None:
    """Copies docs/ to a folder, and what its pages link to outside of it to files/."""
    shutil.copytree(HOME / "docs", pages, ignore=shutil.ignore_patterns("paper"))
    for page in sorted(pages.rglob("*.md")):
        origin = HOME / "docs" / page.relative_to(pages)
        page.write_text(with_links(page.read_text(), origin, pages))
    decisions(pages)


def with_links(text: str, origin: Path, pages: Path) -> str:
    """The text of a page that was at a place in the repository, for the site."""

    def turned(link: re.Match) -> str:
        target = link[2]
        if re.match(r"[a-z]+:", target):
            return link[0]
        path = Path(os.path.normpath(origin.parent / target))
        name = path.relative_to(HOME).as_posix()
        if name in PAGES:
            there = PAGES[name]
        elif path.is_relative_to(HOME / "docs") and "docs/paper" not in name:
            return f"[{words(link[1], path)}]({target}{link[3] or ''})"
        elif path.is_dir():
            return link[1]
        elif path.is_file():
            there = file(path, pages)
        else:
            sys.exit(f"{origin.relative_to(HOME)}: there is no file {target}")
        here = origin.parent.relative_to(HOME / "docs") if origin.is_relative_to(HOME / "docs") else Path()
        return f"[{link[1]}]({os.path.relpath(there, here)}{link[3] or ''})"

    return LINK.sub(turned, text)


def words(text: str, page: Path) -> str:
    """The words of a link: where they are the name of a page, which readers of the repository know, its title."""
    if not re.fullmatch(r"[\w./-]+\.md", text):
        return text
    return page.read_text().splitlines()[0].lstrip("# ")


def file(path: Path, pages: Path) -> str:
    """Copies a file of the repository that is no page; readers get it as it is, as a text that a browser shows."""
    name = "files/" + path.relative_to(HOME).as_posix()
    if path.suffix in {"", ".java", ".yaml", ".cff", ".md", ".bib"}:
        name += ".txt"
    copy = pages / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, copy)
    return name


def decisions(pages: Path) -> None:
    """The list of the decisions."""
    lines = ["# Decisions", "", "Choices that a newcomer would question, and why they were made.", ""]
    for page in sorted((pages / "decisions").glob("[0-9]*.md")):
        title = page.read_text().splitlines()[0].lstrip("# ")
        lines.append(f"- [{title}]({page.name})")
    (pages / "decisions" / "index.md").write_text("\n".join(lines) + "\n")
