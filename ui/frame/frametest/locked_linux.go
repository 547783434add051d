package frametest

import (
	"path/filepath"
	"testing"

	"graduand/data/drivetest"
	"graduand/ui/frame"
)

// WithLocked is [WithPapers] for a school whose registry cannot be written, as on a DVD.
func WithLocked(t testing.TB, campaign, language string, n int) (*frame.Window, *Files) {
	t.Helper()
	path := copyDemo(t, campaign, n, TestKey, papers)
	drivetest.Lock(t, filepath.Dir(path))
	return opened(t, path, language)
}
