package centre_test

import (
	"context"
	cryptorand "crypto/rand"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/exchange"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	desk "graduand/data/registrar/exchange"
)

// exporter is the variable by which this program runs one export of a school instead of the tests:
// registry, folder, and "placed" where it kills itself as soon as a file is in its place.
const exporter = "GRADUAND_EXPORT_CHILD"

func exportAsChild(what []string) int {
	o := exporting()
	if what[2] == "placed" {
		o.Rand = &mortal{what[1], len(messagesIn(what[1]))}
	}
	r, err := registrar.Open(context.Background(), what[0], registrar.SignIn{}, o)
	if err == nil {
		fmt.Println("begun")
		_, err = r.Exchange.Export(context.Background(), desk.Order{To: what[1]}, nil)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	return 0
}

// exporting are the options of a school whose every run makes other ids and keys.
func exporting() registrar.Options {
	o := desktest.Options()
	o.Rand = cryptorand.Reader
	return o
}

// mortal kills its own program when there are more messages in a folder than before: the next that asks
// for something random is the transaction that notes the new one.
type mortal struct {
	folder string
	before int
}

func (m *mortal) Read(p []byte) (int, error) {
	if len(messagesIn(m.folder)) > m.before {
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Kill()
		}
		panic(err)
	}
	return io.ReadFull(cryptorand.Reader, p)
}

func messagesIn(folder string) []string {
	return must(filepath.Glob(filepath.Join(folder, "*"+exchange.Ending)))
}

// writer is a school with its centre, whose program is killed while it writes.
type writer struct {
	*correspondent
	t     *testing.T
	path  string
	stick string
	ids   []string
	turns int
}

func newWriter(t *testing.T) *writer {
	w := &writer{correspondent: newCorrespondent(t, "ort-2021", "+996555000000"), t: t, stick: t.TempDir()}
	w.path = w.registrar.Path()
	for n := range 3 {
		w.ids = append(w.ids, finished(t, w.registrar, n))
	}
	w.change()
	return w
}

// change alters everybody, so that there is something to send.
func (w *writer) change() {
	w.turns++
	for _, id := range w.ids {
		desktest.Set(w.t, w.registrar, id, fmt.Sprintf("street=ул. Манаса, %d", w.turns))
	}
}

// child runs an export by another program, which is killed after a while, or kills itself.
func (w *writer) child(moment string, after time.Duration) {
	w.t.Helper()
	if err := w.registrar.Close(); err != nil {
		w.t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), exporter+"="+strings.Join([]string{w.path, w.stick, moment}, "\n"))
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	if moment == "" {
		time.Sleep(after)
		cmd.Process.Kill()
	}
	cmd.Wait()
	w.registrar = must(registrar.Open(desktest.Ctx, w.path, registrar.SignIn{}, exporting()))
	w.t.Cleanup(func() { w.registrar.Close() })
}

// carry takes what is on the stick to the centre, and brings the answers back.
func (w *writer) carry() (told []string) {
	w.t.Helper()
	for _, path := range messagesIn(w.stick) {
		w.put(desktest.MustRead(w.t, path))
		if err := os.Remove(path); err != nil {
			w.t.Fatal(err)
		}
	}
	for _, o := range w.outcomes(trusting) {
		told = append(told, strings.TrimSpace(fmt.Sprintf("%d %s %s", o.Sequence, o.State, o.Code)))
		if o.State == centre.Applied {
			w.receive(w.t, o.Receipt)
		}
	}
	return told
}

// export writes what there is; that there is nothing is no failure.
func (w *writer) export() {
	w.t.Helper()
	if _, err := w.registrar.Exchange.Export(desktest.Ctx, desk.Order{To: w.stick}, nil); err != nil && data.CodeOf(err) != "exchange.nothing_new" {
		w.t.Fatal(err)
	}
}

// agree wants school and centre to know the same of everybody, and nothing to wait.
func (w *writer) agree() {
	w.t.Helper()
	o, err := w.registrar.Exchange.Outgoing(desktest.Ctx)
	desktest.Must(err)
	for _, row := range o.Rows {
		if row.Action != "" || row.Acknowledged == nil || row.Acknowledged.Seen != exchange.VerdictAccepted {
			w.t.Errorf("%s: %q %+v", row.Graduate.FullName(), row.Action, row.Acknowledged)
		}
	}
	s, err := w.registrar.Exchange.State()
	desktest.Must(err)
	people := w.of("person", "graduate", "record")
	if len(s.Waiting) > 0 || len(people) != len(w.ids) {
		w.t.Errorf("%d messages wait, the centre has %d people", len(s.Waiting), len(people))
	}
	for _, record := range people {
		if !strings.Contains(record, fmt.Sprintf("ул. Манаса, %d", w.turns)) {
			w.t.Errorf("the centre has %s", record)
		}
	}
	desktest.Sound(w.t, w.registrar)
}

// finished is an applicant whose form is finished.
func finished(t *testing.T, r *registrar.Registrar, n int) string {
	t.Helper()
	id := desktest.MustAdd(t, r, append(slices.Clone(desktest.OrtValues), fmt.Sprintf("surname=Асанова%c", 'а'+n), fmt.Sprintf("phone=+99655510000%d", n), fmt.Sprintf("document_number=765432%d", n))...)
	for i, field := range []string{"passport_front", "passport_back", "face_photo"} {
		desktest.Attach(t, r, id, field, desktest.Picture(t, byte(3*n+i+10)))
	}
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	return id
}

// Design §9, F-07: a program that dies between putting the file into its place and noting it.
func TestExportKilledBehindTheFile(t *testing.T) {
	for name, carried := range map[string]bool{"the file was carried to the centre": true, "the file was not": false} {
		t.Run("design §9 F-07 the next one goes on soundly: "+name, func(t *testing.T) {
			w := newWriter(t)
			for range 2 {
				w.child("placed", 0)
				left := messagesIn(w.stick)
				if len(left) != 1 {
					t.Fatalf("left %v", left)
				}
				if s, err := w.registrar.Exchange.State(); err != nil || !s.Interrupted || s.Sent != 0 {
					t.Errorf("%+v %v", s, err)
				}
				if carried {
					w.carry()
				}
				w.export()
				if len(messagesIn(w.stick)) != 1 {
					t.Errorf("on the stick are %v", messagesIn(w.stick))
				}
				if told := w.carry(); slices.ContainsFunc(told, func(line string) bool { return strings.Contains(line, "refused") || strings.Contains(line, "waiting") }) {
					t.Errorf("the centre says %q", told)
				}
				w.agree()
				if s, err := w.registrar.Exchange.State(); err != nil || s.Interrupted {
					t.Errorf("%+v %v", s, err)
				}
				w.change()
			}
		})
	}
}

// Design §9, F-07: killed at any moment, the next export loses and doubles nobody.
func TestExportKilledAtAnyMoment(t *testing.T) {
	w := newWriter(t)
	for n := range 2 * prooftest.Times(t, 5) {
		w.change()
		w.child("", time.Duration(rand.Int64N(int64(400*time.Millisecond))))
		if n%2 == 1 {
			w.carry()
		}
		w.export()
		w.carry()
		w.agree()
	}
}
