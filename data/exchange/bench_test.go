package exchange_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"graduand/data/exchange"
	"graduand/data/exchange/exchangetest"
)

// What a school of 300 graduates sends, each with a photo of 200 kB.
const (
	benchedGraduates = 300
	benchedPhoto     = 200_000
)

// bench is that message, its photos in files, and who writes and reads it.
type bench struct {
	school, centre *exchange.Identity
	message        *exchange.Message
	folder         string
	files          []exchange.File
	paths          []string
}

func newBench(b testing.TB) *bench {
	b.Helper()
	s := &bench{school: identity(), centre: identity(), folder: b.TempDir()}
	random := rand.NewChaCha8([32]byte{})
	s.message = exchangetest.Entries(s.school, s.centre.Keys(), exchangetest.FileOf(nil))
	s.message.Records = nil
	for i := range benchedGraduates {
		content := make([]byte, benchedPhoto)
		must(random.Read(content))
		f := exchangetest.FileOf(content)
		path := filepath.Join(s.folder, f.SHA256+".jpg")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			b.Fatal(err)
		}
		f.Open = func() ([]byte, error) { return os.ReadFile(path) }
		s.files, s.paths = append(s.files, f), append(s.paths, path)
		s.message.Records = append(s.message.Records, benched(i, f))
	}
	return s
}

func benched(i int, photo exchange.File) exchange.Record {
	id := fmt.Sprintf("g%d", i)
	return exchange.Record{
		Graduate: exchange.Graduate{ID: id, Key: fmt.Sprint(1_000_000 + i), Action: exchange.ActionAdd, Attempt: "1", Kind: "first", Surname: "Ґудзь", GivenName: "Олена", Sex: "f", BirthDate: "2003-03-05",
			Fields: map[string]string{"street": "вул. Бузкова, 5", "house": "7"}},
		Subjects:  []exchange.Subject{{Graduate: id, Subject: "math", Attestation: "true"}, {Graduate: id, Subject: "ukrainian", Attestation: "true"}},
		Documents: []exchange.Document{{Graduate: id, Place: "photo", SHA256: photo.SHA256, Bytes: fmt.Sprint(benchedPhoto), File: photo.Path()}},
	}
}

// write makes the file of the message.
func (s *bench) write(b testing.TB) string {
	path := filepath.Join(s.folder, "message"+exchange.Ending)
	file := must(os.Create(path))
	must(exchange.Write(file, s.message, s.files, s.school, exchange.Seal{Recipients: []string{s.centre.Keys().Recipient}}))
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// peers take the sums of the photos, and encrypt as many octets: less than a message needs.
func (s *bench) peers(b *testing.B, all string) {
	for _, command := range []*exec.Cmd{exec.Command("sha256sum", s.paths...), exec.Command("age", "-r", s.centre.Keys().Recipient, "-o", filepath.Join(s.folder, "all.age"), all)} {
		if out, err := command.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
}

// BenchmarkWriteBesidePeers writes the message, turn about with sha256sum and Debian's age on the same
// octets.
func BenchmarkWriteBesidePeers(b *testing.B) {
	s := newBench(b)
	var plain bytes.Buffer
	for _, path := range s.paths {
		plain.Write(must(os.ReadFile(path)))
	}
	all := filepath.Join(s.folder, "all")
	if err := os.WriteFile(all, plain.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	plain = bytes.Buffer{}
	var ours, theirs time.Duration
	b.SetBytes(benchedGraduates * benchedPhoto)
	for b.Loop() {
		begun := time.Now()
		s.write(b)
		ours += time.Since(begun)
		begun = time.Now()
		s.peers(b, all)
		theirs += time.Since(begun)
	}
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ours-ms/op")
	b.ReportMetric(float64(theirs.Milliseconds())/float64(b.N), "peers-ms/op")
	b.ReportMetric(float64(ours)/float64(theirs), "of-peers")
}

// BenchmarkOpen opens it, authenticates all of it and reads every photo, and tells how much memory was
// in use at most above what was before.
func BenchmarkOpen(b *testing.B) {
	s := newBench(b)
	path := s.write(b)
	b.SetBytes(benchedGraduates * benchedPhoto)
	var most uint64
	for b.Loop() {
		most = max(most, peak(func() { s.read(b, path) }))
	}
	b.ReportMetric(float64(most)/(1<<20), "peak-MB")
}

func (s *bench) read(tb testing.TB, path string) {
	file := must(os.Open(path))
	defer file.Close()
	m := must(exchange.Open(file, must(file.Stat()).Size(), exchange.Opening{Identities: []*exchange.Identity{s.centre}, Signers: signedBy(s.school)}))
	for i := range m.Records {
		if content := must(m.File(m.Records[i].Documents[0].File)); len(content) != benchedPhoto {
			tb.Fatalf("%d octets", len(content))
		}
	}
}

// peak is how many octets of the heap were taken at most while something was done, above those before.
func peak(do func()) (most uint64) {
	runtime.GC()
	taken := func() uint64 {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	before := taken()
	stop, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(time.Millisecond):
				most = max(most, taken())
			}
		}
	}()
	do()
	close(stop)
	<-done
	return most - min(most, before)
}

func TestOpeningTakesNoMoreMemoryForMorePhotos(t *testing.T) {
	s := newBench(t)
	path := s.write(t)
	if most := peak(func() { s.read(t, path) }); most > 40<<20 {
		t.Errorf("a message of %d MB took %d MB", benchedGraduates*benchedPhoto>>20, most>>20)
	}
}

// BenchmarkWriteSmall writes a message of two people, as a centre writes its answers by the thousand.
func BenchmarkWriteSmall(b *testing.B) {
	g := newGood()
	files, to := []exchange.File{g.Photo}, exchange.Seal{Recipients: []string{g.centre.Keys().Recipient}}
	b.ReportAllocs()
	for b.Loop() {
		must(exchange.Write(io.Discard, g.Message, files, g.School, to))
	}
}

// BenchmarkOpenSmall opens it.
func BenchmarkOpenSmall(b *testing.B) {
	g := newGood()
	b.ReportAllocs()
	for b.Loop() {
		must(g.open(g.File))
	}
}

// counting counts the octets that are read, each of which is decrypted.
type counting struct {
	io.ReaderAt
	octets int64
}

func (c *counting) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, at)
	c.octets += int64(n)
	return n, err
}

func TestOpeningDecryptsLittleTwice(t *testing.T) {
	s := newBench(t)
	file := must(os.Open(s.write(t)))
	defer file.Close()
	size := must(file.Stat()).Size()
	counted := &counting{ReaderAt: file}
	must(exchange.Open(counted, size, exchange.Opening{Identities: []*exchange.Identity{s.centre}, Signers: signedBy(s.school)}))
	// Where each entry lies is looked at before any is read: a piece of every photo is decrypted for that.
	if 10*counted.octets > 14*size {
		t.Errorf("%d octets were decrypted of a message of %d", counted.octets, size)
	}
}
