"""Types into workbooks in LibreOffice, on a machine set to Vietnamese.

Reads a plan from its standard input: a list of workbooks, each with "path" and
"type" (a list of [sheet, cell, text]), and either "save", where the filled
workbook goes, or "try": true, which types one text after the other and tells of
each what LibreOffice makes of it. Writes the answers, a list for each workbook.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>
"""


def start(home):
    user = os.path.join(home, "profile", "user")
    os.makedirs(user)
    with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as f:
        f.write(SETTINGS)
    pipe = "ccbreport%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "-env:UserInstallation=file://" + os.path.join(home, "profile"), "--headless", "--norestore",
         "--nologo", "--accept=pipe,name=%s;urp;" % pipe],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.1)
    stop(office)
    sys.exit("LibreOffice did not start")


def stop(office):
    try:
        os.killpg(office.pid, 9)
    except ProcessLookupError:
        pass
    office.wait()


def setting(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def circled(sheet, cell):
    """Whether LibreOffice marks the cell as one that breaks its rule."""
    sheet.clearArrows()
    sheet.showInvalid()
    page = sheet.DrawPage
    x, y = cell.Position.X + cell.Size.Width // 2, cell.Position.Y + cell.Size.Height // 2
    for i in range(page.Count):
        shape = page.getByIndex(i)
        left, top = shape.Position.X, shape.Position.Y
        if left <= x <= left + shape.Size.Width and top <= y <= top + shape.Size.Height:
            return True
    return False


def tell(sheet, cell):
    rule = cell.Validation
    return {
        "locked": cell.CellProtection.IsLocked and sheet.isProtected(),
        "invalid": circled(sheet, cell),
        "stops": rule.ShowErrorMessage and rule.ErrorAlertStyle.value == "STOP",
        "says": rule.ErrorMessage,
        "shows": cell.String,
    }


def work(desktop, job):
    book = desktop.loadComponentFromURL("file://" + job["path"], "_blank", 0, (setting("Hidden", True),))
    answers = []
    for name, address, text in job["type"]:
        sheet = book.Sheets.getByName(name)
        cell = sheet.getCellRangeByName(address)
        cell.FormulaLocal = text
        if job.get("try"):
            answers.append(tell(sheet, cell))
            cell.FormulaLocal = ""
    if "save" in job:
        book.storeToURL("file://" + job["save"], (setting("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
    return answers


def main():
    with tempfile.TemporaryDirectory() as home:
        office, desktop = start(home)
        try:
            json.dump([work(desktop, job) for job in json.load(sys.stdin)], sys.stdout)
        finally:
            stop(office)


main()
