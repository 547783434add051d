package single

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// claim is a mutex of this session, which the system takes back from who ends in whatever way, and a pipe
// of the same name that this user alone may open. Calls that wait are made on threads of their own, not by
// the completion ports of Go: wine 8 never completes them for a pipe.
type claim struct {
	mutex windows.Handle
	key   string
	end   chan struct{}
}

func newClaim(key string) (claim, error) {
	name, err := windows.UTF16PtrFromString(`Local\Graduand-` + key)
	if err != nil {
		return claim{}, err
	}
	mutex, err := windows.CreateMutex(nil, false, name)
	if errors.Is(err, windows.ERROR_ALREADY_EXISTS) {
		windows.CloseHandle(mutex)
		return claim{}, ErrRuns
	}
	if err != nil {
		return claim{}, fmt.Errorf("claim folder: %w", err)
	}
	return claim{mutex: mutex, key: key, end: make(chan struct{})}, nil
}

// pipeOf is the name of a pipe of this user in this session: another session shows another screen.
func pipeOf(key string) (name *uint16, user string, err error) {
	who, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, "", err
	}
	var session uint32
	if err := windows.ProcessIdToSessionId(windows.GetCurrentProcessId(), &session); err != nil {
		return nil, "", err
	}
	user = who.User.Sid.String()
	name, err = windows.UTF16PtrFromString(fmt.Sprintf(`\\.\pipe\Graduand-%s-%d-%s`, user, session, key))
	return name, user, err
}

func (c *claim) listen(answer func(message []byte) string) error {
	name, user, err := pipeOf(c.key)
	if err != nil {
		return fmt.Errorf("listen for a second program: %w", err)
	}
	only, err := windows.SecurityDescriptorFromString("D:P(A;;GA;;;" + user + ")")
	if err != nil {
		return fmt.Errorf("close pipe to others: %w", err)
	}
	of := &windows.SecurityAttributes{SecurityDescriptor: only}
	of.Length = uint32(unsafe.Sizeof(*of))
	pipe, err := newPipe(name, of, windows.FILE_FLAG_FIRST_PIPE_INSTANCE)
	if err != nil {
		return fmt.Errorf("listen for a second program: %w", err)
	}
	go func() {
		for {
			// A client may be there already: that is no failure.
			if err := windows.ConnectNamedPipe(pipe, nil); err != nil && !errors.Is(err, windows.ERROR_PIPE_CONNECTED) {
				windows.CloseHandle(pipe)
				return
			}
			go hear(pipe, answer)
			select {
			case <-c.end:
				return
			default:
			}
			if pipe, err = newPipe(name, of, 0); err != nil {
				return
			}
		}
	}()
	return nil
}

// mostAtOnce is how many second programs may ask at once.
const mostAtOnce = 8

func newPipe(name *uint16, of *windows.SecurityAttributes, flags uint32) (windows.Handle, error) {
	return windows.CreateNamedPipe(name, windows.PIPE_ACCESS_DUPLEX|flags,
		windows.PIPE_TYPE_MESSAGE|windows.PIPE_READMODE_MESSAGE|windows.PIPE_WAIT|windows.PIPE_REJECT_REMOTE_CLIENTS, mostAtOnce, uint32(longestMessage), uint32(longestMessage), 0, of)
}

// hear takes one message. One who breaks off, or says more than any may, gets no answer.
func hear(pipe windows.Handle, answer func(message []byte) string) {
	defer windows.CloseHandle(pipe)
	message, read := make([]byte, longestMessage), uint32(0)
	if windows.ReadFile(pipe, message, &read, nil) != nil {
		return
	}
	said, written := []byte(answer(message[:read])), uint32(0)
	if windows.WriteFile(pipe, said, &written, nil) == nil {
		windows.FlushFileBuffers(pipe)
	}
	windows.DisconnectNamedPipe(pipe)
}

func (c *claim) close() error {
	close(c.end)
	c.wake()
	return windows.CloseHandle(c.mutex)
}

// wake lets who listens see that it is over: nothing else ends a call that waits.
func (c *claim) wake() {
	if name, _, err := pipeOf(c.key); err == nil {
		if pipe, err := openPipe(name); err == nil {
			windows.CloseHandle(pipe)
		}
	}
}

func openPipe(name *uint16) (windows.Handle, error) {
	return windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING, 0, 0)
}

// say tells the program that runs something, and brings what it answers. The calls do not end by themselves, so
// they are left alone when the time is over.
func say(key, message string, until time.Time) (string, error) {
	name, _, err := pipeOf(key)
	if err != nil {
		return "", err
	}
	// Who was just started by the user may put a window in front, and hands that on.
	windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow").Call(anyProgram)
	type said struct {
		answer string
		err    error
	}
	heard := make(chan said, 1)
	go func() {
		answer, err := exchange(name, message)
		heard <- said{answer, err}
	}()
	select {
	case s := <-heard:
		return s.answer, s.err
	case <-time.After(time.Until(until)):
		return "", errAnswer
	}
}

// anyProgram is ASFW_ANY.
const anyProgram = uintptr(^uint32(0))

func exchange(name *uint16, message string) (string, error) {
	pipe, err := openPipe(name)
	if err != nil {
		return "", err
	}
	defer windows.CloseHandle(pipe)
	var n uint32
	if err := windows.WriteFile(pipe, []byte(message), &n, nil); err != nil {
		return "", err
	}
	answer := make([]byte, len(taken))
	err = windows.ReadFile(pipe, answer, &n, nil)
	return string(answer[:n]), err
}

// sameLetters is a path as Windows tells folders apart.
func sameLetters(path string) string { return strings.ToLower(path) }
