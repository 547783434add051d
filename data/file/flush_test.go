package file_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data/file"
)

func TestWhatIsWrittenIsFlushedMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "copy")
	stop := file.Flush(path) // it is not there yet
	time.Sleep(150 * time.Millisecond)
	if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	time.Sleep(150 * time.Millisecond)
	if err := stop(); err != nil {
		t.Error(err)
	}
}
