"""Relabels wheels as scripts do: unpack, edit, pack again with Python's zipfile. Arguments: folder, output, label."""

import base64
import hashlib
import pathlib
import re
import sys
import tempfile
import zipfile


def relabel(wheel, output, label):
    name, version, rest = wheel.name.split("-", 2)
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(root)
        old = next(root.glob("*.dist-info"))
        new = root / f"{name}-{version}+{label}.dist-info"
        old.rename(new)
        metadata = new / "METADATA"
        text = metadata.read_bytes()
        metadata.write_bytes(re.sub(rb"^Version: (\S*)", rb"Version: \1+" + label.encode(), text, count=1, flags=re.M))
        files = sorted(path for path in root.rglob("*") if path.is_file() and path != new / "RECORD")
        with open(new / "RECORD", "w") as record:
            for path in files:
                content = path.read_bytes()
                digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
                record.write(f"{path.relative_to(root).as_posix()},sha256={digest},{len(content)}\n")
            record.write(f"{new.name}/RECORD,,\n")
        target = output / f"{name}-{version}+{label}-{rest}"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in [*files, new / "RECORD"]:
                archive.write(path, path.relative_to(root).as_posix())


folder, output, label = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
output.mkdir(parents=True, exist_ok=True)
for wheel in sorted(folder.glob("*.whl")):
    relabel(wheel, output, label)
