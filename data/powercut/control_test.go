package powercut

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// alteration is a place of the program's source, and what stands there in a control.
type alteration struct{ file, old, new string }

// altered builds the program with other words in places of its source, in each exactly once.
func altered(t testing.TB, all ...alteration) string {
	t.Helper()
	folder := t.TempDir()
	sources, replaced := map[string]string{}, ""
	for _, a := range all {
		source, err := filepath.Abs(filepath.Join("..", "..", a.file))
		must(t, err)
		if sources[source] == "" {
			sources[source] = string(read(t, source))
		}
		if strings.Count(sources[source], a.old) != 1 {
			t.Fatalf("where is %s in %s?", a.old, a.file)
		}
		sources[source] = strings.Replace(sources[source], a.old, a.new, 1)
	}
	for source, content := range sources {
		changed := filepath.Join(folder, fmt.Sprint(len(replaced), ".go"))
		must(t, os.WriteFile(changed, []byte(content), 0o600))
		replaced += fmt.Sprintf(",%q: %q", source, changed)
	}
	overlay := filepath.Join(folder, "overlay.json")
	must(t, os.WriteFile(overlay, []byte(`{"Replace": {`+strings.TrimPrefix(replaced, ",")+`}}`), 0o600))
	return build(t, "-overlay", overlay)
}
