"""Compiles blocks of Java: whole files as they are, statements in a method that knows the names readers have by then."""

import re
import subprocess
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
# What pages speak of before they show how to use it.
KNOWN = """
    static Mfg mfg;
    static MeanFieldGame game, template;
    static DiscreteGame discrete, discreteGame;
    static Discretization upwind;
    static Grid grid;
    static TimeGrid time;
    static Equilibrium equilibrium;
    static Incomes incomes;
    static double[] u, m;
    static ExactSolution exact;
    static SpaceTimeFunction nonlocalCost;
    static int offset;
    static Path folder;
    static List<Curve> curves;
"""


def compile_all(blocks: list) -> list[str]:
    """What does not compile, of all blocks at once."""
    with tempfile.TemporaryDirectory() as path:
        sources = {}
        pages = sorted({block.page for block in blocks})
        for number, block in enumerate(blocks):
            # Classes of one page may use each other.
            package = f"statements{number}" if name(block.text) == "Block" else f"page{pages.index(block.page)}"
            file = Path(path) / package / f"{name(block.text)}.java"
            file.parent.mkdir(exist_ok=True)
            file.write_text(source(block.text, package))
            sources[file] = block
        classpath = f"{HOME}/mfg-app/target/run/mfg-app.jar:{(HOME / 'mfg-app/target/run/classpath').read_text().strip()}"
        done = subprocess.run(
            ["javac", "-proc:none", "-Xmaxerrs", "1000", "-implicit:none", "-d", f"{path}/classes", "-cp", classpath, *sources],
            capture_output=True, text=True)
    return [f"{block.place}: {trouble}" for file, block in sources.items() for trouble in errors(done.stderr, file)]


def errors(text: str, file: Path) -> list[str]:
    return re.findall(rf"^{re.escape(str(file))}:\d+: error: (.*\n.*)", text, re.MULTILINE)


def name(text: str) -> str:
    declared = re.search(r"^(?:public )?(?:final )?(?:class|record|interface) (\w+)", text, re.MULTILINE)
    return declared[1] if declared else "Block"


def source(text: str, package: str) -> str:
    text = re.sub(r"^package .*;\n", "", text, flags=re.MULTILINE)
    imports = "".join(re.findall(r"^import .*;\n", text, re.MULTILINE))
    rest = re.sub(r"^import .*;\n", "", text, flags=re.MULTILINE)
    if name(text) == "Block":
        result = "double" if re.search(r"^return ", rest, re.MULTILINE) else "void"
        rest = f"class Block {{{KNOWN}    static {result} run() throws Exception {{\n{rest}\n    }}\n}}\n"
        imports += everything()
    return f"package {package};\n{imports}{rest}"


def everything() -> str:
    """Imports of all public packages, for statements without imports of their own."""
    packages = {".".join(info.parent.relative_to(root).parts)
                for module in ("api", "solvers", "models", "output")
                for root in [HOME / f"mfg-{module}" / "src" / "main" / "java"]
                for info in root.rglob("package-info.java")
                if len(list(info.parent.glob("*.java"))) > 1}
    return "".join(f"import {package}.*;\n" for package in sorted(packages | {"java.util", "java.nio.file"}))
