package exchange

import (
	"encoding/json"
	"strings"
	"testing"

	"graduand/data"
)

// TestPlaceOfFault spoils one thing of the example's envelope at a time: the reader is told where.
func TestPlaceOfFault(t *testing.T) {
	text, err := shipped.ReadFile("schema/example/entries/data/message.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := decodeEnvelope(text, new(Envelope)); err != nil {
		t.Fatal(err)
	}
	for place, spoil := range map[string]func(envelope, from map[string]any){
		"id":           func(envelope, _ map[string]any) { envelope["id"] = "1" },
		"sequence":     func(envelope, _ map[string]any) { envelope["sequence"] = 1.5 },
		"program":      func(envelope, _ map[string]any) { envelope["program"] = strings.Repeat("1", 41) },
		"from":         func(_, from map[string]any) { delete(from, "signer") },
		"from/signer":  func(_, from map[string]any) { from["signer"] = []any{} },
		"message.json": func(envelope, _ map[string]any) { envelope["more"] = true },
	} {
		var envelope map[string]any
		if err := json.Unmarshal(text, &envelope); err != nil {
			t.Fatal(err)
		}
		spoil(envelope, envelope["from"].(map[string]any))
		spoilt, err := json.Marshal(envelope)
		if err != nil {
			t.Fatal(err)
		}
		err = decodeEnvelope(spoilt, new(Envelope))
		if told, is := err.(*data.Error); !is || told.Code != "message.bad_envelope" || told.Args["place"] != place {
			t.Errorf("%s: %v", place, err)
		}
	}
}

// Each part of the schema is made ready when a mistake is looked for in it: none is that cannot be.
func TestEveryPartOfTheSchemaIsReady(t *testing.T) {
	whole, err := compileEnvelope()
	if err != nil {
		t.Fatal(err)
	}
	parts := 0
	var walk func(*schemas)
	walk = func(s *schemas) {
		parts++
		for _, below := range s.below {
			walk(below())
		}
	}
	if walk(whole); parts < 20 {
		t.Errorf("only %d parts: does the test still see them?", parts)
	}
}
