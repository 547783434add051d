package frame

import (
	"fmt"
	"strings"
)

// SizeOf is the size of a file in words, of a number of bytes: «532 Б», «12 КБ», «0,8 МБ». Kilobytes
// end where megabytes say more than a tenth.
func SizeOf(w *Window, bytes int64) string {
	const kilobyte, megabyte = 1 << 10, 1 << 20
	switch {
	case bytes < kilobyte:
		return w.Say("ui.size_b", map[string]any{"size": bytes})
	case bytes < megabyte/5:
		return w.Say("ui.size_kb", map[string]any{"size": (bytes + kilobyte/2) / kilobyte})
	}
	size := fmt.Sprintf("%.1f", float64(bytes)/megabyte)
	return w.Say("ui.size_mb", map[string]any{"size": strings.Replace(size, ".", w.Say("form_file.comma", nil), 1)})
}
