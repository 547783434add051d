package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"
)

// Names of the settings that the ledger itself reads. None of all settings is secret, as
// a graduate's form needs them, save what is sealed within.
const (
	SettingIdentity = "identity"
	SettingLogin    = "login"
	SettingEscrow   = "escrow"
	// SettingSigning is the school's key pair for signatures: the public half in the
	// clear, the private one sealed.
	SettingSigning = "signing"
	// SettingErasing says that an erasure is not swept yet.
	SettingErasing = "erasing"
	// SettingLastYear is what a registry knows of the season before it, sealed.
	SettingLastYear = "last_year"
	// SettingExchange are the keys for messages between the school and its centre, sealed.
	SettingExchange = "exchange"
	// settingBackoff is not vouched for: it is written before anybody has signed in.
	settingBackoff = "backoff"
)

// The names of what the school vouches with, and the size of an authenticator, in octets.
const (
	vouchStatement = "statement"
	vouchSettings  = "settings"
	macSize        = 32
)

// setting is one stored setting. Its hash is made with it: the rules of a campaign are a quarter
// of a megabyte, and every change of anybody is vouched for with the hashes of all settings.
type setting struct {
	rev  int
	body []byte
	hash string
}

func newSetting(rev int, body []byte) setting {
	return setting{rev, body, hashOfSetting(rev, body)}
}

// settings are the stored ones by name.
type settings map[string]setting

// with is a copy in which one has a next revision.
func (s settings) with(name string, body []byte) settings {
	next := maps.Clone(s)
	if next == nil {
		next = settings{}
	}
	next[name] = newSetting(s[name].rev+1, body)
	return next
}

// hashes are what the school vouches for: of each setting its revision and hash.
func (s settings) hashes() map[string]string {
	all := map[string]string{}
	for name, stored := range s {
		all[name] = stored.hash
	}
	return all
}

func hashOfSetting(rev int, body []byte) string { return fmt.Sprintf("%d|%x", rev, hashOf(body)) }

// text is what the school signs: name, revision and hash of each, a line each.
func (s settings) text() []byte {
	var all []byte
	hashes := s.hashes()
	for _, name := range slices.Sorted(maps.Keys(hashes)) {
		all = fmt.Appendf(all, "%s|%s\n", name, hashes[name])
	}
	return all
}

// putBack gives every setting whose text is lost that of its shipped texts of which said has the
// number and hash, and tells which those are. Nobody has vouched for said yet: whoever signs in
// holds all settings against the statement as ever.
func (s settings) putBack(shipped map[string][][]byte, said func() map[string]string) (back []string) {
	for name, texts := range shipped {
		if !lost(s[name].body) {
			continue
		}
		of := said()[name]
		for _, text := range texts {
			var rev int
			if _, err := fmt.Sscanf(of, "%d|", &rev); err == nil && of == hashOfSetting(rev, text) {
				s[name] = newSetting(rev, text)
				back = append(back, name)
			}
		}
	}
	return back
}

// lost reports whether a page of a text is not what was written: a disk gives zeros for it, or
// octets that are no text. One that can be read was altered, which is somebody's doing.
func lost(text []byte) bool {
	return len(text) == 0 || bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text)
}

// Identity is made with the registry.
type Identity struct {
	ID string `json:"id"`
	// Branch changes with every restoring from a backup.
	Branch string `json:"branch"`
	// Home says that the file is the form of one graduate, on the way (KG-069).
	Home bool `json:"home,omitempty"`
	// Demo says that all people are invented and the password is known to everybody.
	Demo    bool   `json:"demo,omitempty"`
	Created string `json:"created"`
}

func marshal(what string, v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", what, err)
	}
	return body, nil
}
