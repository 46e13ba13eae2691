"""Make docs/images/report-2019.png, which the README shows: the top of the report, as a browser shows it.

    python scripts/make_screenshot.py [FILE]

Needs playwright and chromium (C2C_CHROMIUM names another than the one on the PATH). The picture is not compared by a
test, for fonts differ between machines: make it anew when the top of the report changes.
"""

import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from c2c.report.asking import report
from c2c.report.view import Question
from c2c.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
IMAGE = ROOT / "docs" / "images" / "report-2019.png"
WIDTH, HEIGHT = 1000, 1080


def main() -> None:
    """Write the picture."""
    page_text = report(
        Workspace.open(ROOT), Question(2019, date(2019, 12, 31)), "story", "html", "en", ["bycirklen-wuxi"]
    ).text
    image = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGE
    image.parent.mkdir(parents=True, exist_ok=True)
    found = os.environ.get("C2C_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(page_text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(file.as_uri())
        page.screenshot(path=image)
        browser.close()
    print(f"{image} ({image.stat().st_size // 1000} kB)")


if __name__ == "__main__":
    main()
