package simulate_test

import (
	"testing"

	"graduand/data/centre"
	"graduand/data/centre/centretest"
	"graduand/data/cputest"
)

// BenchmarkIngest takes over what a school has sent, photos of 200 KB, on each database; what the
// server of PostgreSQL takes is in the time and not in the CPU.
func BenchmarkIngest(b *testing.B) {
	for _, on := range []string{"sqlite", "postgresql"} {
		b.Run(on, func(b *testing.B) {
			dsn := ""
			if on == "postgresql" {
				dsn = centretest.Postgres(b)(b)
			}
			p := plan("zno-2020", b.N)
			p.Largest, p.Photo = 0, 200_000
			s := send(b, p)
			c := s.begin(b, "zno-2020", dsn)
			graduates := 0
			for _, school := range s.schools {
				graduates += school.Graduates
			}
			b.SetBytes(s.octets / int64(b.N))
			b.ResetTimer()
			cpu := cputest.Took(b, func() {
				if err := c.Ingest(b.Context(), s.inbox, centre.Ingesting{Tell: func(*centre.Outcome) error { return nil }}); err != nil {
					b.Fatal(err)
				}
			})
			b.StopTimer()
			b.ReportMetric(float64(cpu.Milliseconds())/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(graduates)/float64(b.N), "graduates/op")
		})
	}
}
