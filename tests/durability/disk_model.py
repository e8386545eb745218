# SPDX-License-Identifier: GPL-2.0-or-later
"""What a disk may hold after a power cut.

Replays the traced calls of one process on a model of files (what was written to each) and of folders (which names were given
and taken). What was not synced before the cut is lost (strict), or any of it may have reached the disk (random):

  data     of a file counts where that file was synced later; a random part of the rest survives, whole or torn
  names    in a folder count where that folder was synced later; a random part of the rest survives. A rename is one thing

POSIX promises no more, and file systems keep more than that in ways of their own."""

import os
import re

HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
SECTOR = 512


class Node:
    """A file or a folder, whatever its names. Each change is [moment of its sync or None, what]."""

    def __init__(self, is_folder, contents=b""):
        self.is_folder, self.contents, self.changes = is_folder, contents, []
        self.names = {}  # Of a folder when the trace begins.

    def sync(self, moment):
        for change in self.changes:
            if change[0] is None:
                change[0] = moment


def read_tree(path):
    """The model of a folder as it is now, all of it on the disk."""
    node = Node(os.path.isdir(path))
    if not node.is_folder:
        with open(path, "rb") as file:
            node.contents = file.read()
        return node
    node.names = {name: read_tree(os.path.join(path, name)) for name in os.listdir(path)}
    return node


class DiskModel:
    """A folder and all below it. Paths outside of it are passed over."""

    def __init__(self, root):
        self.root, self.tree, self.moment = os.path.realpath(root), read_tree(root), 0
        self.current = {}  # Names of a folder now, by node.
        self.open = {}  # Node, offset and whether it appends, by descriptor.
        self.told = []  # Moment and text of what went to standard output.

    def names(self, folder):
        return self.current.setdefault(folder, dict(folder.names))

    def find(self, path):
        """The folder in which the path is, and its name there; None outside of the root."""
        path = os.path.normpath(path)
        if not path.startswith(self.root + os.sep):
            return None
        *folders, name = path[len(self.root) + 1:].split(os.sep)
        node = self.tree
        for folder in folders:
            node = self.names(node)[folder]
        return node, name

    def rename_entries(self, *entries):
        """Gives names to nodes (or takes them: None), all or none of them."""
        what = []
        for folder, name, node in entries:
            what.append((folder, name, node))
            self.names(folder)[name] = node
            if node is None:
                del self.names(folder)[name]
        # Of two folders both have to be synced: the change waits in each of them.
        folders = {folder for folder, _, _ in what}
        for folder in folders:
            folder.changes.append([None, self.moment, [entry for entry in what if entry[0] is folder or len(folders) == 1]])

    def apply(self, call):
        """One finished call, in order."""
        self.moment += 1
        if call.result >= 0 and (apply := getattr(self, "call_" + call.name, None)):
            apply(call, [bytes.fromhex(text.replace("\\x", "")) for text in HEX.findall(call.arguments)])
        elif call.result >= 0 and call.name in ("fallocate", "copy_file_range", "pwritev", "link", "linkat"):
            raise NotImplementedError(f"the model of a disk lacks {call.name}")

    def paths(self, strings):
        return [self.find(os.fsdecode(text)) for text in strings]

    def call_openat(self, call, strings):
        found = self.find(os.fsdecode(strings[0]))
        self.open.pop(call.result, None)
        if os.path.normpath(os.fsdecode(strings[0])) == self.root:
            self.open[call.result] = [self.tree, 0, False]
        if not found:
            return
        folder, name = found
        node = self.names(folder).get(name)
        if node is None:
            node = Node(False)
            self.rename_entries((folder, name, node))
        elif "O_TRUNC" in call.arguments:
            node.changes.append([None, self.moment, ("size", 0)])
        self.open[call.result] = [node, 0, "O_APPEND" in call.arguments]

    def descriptor(self, call):
        return int(re.match(r"\d+", call.arguments)[0])

    def call_close(self, call, _):
        self.open.pop(self.descriptor(call), None)

    def call_dup(self, call, _):
        if self.descriptor(call) in self.open:
            raise NotImplementedError("the model of a disk lacks dup")

    def call_lseek(self, call, _):
        if state := self.open.get(self.descriptor(call)):
            state[1] = call.result

    def call_read(self, call, _):
        if state := self.open.get(self.descriptor(call)):
            state[1] += call.result

    def call_write(self, call, strings):
        number = self.descriptor(call)
        data = b"".join(strings)[:call.result]
        if number == 1:
            self.told.append((self.moment, data.decode()))
        if state := self.open.get(number):
            if state[2]:
                raise NotImplementedError("the model of a disk lacks O_APPEND")
            state[0].changes.append([None, self.moment, ("data", state[1], data)])
            state[1] += len(data)

    call_writev = call_write

    def call_pwrite64(self, call, strings):
        if state := self.open.get(self.descriptor(call)):
            offset = int(call.arguments.rsplit(",", 1)[1])
            state[0].changes.append([None, self.moment, ("data", offset, strings[-1][:call.result])])

    def call_ftruncate(self, call, _):
        if state := self.open.get(self.descriptor(call)):
            state[0].changes.append([None, self.moment, ("size", int(call.arguments.rsplit(",", 1)[1]))])

    def call_fsync(self, call, _):
        if state := self.open.get(self.descriptor(call)):
            state[0].sync(self.moment)

    call_fdatasync = call_fsync

    def call_rename(self, _, strings):
        old, new = self.paths(strings)
        if not old and not new:
            return
        self.rename_entries((*new, self.names(old[0])[old[1]]), (*old, None))

    call_renameat = call_renameat2 = call_rename

    def call_mkdir(self, _, strings):
        if found := self.find(os.fsdecode(strings[0])):
            self.rename_entries((*found, Node(True)))

    call_mkdirat = call_mkdir

    def call_unlink(self, _, strings):
        if found := self.find(os.fsdecode(strings[0])):
            self.rename_entries((*found, None))

    call_rmdir = call_unlink

    def call_unlinkat(self, call, strings):
        """Relative to an open folder, or an absolute path."""
        path = os.fsdecode(strings[0])
        if os.path.isabs(path) or call.arguments.startswith("AT_FDCWD"):
            self.call_unlink(call, strings)
        elif state := self.open.get(self.descriptor(call)):
            self.rename_entries((state[0], path, None))

    def acknowledged_text(self, cut):
        return "".join(text for moment, text in self.told if moment <= cut)

    def write_after_cut(self, path, cut, survives):
        """Writes the folder as it may be where the power went after `cut` calls. `survives` decides about what was not
        synced: true or false, and for data also a share of it."""
        self.write_node(self.tree, path, cut, survives, {})

    def kept(self, node, cut, survives):
        for synced, moment, what in node.changes:
            if moment <= cut:
                yield what, 1 if synced is not None and synced <= cut else survives(node.is_folder)

    def write_node(self, node, path, cut, survives, written):
        if not node.is_folder:
            with open(path, "wb") as file:
                file.write(self.contents(node, cut, survives, written))
            return
        names = dict(node.names)
        for entries, share in self.kept(node, cut, survives):
            for folder, name, child in entries if share else []:
                if folder is node:
                    names[name] = child
        os.makedirs(path, exist_ok=True)
        for name, child in names.items():
            if child is not None:
                self.write_node(child, os.path.join(path, name), cut, survives, written)

    def contents(self, node, cut, survives, written):
        if node in written:  # Under a second name, with the same fate.
            return written[node]
        data = bytearray(node.contents)
        for change, share in self.kept(node, cut, survives):
            if not share:
                continue
            if change[0] == "size":
                data = data[:change[1]].ljust(change[1], b"\0")
                continue
            _, offset, block = change
            block = block if share == 1 else block[:int(len(block) * share) // SECTOR * SECTOR]
            data = data.ljust(offset, b"\0")
            data[offset:offset + len(block)] = block
        written[node] = bytes(data)
        return written[node]
