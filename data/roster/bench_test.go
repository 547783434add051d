package roster

import "testing"

// BenchmarkRead measures opening, recognising and parsing 5,000 rows of ten
// columns; the aim is a quarter of a second on one core.
func BenchmarkRead(b *testing.B) {
	content := bigRoster(b, 5000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if r := read(b, content, ukraine(), Options{}); len(r.Rows) != 5000 || r.Rows[4999].Bad() {
			b.Fatal(len(r.Rows), r.Rows[4999].Problems)
		}
	}
}
