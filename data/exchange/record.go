package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Text is a record in one form that both sides make alike, in JSON: what is asked for by it and
// where its files lie in a message is left out, so that the same record gives the same text whenever
// it is sent.
func (r *Record) Text() string {
	plain := *r
	plain.Graduate.Action, plain.Graduate.Reason, plain.Graduate.Before = "", "", ""
	plain.Documents = append([]Document(nil), r.Documents...)
	for i := range plain.Documents {
		plain.Documents[i].File = ""
	}
	text, err := json.Marshal(plain)
	if err != nil {
		panic(err) // plain structs of texts have no reason to fail
	}
	return string(text)
}

// ParseRecord reads what [Record.Text] writes.
func ParseRecord(text string) (*Record, error) {
	var r Record
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		return nil, fmt.Errorf("read record: %w", err)
	}
	return &r, nil
}

// Hash is the SHA-256 of the text of a record, in hexadecimal.
func (r *Record) Hash() string {
	sum := sha256.Sum256([]byte(r.Text()))
	return hex.EncodeToString(sum[:])
}
