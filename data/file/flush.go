package file

import (
	"errors"
	"os"
	"time"
)

// Flush brings a file that somebody writes to the disk meanwhile, again and again, so that whoever syncs it in the
// end waits for little. A file that is not there yet is waited for. Stop ends it and gives the first failure.
func Flush(path string) (stop func() error) {
	over, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-over:
				ended <- nil
				return
			case <-time.After(flushEvery):
			}
			if err := flush(path); err != nil {
				ended <- err
				return
			}
		}
	}()
	return func() error {
		close(over)
		return <-ended
	}
}

// flushEvery is long enough that what is written in no time is left alone.
const flushEvery = 100 * time.Millisecond

func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return cannotWrite(err, path)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return cannotWrite(err, path)
	}
	return nil
}
