package file_test

import (
	"testing"
	"time"

	"graduand/data"
	"graduand/data/file"
)

// What the disk refuses meanwhile is told: the system tells it only once.
func TestAFailureOfTheDiskMeanwhileIsTold(t *testing.T) {
	stop := file.Flush("/dev/full") // a device that cannot be synced
	time.Sleep(150 * time.Millisecond)
	if err := stop(); data.CodeOf(err) != "file.cannot_write" {
		t.Errorf("the failure is %v", err)
	}
}
