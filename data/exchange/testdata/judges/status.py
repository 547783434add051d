"""status.py FOLDER ENVELOPE: a status of a centre that has none of our programs, in the standard library of
Python alone: FOLDER/bag.zip, but for the signature, which minisign makes of FOLDER/tagmanifest-sha256.txt; the
second time, with the signature there, it is put in."""
import csv, hashlib, io, json, os, sys, zipfile

folder, envelope = sys.argv[1:]


def table(columns, *rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([columns, *rows])
    return text.getvalue().encode()


def manifest(files):
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()


columns = "graduate key attempt about of state on number reasons returned kept tracking note".split()
payload = {
    "data/message.json": json.dumps(json.loads(envelope), ensure_ascii=False).encode(),
    "data/states.csv": table(
        columns,
        ["aa11", "1234567", "1", "answer", "", "registered", "2020-02-27", "0012345", "", "", "", "", ""],
        ["bb22", "1234568", "1", "answer", "", "refused", "2020-02-27", "7", "no_copy", "card", "", "", "немає копії, «на звороті»"],
    ),
    "data/datapackage.json": json.dumps({"name": "status", "resources": [{"name": "states", "path": "states.csv"}]}).encode(),
}
tags = {
    "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "manifest-sha256.txt": manifest(payload),
}
name = "tagmanifest-sha256.txt"
bag = payload | tags | {name: manifest(tags)}
with open(os.path.join(folder, name), "wb") as f:
    f.write(bag[name])
signature = os.path.join(folder, name + ".minisig")
if os.path.exists(signature):
    with open(signature, "rb") as f:
        bag[name + ".minisig"] = f.read()
with zipfile.ZipFile(os.path.join(folder, "bag.zip"), "w", zipfile.ZIP_DEFLATED) as z:
    for path, content in bag.items():
        z.writestr(path, content)
