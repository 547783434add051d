package frametest

import (
	"os"

	"golang.org/x/sys/unix"
)

// memory is a folder that lies in memory, and memoryRoom how much must be free there, in octets: some
// ten times what the tests of a screen write at once.
const memory, memoryRoom = "/dev/shm", 256 << 20

// inMemory has the temporary folders of the tests lie in memory, unless it is said where they lie:
// no registry of a test needs to outlive a power cut, and to have the disk confirm every change of
// one was a fifth of a test's time.
func inMemory() {
	var fs unix.Statfs_t
	if os.Getenv("TMPDIR") != "" || unix.Statfs(memory, &fs) != nil || fs.Type != unix.TMPFS_MAGIC || fs.Bavail*uint64(fs.Bsize) < memoryRoom {
		return
	}
	if tried, err := os.MkdirTemp(memory, "graduand-tests-"); err == nil && os.Remove(tried) == nil {
		os.Setenv("TMPDIR", memory)
	}
}
