package centre_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"testing"

	"graduand/data/exchange"
)

// BenchmarkIngest is a message of 50 graduates with photos of 200 KB on SQLite, a school each time.
func BenchmarkIngest(b *testing.B) {
	c := newCentre(b, "", "zno-2020")
	noise := rand.NewChaCha8([32]byte{7})
	for i := range b.N {
		s := c.enrol(fmt.Sprintf("school-%d", i))
		var records []exchange.Record
		var files []exchange.File
		for n := range 50 {
			content := make([]byte, 200<<10)
			noise.Read(content)
			sum := sha256.Sum256(content)
			f := exchange.File{SHA256: hex.EncodeToString(sum[:]), Ending: "jpg", Open: func() ([]byte, error) { return content, nil }}
			r := person(fmt.Sprintf("p%d", n), fmt.Sprint(1000000+100*i+n))
			r.Documents = []exchange.Document{{Graduate: r.Graduate.ID, Place: "photo", SHA256: f.SHA256, Bytes: fmt.Sprint(len(content)), File: f.Path()}}
			records, files = append(records, r), append(files, f)
		}
		c.put(s.messageWith(files, exchange.TypeEntries, records))
	}
	b.SetBytes(50 * 200 << 10)
	b.ResetTimer()
	c.ingest(trusting)
	b.StopTimer()
	if got := len(c.of("person", "graduate")); got != 50*b.N {
		b.Fatal(got)
	}
}
