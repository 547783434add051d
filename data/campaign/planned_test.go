package campaign

import (
	"strings"
	"testing"
)

// A day that was moved keeps the one that was planned at first, for who has a letter of then; what is
// counted from it too. Who planned it is named.
func TestMovedDaysKeepTheFirstPlan(t *testing.T) {
	c := builtin(t, "zno-2020")
	for code, want := range map[string]string{"main_session_start": "2020-05-21", "main_session_end": "2020-06-15", "passes": "2020-04-30", "withdrawal_end": "2020-04-16", "registration_end": ""} {
		if got := c.Date(code).Planned; string(got) != want {
			t.Errorf("%s was planned for %q, want %q", code, got, want)
		}
	}
	for code, want := range map[string]string{"mathematics": "2020-05-21", "chemistry": "2020-06-15", "french": "2020-06-01"} {
		if got := c.Subject(code).Planned; string(got) != want {
			t.Errorf("%s was planned for %q, want %q", code, got, want)
		}
	}
	nobody := strings.Replace(string(c.Source()), "planned_source", "# planned_source", 1)
	if _, err := Load([]byte(nobody), "1.0"); err == nil {
		t.Error("nobody has planned it")
	}
}
