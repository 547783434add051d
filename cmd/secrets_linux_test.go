package cmd

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"graduand/data"
	"graduand/data/canarytest"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry/registrytest"
	"graduand/ui/frame"
)

// What is typed into the window by somebody whose words nobody else uses.
const (
	beacon        = "Школа-маяк имени Контроля"
	birdName      = "Клёстова Сойка Снегирьевна"
	birdPhone     = "0555733001"
	birdPassword  = "Совы и филины не спят 9"
	pupilPhone    = "0555481590"
	pupilSurname  = "Канарейкина"
	pupilName     = "Щеглиана"
	pupilFather   = "Зябликовна"
	pupilDocument = "9481627"
	pupilTown     = "Поползневское"
	pupilStreet   = "ул. Трясогузочная"
	behindPhoto   = "Dyatel on the back of it"
)

// nest is a school of birds at its window: all that the program may keep lies below folder, all that it was asked
// to write for somebody in asked.
type nest struct {
	*desk
	registry, asked string
	face            []byte
	birds           []string
}

func newNest(t *testing.T) *nest {
	t.Helper()
	n := &nest{desk: emptyDesk(t, "ru"), asked: t.TempDir()}
	n.password = birdPassword
	n.registry = filepath.Join(n.folder, "school.graduand")
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	r, err := registrar.Create(desktest.Ctx, n.registry, c, data.School{Name: beacon}, registrar.Founder{Name: birdName, Phone: birdPhone, Password: birdPassword}, registrar.Options{})
	desktest.Must(err)
	desktest.Must(r.Close())
	n.face = described(desktest.GoodPortrait(), behindPhoto)
	scan := n.face[len(n.face)/2:]
	n.birds = append(strings.Fields(birdName), birdPassword, "555733001", "0555 733 001", pupilPhone, pupilPhone[1:], "0555 481 590", pupilSurname, pupilName, pupilFather,
		pupilDocument, pupilTown, pupilStreet, behindPhoto, string(scan[:48]))
	return n
}

// described is a JPEG with the tag ImageDescription of EXIF (CIPA DC-008, 4.6.4), as cameras write it.
func described(picture []byte, words string) []byte {
	words += "\x00"
	tag := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x0e\x01\x02\x00")
	tag = binary.LittleEndian.AppendUint32(tag, uint32(len(words)))
	tag = append(binary.LittleEndian.AppendUint32(tag, 26), 0, 0, 0, 0)
	tag = append(tag, words...)
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(tag)+2))
	return slices.Concat(head, tag, picture[2:])
}

// enter types the password, whose letters nobody sees, and waits for a screen.
func (n *nest) enter(screen string) {
	n.t.Helper()
	n.x("type", "--delay", "0", birdPassword)
	n.press()
	n.rest(screen)
}

// fill adds a pupil and fills the form by keyboard alone, from an empty one to a finished one: the button that
// goes forwards leads from gap to gap (KG-043). Then it is printed.
func (n *nest) fill() {
	n.t.Helper()
	give := func(name string, picture []byte) string {
		path := filepath.Join(n.asked, name)
		desktest.Must(os.WriteFile(path, picture, 0o600))
		return path
	}
	front, back, face := give("front.jpg", desktest.CardFront()), give("back.jpg", desktest.CardBack()), give("face.jpg", n.face)
	n.key("ctrl+e")
	for _, word := range []string{pupilPhone, pupilSurname, pupilName, pupilFather} {
		n.write(word)
		n.key("Tab")
	}
	n.key("Return")
	n.until("row of the graduate", func(now frame.Told) bool { return now.Rows == 1 && rests(now) })
	n.shot("real-form-added")
	n.key("ctrl+b")
	n.rest("form")
	n.shot("real-form-empty")

	// The sex was taken from the patronymic.
	n.lacking("5.3.2003", pupilDocument)
	n.shot("real-form-address")
	n.lacking(pupilTown, pupilStreet)
	n.choosing(1)
	n.forth()
	n.attaching(front)
	n.attaching(back)
	n.forth()
	n.shot("real-form-photo")
	n.attaching(face)
	n.forth()
	n.shot("real-form-review")
	n.pressUntil("finished form", func(now frame.Told) bool {
		return strings.Contains(now.Status, "Бланк завершён — ") && rests(now)
	})
	n.shot("real-form-finished")
	n.printAll("ctrl+6", filepath.Join(n.asked, "card.pdf"))
}

// backedUp says whether the program has made the copy of the day by itself, which it does a while after the first
// change.
func (n *nest) backedUp() bool {
	found := false
	_ = filepath.WalkDir(n.folder, func(path string, _ os.DirEntry, err error) error {
		found = found || err == nil && strings.HasSuffix(path, registrar.ExtensionBackup)
		return nil
	})
	return found
}

// TestRealSecrets is what a day at the window leaves behind: nowhere a word of anybody, and behind the lock no key
// and no password. Facts §3, KG-012, KG-015.
func TestRealSecrets(t *testing.T) {
	t.Parallel()
	n := newNest(t)
	n.environment = []string{"HOME=" + n.folder, "TMPDIR=" + filepath.Join(n.folder, "tmp"), "XDG_CACHE_HOME=" + filepath.Join(n.folder, "cache")}
	desktest.Must(os.Mkdir(filepath.Join(n.folder, "tmp"), 0o700))
	n.start(n.registry, "--lang", "ru")
	n.until("what is said at the first start, or the door", func(now frame.Told) bool {
		return now.Screen == "" && rests(now) && now.Title != "Graduand" || now.Focus == "Button"
	})
	if n.last().Focus == "Button" {
		n.key("Return")
	}
	n.signIn("Войти")
	n.write(birdPhone)
	n.key("Tab")
	n.enter("graduates")
	n.shot("real-secrets-in")
	n.fill()
	eventually(t, "copy of the day", n.backedUp)
	n.memory()
	n.enter("printing")
	n.crash()
	n.sweep()
	if list := n.control("list", n.registry, "--find", pupilSurname, "--json"); !strings.Contains(list, `"status":"data_complete"`) {
		t.Errorf("KG-058 the form is not finished:\n%s\n%s", list, n.control("check", n.registry))
	}
}

// memory searches the memory of the program as a core would have it (/proc/PID/mem, which the shield leaves to
// root) while it is open, where the keys must be found, and behind the lock, where nothing may be: a program that
// is not linked to overwrite what it frees, or that does not clear it, still has the password and two keys there.
func (n *nest) memory() {
	n.t.Helper()
	if os.Getuid() != 0 {
		n.t.Log("the memory is not searched: the shield shows it to root alone")
		return
	}
	secrets := n.secrets()
	open := n.found(secrets)
	n.key("ctrl+l")
	n.signIn("Войти")
	locked := n.found(secrets)
	n.t.Logf("open %v, locked %v", open, locked)
	if open["school key"] == 0 || open["key of graduate 1"] == 0 {
		n.t.Errorf("the search finds no key while the registry is open: it is broken")
	}
	sum := 0
	for name, times := range locked {
		n.t.Errorf("behind the lock the %s stands %d times in memory", name, times)
		sum += times
	}
	prooftest.Tell(n.t, prooftest.Figures{"secrets": float64(len(secrets)), "found_open": float64(len(open)), "found_locked": float64(sum)})
}

func (n *nest) found(secrets map[string][]byte) map[string]int {
	n.t.Helper()
	found, err := canarytest.InMemory(n.program.Process.Pid, secrets)
	desktest.Must(err)
	return found
}

// secrets are the password in every spelling, and all keys that it opens.
func (n *nest) secrets() map[string][]byte {
	n.t.Helper()
	all := registrytest.Keys(n.t, n.registry, birdPassword)
	for i, spelt := range canarytest.Spellings(birdPassword) {
		all[fmt.Sprintf("password in spelling %d", i)] = spelt
	}
	return all
}

// crash ends the program by a fault from outside, in the middle of its work, and waits for the report.
func (n *nest) crash() {
	n.t.Helper()
	n.cmdline()
	desktest.Must(n.program.Process.Signal(syscall.SIGSEGV))
	var ended *exec.ExitError
	if err := <-n.exited; !errors.As(err, &ended) {
		n.t.Errorf("it ended with %v", err)
	}
	if report := mustRead(n.t, n.folder, "crash.txt"); !bytes.Contains(report, []byte("goroutine ")) {
		n.t.Errorf("the report tells nothing:\n%s", report)
	}
}

// cmdline looks at what every program of the PC can see of this one, and what of it root sees.
func (n *nest) cmdline() {
	n.t.Helper()
	for _, name := range []string{"cmdline", "environ", "comm", "status"} {
		content, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", n.program.Process.Pid, name))
		if errors.Is(err, os.ErrPermission) {
			continue
		}
		desktest.Must(err)
		for _, bird := range n.birds {
			if canarytest.Stands(content, bird) {
				n.t.Errorf("%q stands in %s of the process", bird, name)
			}
		}
	}
}

// sweep looks for every word in all that lies there now, and in what the program has said.
func (n *nest) sweep() {
	n.t.Helper()
	seen, err := canarytest.SeenIn(append(slices.Clone(n.birds), beacon), n.folder)
	desktest.Must(err)
	if len(seen[beacon]) == 0 {
		n.t.Error("the sweep does not find the school either, which stands there in the clear: it is broken")
	}
	delete(seen, beacon)
	for bird, files := range seen {
		n.t.Errorf("%q stands in %v", bird, files)
	}
	for _, bird := range n.birds {
		if canarytest.Stands(n.said.Bytes(), bird) {
			n.t.Errorf("the program has said %q", bird)
		}
	}
	prooftest.Tell(n.t, prooftest.Figures{"words": float64(len(n.birds)), "seen": float64(len(seen))})
}

// What people install is linked to overwrite the memory that it frees, as the program of these tests is.
func TestTheWindowIsLinkedToClear(t *testing.T) {
	const flag = "-X runtime.godebugDefault=clobberfree=1"
	for file, flagged := range map[string]string{"../Makefile": "$(CLEARS)", "graduand/package.sh": "$clears"} {
		content := string(mustRead(t, ".", file))
		if !strings.Contains(content, flag) {
			t.Errorf("%s does not know %s", file, flag)
		}
		for line := range strings.Lines(content) {
			if words := strings.TrimSpace(line); strings.Contains(words, "build ") && strings.HasSuffix(words, "./cmd/graduand") && !strings.Contains(words, flagged) {
				t.Errorf("%s builds a window that does not clear: %s", file, words)
			}
		}
	}
	if !strings.Contains(clears, flag) {
		t.Error("nor does the program of the tests")
	}
}
