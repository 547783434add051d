package file

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// temporaryName is a pattern of os.CreateTemp. It names the process, so that what a
// program left that was killed can be told from what another one is writing.
func temporaryName() string { return fmt.Sprintf(".graduand-%d-*", os.Getpid()) }

// temporary are the names of unfinished files: the present ones, with the process, and
// those of the versions before, without.
var temporary = regexp.MustCompile(`^\.(?:graduand-(?:([0-9]+)-)?|part-)[0-9]+$`)

// Abandoned reports whether a path has the name of one of our unfinished files, and no
// process is there any more that writes it. This process abandons nothing.
func Abandoned(path string) bool {
	m := temporary.FindStringSubmatch(filepath.Base(path))
	if m == nil {
		return false
	}
	process, err := strconv.Atoi(m[1])
	return err != nil || !running(process)
}
