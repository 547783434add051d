package sqlite

import (
	"encoding/json"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"graduand/data"
)

// holder says who has a registry open: the account of the PC, the PC, and since when.
// It lies beside the registry as long as that is open, so that a second program can
// tell its user. It locks nothing, and names nobody of the registry.
type holder struct {
	Who   string    `json:"who"`
	Since time.Time `json:"since"`
}

func holderPath(registry string) string { return registry + "-open" }

// leaveWord writes who is here. The registry works without it, so a failure is none.
func leaveWord(registry string, now time.Time) {
	h := holder{Since: now.UTC().Truncate(time.Second)}
	if u, err := user.Current(); err == nil {
		h.Who = u.Username
	}
	if name, err := os.Hostname(); err == nil {
		h.Who += "@" + name
	}
	if body, err := json.Marshal(h); err == nil {
		_ = os.WriteFile(holderPath(registry), body, 0o600)
	}
}

// nameHolder adds to the refusal of an open registry who has it open, where that is
// known.
func nameHolder(err error, registry string) error {
	if data.CodeOf(err) != "registry.open_elsewhere" {
		return err
	}
	body, read := os.ReadFile(holderPath(registry))
	var h holder
	if read != nil || json.Unmarshal(body, &h) != nil || h.Who == "" {
		return err
	}
	return data.FailWith(err, "registry.open_by", data.Args{"file": filepath.Base(registry), "who": h.Who,
		"since": h.Since.Local().Format("02.01.2006 15:04")})
}
