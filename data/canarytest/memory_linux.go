package canarytest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// InMemory counts where each of the secrets, by its name, stands in the memory of a process, as in a core of it:
// in all that the process can read and that is in use. A process with the shield shows it to root alone; for
// everybody else the error is [os.ErrPermission].
func InMemory(pid int, secrets map[string][]byte) (map[string]int, error) {
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return nil, fmt.Errorf("read memory: %w", err)
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return nil, fmt.Errorf("read memory: %w", err)
	}
	defer mem.Close()
	found := map[string]int{}
	for line := range strings.Lines(string(maps)) {
		var from, to uint64
		var rights string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); err != nil {
			return nil, fmt.Errorf("read memory: %w", err)
		}
		if rights[0] == 'r' && !strings.Contains(line, "[v") {
			if err := searchPart(mem, int64(from), int64(to), secrets, found); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// part is how much is read at once; longest is more than any secret has octets.
const part, longest = 4 << 20, 4096

// searchPart looks through one stretch of memory. What cannot be read, as memory of a device, is none of ours.
func searchPart(mem io.ReaderAt, from, to int64, secrets map[string][]byte, found map[string]int) error {
	buffer := make([]byte, part+longest)
	for ; from < to; from += part {
		n, err := mem.ReadAt(buffer[:min(int64(len(buffer)), to-from)], from)
		if n == 0 && err != nil && !errors.Is(err, io.EOF) {
			return nil
		}
		for name, secret := range secrets {
			for at := 0; ; at++ {
				next := bytes.Index(buffer[at:n], secret)
				if next < 0 || at+next >= part {
					break
				}
				at += next
				found[name]++
			}
		}
	}
	return nil
}
