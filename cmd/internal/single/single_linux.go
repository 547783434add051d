package single

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// claim is a lock, which the system gives up for who ends in whatever way, and a socket beside it. Both
// lie in a folder that nobody else can enter.
type claim struct {
	lock   *os.File
	socket string
	ears   *net.UnixListener
}

func newClaim(key string) (claim, error) {
	folder, err := meetingPlace()
	if err != nil {
		return claim{}, err
	}
	lock, err := os.OpenFile(filepath.Join(folder, "graduand-"+key+".lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return claim{}, fmt.Errorf("open lock: %w", err)
	}
	if err := unix.Flock(int(lock.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		lock.Close()
		if errors.Is(err, unix.EWOULDBLOCK) {
			return claim{}, ErrRuns
		}
		return claim{}, fmt.Errorf("take lock: %w", err)
	}
	return claim{lock: lock, socket: socketOf(folder, key)}, nil
}

// meetingPlace is the folder of this user's login, else one of this user's among the temporary ones.
func meetingPlace() (string, error) {
	if folder := os.Getenv("XDG_RUNTIME_DIR"); folder != "" && isOwn(folder) {
		return folder, nil
	}
	folder := filepath.Join(os.TempDir(), "graduand-"+strconv.Itoa(os.Getuid()))
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return "", fmt.Errorf("make meeting place: %w", err)
	}
	if !isOwn(folder) {
		return "", fmt.Errorf("meet in %s: it is not this user's alone", folder)
	}
	return folder, nil
}

// isOwn says that a folder is this user's, and nobody else can enter it.
func isOwn(folder string) bool {
	info, err := os.Lstat(folder)
	if err != nil || !info.IsDir() || info.Mode().Perm()&0o077 != 0 {
		return false
	}
	of, is := info.Sys().(*syscall.Stat_t)
	return is && int(of.Uid) == os.Getuid()
}

func socketOf(folder, key string) string { return filepath.Join(folder, "graduand-"+key+".sock") }

func (c *claim) listen(answer func(message []byte) string) error {
	// That of a program that ended without a farewell.
	if err := os.Remove(c.socket); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("remove former socket: %w", err)
	}
	ears, err := net.ListenUnix("unix", &net.UnixAddr{Name: c.socket, Net: "unix"})
	if err != nil {
		return fmt.Errorf("listen for a second program: %w", err)
	}
	c.ears = ears
	go func() {
		for {
			who, err := ears.AcceptUnix()
			if err != nil {
				return
			}
			go hear(who, answer)
		}
	}()
	return nil
}

// hear takes one message. One who breaks off, or is somebody else, gets no answer.
func hear(who *net.UnixConn, answer func(message []byte) string) {
	defer who.Close()
	if !isSameUser(who) || who.SetDeadline(time.Now().Add(answerTime)) != nil {
		return
	}
	message, err := readMessage(who)
	if err != nil {
		return
	}
	words := answer(message)
	if who.SetDeadline(time.Now().Add(answerTime)) == nil {
		io.WriteString(who, words)
	}
}

// isSameUser asks the system who is at the other end.
func isSameUser(who *net.UnixConn) bool {
	raw, err := who.SyscallConn()
	if err != nil {
		return false
	}
	same := false
	err = raw.Control(func(fd uintptr) {
		of, err := unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED)
		same = err == nil && int(of.Uid) == os.Getuid()
	})
	return err == nil && same
}

func (c *claim) close() error {
	var err error
	if c.ears != nil {
		err = c.ears.Close()
	}
	return errors.Join(err, c.lock.Close())
}

// say tells the program that runs something, and brings what it answers.
func say(key, message string, until time.Time) (answer string, err error) {
	folder, err := meetingPlace()
	if err != nil {
		return "", err
	}
	to, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: socketOf(folder, key), Net: "unix"})
	if err != nil {
		return "", err
	}
	defer to.Close()
	if !isSameUser(to) {
		return "", errAnswer
	}
	if err := to.SetDeadline(until); err != nil {
		return "", err
	}
	if _, err := io.WriteString(to, message); err != nil {
		return "", err
	}
	if err := to.CloseWrite(); err != nil {
		return "", err
	}
	said, err := readMessage(to)
	return string(said), err
}

// sameLetters gives a path back: here two spellings are two folders.
func sameLetters(path string) string { return path }
