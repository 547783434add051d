package registrar_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// BenchmarkAgainstCopy makes a backup of a registry of 1 GB, which is examined whole before it gets its
// name, in turn with the bare copy of the same file by cp, brought to the disk by sync.
func BenchmarkAgainstCopy(b *testing.B) {
	path := photographed(b, 5000)
	size, err := os.Stat(path)
	desktest.Must(err)
	r := reopened(b, path)
	folder := b.TempDir()
	turns := prooftest.InTurn(b, prooftest.Times(b, 5),
		func() time.Duration { return copied(b, path, filepath.Join(folder, "copy")) },
		func() time.Duration { return backedUp(b, r, filepath.Join(folder, "copy.graduand-backup")) },
	)
	prooftest.Tell(b, prooftest.Figures{
		"backup_mb": float64(size.Size()) / 1e6, "copy_seconds": turns.Seconds(0), "backup_seconds": turns.Seconds(1), "backup_times": turns.Times(1, 0),
	})
}

// reopened is a registry of [photographed] for the rest of the benchmark.
func reopened(b *testing.B, path string) *registrar.Registrar {
	b.Helper()
	o := desktest.Options()
	o.Key = nil
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{Phone: c.Demo.Phone, Password: registrar.DemoPassword}, o)
	desktest.Must(err)
	b.Cleanup(func() { desktest.Must(r.Close()) })
	return r
}

// copied is how long cp and sync take together; the copy is taken away again.
func copied(b *testing.B, from, to string) time.Duration {
	b.Helper()
	defer os.Remove(to)
	return prooftest.Clocked(func() {
		if said, err := exec.Command("sh", "-c", `cp "$0" "$1" && sync "$1"`, from, to).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, said)
		}
	})
}

// backedUp is how long a backup takes, which is taken away again.
func backedUp(b *testing.B, r *registrar.Registrar, to string) time.Duration {
	b.Helper()
	defer os.Remove(to)
	return prooftest.Clocked(func() {
		ills, err := r.Backup(desktest.Ctx, to)
		if err != nil || len(ills) > 0 {
			b.Fatal(ills, err)
		}
	})
}
