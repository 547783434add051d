package ledger

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// statement is what the school says of the file as a whole. It is written with every
// change, under an authenticator.
type statement struct {
	// Seq and Hash are those of the last event.
	Seq  int64  `json:"seq"`
	Hash string `json:"hash"`
	// Settings hold revision and hash of each setting, Slots the hash of each way to the
	// school key.
	Settings map[string]string `json:"settings"`
	Slots    map[string]string `json:"slots"`
	// Records are the revisions of all graduates by their ids: an older one, put back with its
	// later events taken out, is known by it. Nil where the statement itself is spoilt.
	Records map[string]int `json:"records"`
	// EventKey is the generation of the key of the school's events; 0 where none is said.
	EventKey int `json:"event_key,omitempty"`
	// Aside are the hashes of events that are spoilt and were set aside, by their number.
	Aside map[int64]string `json:"aside,omitempty"`
}

func (s *statement) head() vault.Head {
	head := vault.Head{Seq: s.Seq}
	octets, _ := hex.DecodeString(s.Hash)
	copy(head.Hash[:], octets)
	return head
}

// readStatement gives what the school says; it is not genuine when another has written it.
func (l *Ledger) readStatement(ctx context.Context) (s statement, err error) {
	stored, err := l.db.Vouch(ctx, vouchStatement)
	if err != nil {
		return s, err
	}
	if len(stored) < macSize {
		return s, tampered(vault.ErrTampered, statementPlace())
	}
	mac, text := stored[:macSize], stored[macSize:]
	if err := vault.CheckMAC(l.keys.sub[vault.LabelVouch], mac, statementPlace(), text); err != nil {
		return s, tampered(err, statementPlace())
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return s, damaged(fmt.Errorf("statement: %w", err))
	}
	return s, nil
}

func (k *keys) vouch(tx *sqlite.Tx, s *statement) error {
	text, err := marshal("statement", s)
	if err != nil {
		return err
	}
	mac, err := vault.MAC(k.sub[vault.LabelVouch], statementPlace(), text)
	if err != nil {
		return err
	}
	return tx.PutVouch(vouchStatement, append(mac, text...))
}

// signSettings signs the settings for graduates.
func (k *keys) signSettings(tx *sqlite.Tx, s settings) error {
	signature, err := k.signer.Sign(settingsPlace(""), s.text())
	if err != nil {
		return err
	}
	return tx.PutVouch(vouchSettings, signature)
}

// compareSettings holds the settings against the statement, and what is signed of them
// for graduates against both.
func (l *Ledger) compareSettings(ctx context.Context) error {
	if ills := l.alteredSettings(); len(ills) > 0 {
		l.ills = append(l.ills, ills...)
		return nil
	}
	signature, err := l.db.Vouch(ctx, vouchSettings)
	if err != nil {
		return err
	}
	if vault.CheckSignature(l.keys.signer.Public(), signature, settingsPlace(""), l.settings.text()) != nil {
		l.fall(Ill{Code: "signature"})
	}
	return nil
}

func (l *Ledger) alteredSettings() []Ill {
	var ills []Ill
	stored := l.settings.hashes()
	for name, hash := range l.state.Settings {
		if stored[name] != hash {
			ills = append(ills, Ill{Code: "altered_school", Args: data.Args{"name": name}, Blocks: true})
		}
	}
	for name := range stored {
		if l.state.Settings[name] == "" {
			ills = append(ills, Ill{Code: "altered_school", Args: data.Args{"name": name}, Blocks: true})
		}
	}
	return ills
}

// slotHashes are what the statement says of the ways to the school key: the hash of each
// by its id. One that is damaged keeps only its owner out.
func slotHashes(slots []sqlite.Slot) map[string]string {
	hashes := map[string]string{}
	for _, s := range slots {
		hashes[s.ID] = hex.EncodeToString(hashOf(fmt.Appendf(nil, "%d|%x|%x|%x", s.Made, hashOf(s.Body), hashOf(s.Account), hashOf(s.Tokens))))
	}
	return hashes
}

// withoutStatement is what can be said where the statement itself is spoilt: the history
// ends with the last event that the school vouches for. Of settings and slots it says
// nothing.
func (l *Ledger) withoutStatement(ctx context.Context) (s statement, err error) {
	err = l.db.Chain(ctx, func(e sqlite.Event) error {
		if l.keys.checkMAC(&e) == nil {
			s.Seq, s.Hash = e.Seq, hex.EncodeToString(e.Hash)
		}
		return nil
	})
	return s, err
}

// soundSlot holds a way to the school key against the statement. Where that is spoilt, it
// is the present one if the present school key opens the account.
func (l *Ledger) soundSlot(slot sqlite.Slot) bool {
	_, err := l.keys.openAccount(slot)
	return err == nil && (l.state.Slots == nil || l.state.Slots[slot.ID] == slotHashes([]sqlite.Slot{slot})[slot.ID])
}

// compareSlots names every slot that is missing, altered or put in.
func (l *Ledger) compareSlots(ctx context.Context) ([]Ill, error) {
	slots, err := l.db.Slots(ctx)
	if err != nil {
		return nil, err
	}
	var ills []Ill
	stored := slotHashes(slots)
	for _, slot := range slots {
		if !l.soundSlot(slot) {
			ills = append(ills, Ill{Code: "altered_account", Args: data.Args{"id": slot.ID}})
		}
	}
	for id := range l.state.Slots {
		if stored[id] == "" {
			ills = append(ills, Ill{Code: "lost_account", Args: data.Args{"id": id}})
		}
	}
	return ills, nil
}

// compareOwnSlot refuses whoever came in by a slot that is not the present one: an
// earlier password put back into the file. It does so for examination too. Where there
// is no statement to compare with, the school key decides, which changes with every password.
func (l *Ledger) compareOwnSlot(ctx context.Context) error {
	if l.me.ID == "" {
		return nil
	}
	slots, err := l.db.Slots(ctx)
	if err != nil {
		return err
	}
	for _, slot := range slots {
		if slot.ID == l.me.ID && l.soundSlot(slot) {
			return nil
		}
	}
	return tampered(errors.New("not the present slot"), accountPlace(l.me.ID))
}

// expected are the ids of the graduates who must be there: those of the statement, or, where
// that is spoilt, those whose last event is no end.
func (l *Ledger) expected(last map[string]*sqlite.Event) []string {
	if l.state.Records != nil {
		return slices.Sorted(maps.Keys(l.state.Records))
	}
	var ids []string
	for id, e := range last {
		if !gone(e.Kind) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// trusted says that a graduate trusts the key by which the school signs.
func (l *Ledger) trusted(key *vault.Key, stored sqlite.Record) bool {
	public, err := vault.Open(key, trustPlace(stored.ID), stored.Trust)
	return err == nil && string(public) == string(l.keys.signer.Public())
}
