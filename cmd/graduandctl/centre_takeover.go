package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"graduand/data/centre"
	"graduand/data/centre/simulate"
)

// takenOver is what the programs have told that took a wave over, and what they took for it.
type takenOver struct {
	mutex sync.Mutex
	lines []outcomeLine
	cpu   time.Duration
	peak  int64
}

// takeOver runs «centre ingest» on the inbox, as many at a time as was asked for, as programs of
// their own: what they cost is theirs alone.
func (m *simulation) takeOver(inbox string) (*takenOver, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find own program: %w", err)
	}
	took := &takenOver{}
	failed := make(chan error, m.Processes)
	for range m.Processes {
		ingest := exec.CommandContext(m.ctx, program, "centre", "ingest", m.Dir, inbox, "--json")
		// A password is never an argument.
		ingest.Env = append(os.Environ(), "GRADUAND_DSN="+m.DSN)
		go func() { failed <- took.run(ingest) }()
	}
	for range m.Processes {
		err = errors.Join(err, <-failed)
	}
	return took, err
}

func (t *takenOver) run(ingest *exec.Cmd) error {
	var said bytes.Buffer
	ingest.Stderr = &said
	told, err := ingest.StdoutPipe()
	if err != nil {
		return fmt.Errorf("take over: %w", err)
	}
	if err := ingest.Start(); err != nil {
		return fmt.Errorf("take over: %w", err)
	}
	ended := make(chan bool)
	go t.watch(ingest.Process.Pid, ended)
	err = errors.Join(t.read(told), ingest.Wait())
	close(ended)
	var code *exec.ExitError
	if errors.As(err, &code) && code.ExitCode() == exitFindings {
		err = nil
	}
	if err != nil {
		return fmt.Errorf("take over: %w\n%s", err, &said)
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.cpu += ingest.ProcessState.UserTime() + ingest.ProcessState.SystemTime()
	return nil
}

// read takes what is told as it comes; whatever it is, all of it is read, or the program would wait for
// that for ever.
func (t *takenOver) read(told io.Reader) error {
	for lines := json.NewDecoder(told); ; {
		var o outcomeLine
		switch err := lines.Decode(&o); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			_, left := io.Copy(io.Discard, told)
			return errors.Join(fmt.Errorf("read outcome: %w", err), left)
		}
		t.mutex.Lock()
		t.lines = append(t.lines, o)
		t.mutex.Unlock()
	}
}

// lookEvery is how often somebody looks how much memory a program has had at most.
const lookEvery = 20 * time.Millisecond

func (t *takenOver) watch(process int, ended <-chan bool) {
	for {
		peak := peakOf(process)
		t.mutex.Lock()
		t.peak = max(t.peak, peak)
		t.mutex.Unlock()
		select {
		case <-ended:
			return
		case <-time.After(lookEvery):
		}
	}
}

var highWater = regexp.MustCompile(`(?m)^VmHWM:\s+(\d+) kB$`)

// peakOf is how much memory a program has had at most, in octets, as Linux tells it; 0 where it does
// not. What the system tells when it has ended would be that of whoever has started it, if that is more.
func peakOf(process int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", process))
	found := highWater.FindSubmatch(status)
	if err != nil || found == nil {
		return 0
	}
	kilobytes, err := strconv.ParseInt(string(found[1]), 10, 64)
	if err != nil {
		return 0
	}
	return kilobytes << 10
}

// strange counts the messages of which something else has become than should.
func (t *takenOver) strange(fates map[string]simulate.Fate) (n int) {
	// What another program was quicker with is told by both, and what could not be opened names no
	// school: the name of its file does.
	first := map[string]*outcomeLine{}
	for i := range t.lines {
		o := &t.lines[i]
		code, _, _ := strings.Cut(o.File[strings.LastIndexAny(o.File, `/\\`)+1:], "-000001.")
		if _, is := fates[code]; is && (first[code] == nil || first[code].State == centre.Repeated) {
			first[code] = o
		}
	}
	for code, fate := range fates {
		o := first[code]
		if o == nil || o.State != fate.State || o.Code != fate.Code || o.Rejected != fate.Rejected {
			n++
		}
	}
	return n
}
