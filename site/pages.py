"""Gathers all pages of the site in a folder: site/pages.py FOLDER."""

import sys
from pathlib import Path

import gallery
import reference
import stage

pages = Path(sys.argv[1])
stage.stage(pages)
reference.write(pages / "reference")
gallery.write(pages / "gallery")
