package powercut

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"graduand/data/prooftest"
)

// F-07: the disk is full, at every level from nothing left to as much as the work takes. What was acknowledged
// is there, what was not says so in a sentence, and when there is room again the registry is sound. Only root
// may mount a small disk: for anybody else the tests of data/sqlite and data/registry stand for it.
func TestFullDisk(t *testing.T) {
	disk := smallDisk(t)
	b, all, levels := sharedBase(t), strokes(t), prooftest.Times(t, 2)
	count := &tally{}
	defer func() { count.tell(t, "levels", "done", "refused", "ill", "unclear") }()
	chance := rand.New(rand.NewPCG(prooftest.Seed(t), 0))
	for level := range levels {
		s := all[chance.IntN(len(all))]
		x, err := s.onFull(b, disk, int64(level)*s.writes()/int64(max(levels-1, 1)))
		must(t, err)
		count.add("levels")
		folder := filepath.Join(disk, "folder")
		if err := s.judge(folder, x.ended(count, s.after[s.step].words)); err != nil {
			count.add("ill")
			t.Errorf("%s, step %d, level %d, it said %q: %v", s.name, s.step+1, level, x.out+x.said, err)
		}
		if err := x.clear(s, folder); err != nil {
			count.add("unclear")
			t.Errorf("%s, step %d, level %d, it said %q: %v", s.name, s.step+1, level, x.out+x.said, err)
		}
	}
}

// TestFullDiskWithoutWords is the control: where the program has no sentence for a full disk, that is seen.
func TestFullDiskWithoutWords(t *testing.T) {
	levels := prooftest.Times(t, 0)
	if levels == 0 {
		t.Skip("only in the long run")
	}
	disk, b := smallDisk(t), sharedBase(t)
	b.program = altered(t, alteration{"data/sqlite/sqlite.go", "case sqlite3.SQLITE_FULL:", "case -1:"})
	count, all := &tally{}, strokes(t)
	set := all[slices.IndexFunc(all, func(s *stroke) bool { return s.name == "set" })]
	for level := range levels {
		x, err := set.onFull(b, disk, int64(level)*set.writes()/int64(levels))
		must(t, err)
		if count.add("levels"); x.clear(set, filepath.Join(disk, "folder")) != nil {
			count.add("unclear")
		}
	}
	if count.tell(t, "levels", "unclear"); count.count["unclear"] == 0 {
		t.Error("nothing is seen")
	}
}

// smallDisk mounts one.
func smallDisk(t *testing.T) string {
	t.Helper()
	disk := filepath.Join(t.TempDir(), "disk")
	must(t, os.Mkdir(disk, 0o700))
	if err := unix.Mount("tmpfs", disk, "tmpfs", 0, roomy); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(disk, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return disk
}

// roomy is a size with room for everything.
const roomy = "size=256m"

// onFull runs the step where so many octets are free; afterwards there is room again.
func (s *stroke) onFull(b *tool, disk string, free int64) (ran, error) {
	folder := filepath.Join(disk, "folder")
	if err := s.lay(folder); err != nil {
		return ran{}, err
	}
	var fs unix.Statfs_t
	if err := unix.Statfs(disk, &fs); err != nil {
		return ran{}, err
	}
	used := int64(fs.Blocks-fs.Bfree) * fs.Bsize
	if err := unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, fmt.Sprintf("size=%d", used+free)); err != nil {
		return ran{}, err
	}
	x, _ := s.run(b, folder, -1, 0, nil)
	return x, unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, roomy)
}

// writes is how many octets the step writes in its folder at the most.
func (s *stroke) writes() (sum int64) {
	for _, c := range s.calls[s.step] {
		if (c.name == "write" || c.name == "pwrite64") && !c.failed() && strings.HasPrefix(c.target(), s.root+"/") {
			sum += int64(number(c.result))
		}
	}
	return sum
}
