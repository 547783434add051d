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

// BenchmarkPhone measures one number.
func BenchmarkPhone(b *testing.B) {
	for b.Loop() {
		if _, err := Phone("050 123-45-67", "UA"); err != nil {
			b.Fatal(err)
		}
	}
}
