package sqlite

import (
	"encoding/json"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"graduand/data"
	"graduand/data/file"
)

// holder says who has a registry open and since when, so that a second program can tell
// its user whom to ask. Of who it is stands there the account of the PC alone: two
// accounts of one PC are the only ones between which that is a question, since a registry
// on a network drive is refused. Nothing stands there of the PC, of its domain, or of the
// people in the registry, and only the same account may read it. It locks nothing.
//
// It lies beside the registry as long as that is open. Where one lies beside a registry
// that nobody has open, the program that had it was killed.
type holder struct {
	Who   string    `json:"who"`
	Since time.Time `json:"since"`
}

func holderPath(registry string) string { return registry + "-open" }

// maximumHolder bounds what is read of a holder, in bytes.
const maximumHolder = 4 << 10

// leaveWord writes who is here. The registry works without it, so a failure is none. What
// lies there is no registry's, and perhaps no file: it is taken away, not written into.
func leaveWord(registry string, now time.Time) {
	h := holder{Since: now.UTC().Truncate(time.Second)}
	if u, err := user.Current(); err == nil {
		// Windows says DOMAIN\account.
		h.Who = u.Username[strings.LastIndexByte(u.Username, '\\')+1:]
	}
	body, err := json.Marshal(h)
	if err != nil {
		return
	}
	_ = os.Remove(holderPath(registry))
	f, err := os.OpenFile(holderPath(registry), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	_, err = f.Write(body)
	_ = errors.Join(err, f.Close())
}

// nameHolder adds to the refusal of an open registry who has it open, where that is
// known.
func nameHolder(err error, registry string) error {
	if data.CodeOf(err) != "registry.open_elsewhere" {
		return err
	}
	body, read := file.Read(holderPath(registry), maximumHolder)
	var h holder
	if read != nil || json.Unmarshal(body, &h) != nil || h.Who == "" {
		return err
	}
	return data.FailWith(err, "registry.open_by", data.Args{"file": filepath.Base(registry), "who": h.Who,
		"since": h.Since.Local().Format("02.01.2006 15:04")})
}

// endedUncleanly reports whether a registry, in which nothing is changed yet, was not
// closed by the program that had it last: its word or its log is left.
func endedUncleanly(registry string) bool {
	if _, err := os.Lstat(holderPath(registry)); err == nil {
		return true
	}
	log, err := os.Stat(logPath(registry))
	return err == nil && log.Size() > 0
}

// Unclean reports whether the registry was not closed by the program that had it last: the
// power went, or the program was killed. Then a disk may have kept something else than
// what was written, and all of it should be examined. It stays so through closing and
// opening until [DB.Examined].
func (db *DB) Unclean() bool { return db.unclean }

// Examined says that the registry was read as a whole and found sound.
func (db *DB) Examined() { db.unclean = false }
