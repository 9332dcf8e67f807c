"""The gallery: every program of mfg-examples with what it prints and draws, made by running it."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
EXAMPLES = HOME / "mfg-examples"
SOURCES = EXAMPLES / "src" / "main" / "java"
# Where site/build has built the programs.
RUN = EXAMPLES / "target" / "run"
# Above this a figure is shown as PNG: a surface of thousands of polygons is slow as SVG.
LARGEST_SVG = 150_000


@dataclass
class Program:
    """A program: its name, its line in the README, and what came of running it."""

    name: str
    line: str
    out: Path
    printed: str = ""
    thumbnail: str = ""

    @property
    def source(self) -> Path:
        return next(SOURCES.rglob(f"{self.name}.java"))

    @property
    def words(self) -> str:
        """The name as a title: Optimal transport."""
        return re.sub(r"(?<=[a-z])([A-Z])", lambda m: " " + m[1].lower(), self.name)

    def run(self, classpath: str) -> None:
        main = ".".join(self.source.relative_to(SOURCES).with_suffix("").parts)
        command = ["java", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-cp", classpath, main, str(self.out)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{self.name} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        self.printed = done.stdout.strip()

    def figures(self) -> list[Path]:
        """The figures, those first that the comment tells to look at; each as SVG where that is small."""
        told = re.findall(r"[a-z0-9-]+", comment(self.source).partition("What to look at")[2].replace("\n", " "))
        found = sorted(self.out.glob("*.png"), key=lambda f: (told.index(f.stem) if f.stem in told else 1000, f.stem))
        vectors = [figure.with_suffix(".svg") for figure in found]
        return [v if v.stat().st_size <= LARGEST_SVG else f for f, v in zip(found, vectors)]


def write(folder: Path) -> None:
    """Runs all programs, two at a time, and writes a page for each."""
    sections = listed(folder)
    programs = [program for _, some in sections for program in some]
    known = {f.stem for f in SOURCES.rglob("*.java") if f.stem != "package-info"}
    if known != {program.name for program in programs}:
        sys.exit(f"mfg-examples/README.md does not list the programs there are: {known ^ {p.name for p in programs}}")
    classpath = f"{RUN / 'mfg-examples.jar'}:{(RUN / 'classpath').read_text().strip()}"
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        list(workers.map(lambda program: program.run(classpath), programs))
    for program in programs:
        page(program, folder)
    index(sections, folder)


def listed(folder: Path) -> list[tuple[str, list[Program]]]:
    """The sections of the README's tables."""
    sections = []
    for section in (EXAMPLES / "README.md").read_text().split("\n## "):
        rows = re.findall(r"^\| `([A-Z]\w+)` \| (.*) \|$", section, re.MULTILINE)
        if rows:
            title = section.partition("\n")[0]
            sections.append((title, [Program(name, line, folder / name) for name, line in rows]))
    return sections


def comment(source: Path) -> str:
    """The class comment as Markdown."""
    text = re.search(r"/\*\*\n(.*?)\n \*/\npublic", source.read_text(), re.DOTALL)[1]
    text = re.sub(r"^ \* ?", "", text, flags=re.MULTILINE)
    text = re.sub(r"<pre>\n(.*?)\n</pre>", lambda m: f"```text\n{m[1]}\n```", text, flags=re.DOTALL)
    return re.sub(r"\{@(?:code|link) ([^}]*)\}", r"`\1`", text.replace("<p>", ""))


def page(program: Program, folder: Path) -> None:
    lines = ["---", "hide: [navigation]", "---", "", f"# {program.words}", "", comment(program.source), ""]
    figures = program.figures()
    program.thumbnail = figures[0].name
    for figure in figures:
        lines += [f"![{program.words}: {figure.stem}]({program.name}/{figure.name}){{ loading=lazy }}", ""]
    animations = sorted(program.out.glob("*.gif"))
    if animations:
        names = ", ".join(f"[{gif.name}]({program.name}/{gif.name})" for gif in animations)
        lines += [f"As an animation: {names}.", ""]
    lines += ["It prints", "", "```text", program.printed, "```", ""]
    lines += ["## Run it", "", "```bash", f"mfg-examples/run {program.name}", "```", ""]
    path = program.source.relative_to(HOME)
    lines += ["## The program", "", f"`{path}`", "", "```java", program.source.read_text().rstrip(), "```"]
    (folder / f"{program.name}.md").write_text("\n".join(lines) + "\n")
    # Other forms of the same figures, and tables.
    for file in set(program.out.iterdir()) - {*figures, *animations}:
        file.unlink()


def index(sections: list[tuple[str, list[Program]]], folder: Path) -> None:
    lines = ["---", "hide: [navigation, toc]", "---", "", "# Gallery", ""]
    lines += ["Programs in Java, one file each, from a problem to its figures on a screen or two: copy one and change it.", ""]
    lines += ["What is shown here was printed and drawn when this page was built.", ""]
    for title, programs in sections:
        lines += [f"## {title}", "", '<div class="cards" markdown>', ""]
        for program in programs:
            figure = f"{program.name}/{program.thumbnail}"
            lines += ['<div class="card" markdown>', ""]
            lines += [f"[![{program.words}]({figure}){{ loading=lazy }}]({program.name}.md)", ""]
            lines += [f"**[{program.words}]({program.name}.md)**", "", program.line, "", "</div>", ""]
        lines += ["</div>", ""]
    (folder / "index.md").write_text("\n".join(lines))
