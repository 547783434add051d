"""Reads an .xlsx with openpyxl into SQLite and prints the seconds: what the import is measured
beside (make bench-peers). Nothing is checked, sealed or vouched for."""

import sqlite3
import sys
import time

import openpyxl

workbook, registry = sys.argv[1:]
began = time.perf_counter()
sheet = openpyxl.load_workbook(workbook, read_only=True).active
sheet.reset_dimensions()  # else it trusts what the file says of its size
cells = [row for row in sheet.iter_rows(values_only=True) if any(row)]
width = max(map(len, cells))
db = sqlite3.connect(registry)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE graduate (%s)" % ", ".join(f"c{i}" for i in range(width)))
with db:
    db.executemany("INSERT INTO graduate VALUES (%s)" % ", ".join("?" * width), (row + (None,) * (width - len(row)) for row in cells))
db.close()
print(time.perf_counter() - began)
