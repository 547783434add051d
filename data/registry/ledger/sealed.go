package ledger

import (
	"encoding/json"
	"errors"
	"fmt"

	"graduand/data/vault"
)

// sealedSetting is a setting that the school alone can read. It is sealed as the school's
// events are, with a key that stays when the school key changes: Generation says which.
type sealedSetting struct {
	Generation int    `json:"generation"`
	Sealed     []byte `json:"sealed"`
}

func sealedPlace(name string) vault.Place { return vault.Place{Table: "setting", Field: name} }

// PutSealed writes a setting that the school alone can read. Where the newest key is spoilt
// there is nothing to seal it with, and it goes.
func (c *Change) PutSealed(name string, plain []byte) error {
	keys := c.l.keys
	if !keys.events[keys.newest].Usable() {
		return c.DropSetting(name)
	}
	sealed, err := vault.Seal(c.l.options.Rand, keys.events[keys.newest], sealedPlace(name), plain)
	if err != nil {
		return fmt.Errorf("seal setting: %w", err)
	}
	body, err := marshal(name, sealedSetting{keys.newest, sealed})
	if err != nil {
		return err
	}
	c.forgets = true
	return c.PutSetting(name, body)
}

// Sealed opens what [Change.PutSealed] has written; nil where there is none, and where the
// key is gone with which it was sealed, which was named when it was found. One that was
// altered is vault.tampered or registry.damaged; the statement knows it too.
func (l *Ledger) Sealed(name string) ([]byte, error) {
	body := l.Setting(name)
	if body == nil {
		return nil, nil
	}
	var s sealedSetting
	if err := json.Unmarshal(body, &s); err != nil {
		return nil, damaged(fmt.Errorf("setting %s: %w", name, err))
	}
	plain, err := vault.Open(l.keys.events[s.Generation], sealedPlace(name), s.Sealed)
	if errors.Is(err, vault.ErrNoKey) {
		return nil, nil
	}
	if err != nil {
		return nil, tampered(err, sealedPlace(name))
	}
	return plain, nil
}

// DropSetting takes a setting out of the file for good; that there is none is no failure.
func (c *Change) DropSetting(name string) error {
	c.forgets = true
	return c.dropSetting(name)
}
