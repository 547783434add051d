package powercut

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const sector = 512

// change is one write to a file, or its cutting to a length.
type change struct {
	at, length int
	cut        bool
	content    []byte
}

// inode is a file whatever it is called: what the disk surely has of it, and what it may
// have.
type inode struct {
	sure    []byte
	pending []change
}

// naming is one change of the names in a folder: to has the file now, from has not. A
// folder has no inode.
type naming struct {
	from, to string
	file     *inode
}

// names are what the paths lead to; folders to nil.
type names map[string]*inode

func (n names) apply(c naming) {
	if c.from != "" {
		delete(n, c.from)
	}
	if c.to != "" {
		n[c.to] = c.file
	}
}

// handle is an open file or folder.
type handle struct {
	path string
	file *inode
	at   int
}

// disk is a disk as a program sees it, and beside it what a power cut may leave of it.
type disk struct {
	root    string
	now     names
	sure    names
	pending []naming
	open    map[string]*handle
	// deaf disks forget what they were asked to sync; those deaf to folders sync files
	// alone. They are there to fail.
	deaf, deafToFolders bool
	// said counts the words to the one at work.
	said int
}

// newDisk has everything that lies in a folder, durably.
func newDisk(root string) (*disk, error) {
	d := &disk{root: root, now: names{}, open: map[string]*handle{}}
	err := filepath.Walk(root, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			d.now[path] = nil
			return err
		}
		content, err := os.ReadFile(path)
		d.now[path] = &inode{sure: content}
		return err
	})
	d.sure = maps.Clone(d.now)
	return d, err
}

func (d *disk) ours(path string) bool { return path == d.root || strings.HasPrefix(path, d.root+"/") }

// do follows one call and reports whether it changed something. A call that the model
// does not know is a fault of the test.
func (d *disk) do(c call) (changed bool) {
	if c.failed() {
		return false
	}
	switch c.name {
	case "open":
		return d.opened(c, c.args[1])
	case "openat":
		return d.opened(c, c.args[2])
	case "close":
		n, _ := descriptor(c.args[0])
		delete(d.open, n)
		return false
	case "rename":
		return d.name(naming{from: absolute("", c.args[0]), to: absolute("", c.args[1])})
	case "renameat", "renameat2":
		return d.name(naming{from: absolute(c.args[0], c.args[1]), to: absolute(c.args[2], c.args[3])})
	case "unlink", "rmdir":
		return d.name(naming{from: absolute("", c.args[0])})
	case "unlinkat":
		return d.name(naming{from: absolute(c.args[0], c.args[1])})
	case "mkdir":
		return d.name(naming{to: absolute("", c.args[0])})
	case "mkdirat":
		return d.name(naming{to: absolute(c.args[0], c.args[1])})
	case "creat", "truncate", "link", "linkat", "symlink", "symlinkat":
		panic(fmt.Errorf("follow %s: the model does not know it", c.name))
	}
	n, path := descriptor(c.args[0])
	if n == "1" || n == "2" {
		d.said++
		return true
	}
	h := d.open[n]
	if h == nil {
		if d.ours(path) {
			panic(fmt.Errorf("follow %s of %s: not opened", c.name, path))
		}
		return false
	}
	return d.write(h, c)
}

// write follows a call by which an open file changes.
func (d *disk) write(h *handle, c call) bool {
	switch c.name {
	case "pwrite64":
		h.file.pending = append(h.file.pending, change{at: number(c.args[3]), content: words(c.args[1])[:number(c.result)]})
	case "write":
		content := words(c.args[1])[:number(c.result)]
		h.file.pending = append(h.file.pending, change{at: h.at, content: content})
		h.at += len(content)
	case "ftruncate":
		h.file.pending = append(h.file.pending, change{cut: true, length: number(c.args[1])})
	case "lseek":
		h.at = number(c.result)
		return false
	case "fsync", "fdatasync":
		d.sync(h)
	default:
		panic(fmt.Errorf("follow %s of %s: the model does not know it", c.name, h.path))
	}
	return true
}

func (d *disk) opened(c call, flags string) bool {
	n, path := descriptor(c.result)
	if !d.ours(path) {
		return false
	}
	file, there := d.now[path]
	h := &handle{path: path, file: file}
	d.open[n] = h
	switch {
	case !there && !strings.Contains(flags, "O_CREAT"):
		panic(fmt.Errorf("follow open of %s: it is not there", path))
	case !there:
		h.file = &inode{}
		return d.name(naming{to: path, file: h.file})
	case strings.Contains(flags, "O_APPEND"):
		panic(fmt.Errorf("follow open of %s: the model does not append", path))
	case strings.Contains(flags, "O_TRUNC"):
		file.pending = append(file.pending, change{cut: true})
		return true
	}
	return false
}

// name changes the names of the moment, and remembers that the disk need not have them.
func (d *disk) name(c naming) bool {
	if !d.ours(c.from) && !d.ours(c.to) {
		return false
	}
	if c.from != "" && c.to != "" {
		c.file = d.now[c.from]
	}
	d.now.apply(c)
	d.pending = append(d.pending, c)
	return true
}

// sync makes what is pending of a file sure, or of the names in a folder.
func (d *disk) sync(h *handle) {
	switch {
	case d.deaf, h.file == nil && d.deafToFolders:
	case h.file != nil:
		h.file.sure, h.file.pending = keepAll.of(h.file, nil), nil
	default:
		d.pending = slices.DeleteFunc(d.pending, func(c naming) bool {
			inside := c.from != "" && filepath.Dir(c.from) == h.path || c.to != "" && filepath.Dir(c.to) == h.path
			if inside {
				d.sure.apply(c)
			}
			return inside
		})
	}
}

// way is how a power cut treats what was not synced.
type way int

const (
	dropAll way = iota
	subset
	torn
	namesLost
	ways
	keepAll
)

func (w way) String() string {
	return [...]string{"nothing unsynced", "a part of it", "torn writes", "names lost", "", "all"}[w]
}

// of is what is left of a file.
func (w way) of(f *inode, chance *rand.Rand) []byte {
	content := slices.Clone(f.sure)
	for _, c := range f.pending {
		switch {
		case w == dropAll, (w == subset || w == torn && c.cut) && chance.IntN(2) == 0:
		case w == torn && !c.cut:
			for at := 0; at < len(c.content); at += sector {
				if chance.IntN(2) == 0 {
					content = c.applyPart(content, at, min(at+sector, len(c.content)))
				}
			}
		default:
			content = c.applyPart(content, 0, len(c.content))
		}
	}
	return content
}

func (c change) applyPart(content []byte, from, to int) []byte {
	if c.cut {
		return fit(content, c.length)
	}
	if len(content) < c.at+to {
		content = fit(content, c.at+to)
	}
	copy(content[c.at+from:], c.content[from:to])
	return content
}

// fit gives content another length; what is new is zero.
func fit(content []byte, length int) []byte {
	if length <= len(content) {
		return content[:length]
	}
	return append(content, make([]byte, length-len(content))...)
}

// cut is the disk after a power cut: content by path, relative to the root.
func (d *disk) cut(w way, chance *rand.Rand) map[string][]byte {
	left := d.now
	if w == namesLost {
		left = maps.Clone(d.sure)
		for _, c := range d.pending[:chance.IntN(len(d.pending)+1)] {
			left.apply(c)
		}
		w = way(chance.IntN(int(namesLost)))
	}
	files := map[string][]byte{}
	for _, path := range slices.Sorted(maps.Keys(left)) {
		if left[path] == nil {
			continue
		}
		if _, there := left[filepath.Dir(path)]; !there {
			continue
		}
		relative, err := filepath.Rel(d.root, path)
		if err != nil {
			panic(err)
		}
		files[relative] = w.of(left[path], chance)
	}
	return files
}
