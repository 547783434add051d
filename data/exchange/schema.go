package exchange

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/google/jsonschema-go/jsonschema"

	"graduand/data"
)

//go:embed schema
var shipped embed.FS

// Shipped are the schemas, their description and the worked example, for who builds a reader or a writer
// of messages.
func Shipped() fs.FS {
	all, err := fs.Sub(shipped, "schema")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return all
}

const envelopeSchema = "schema/message.schema.json"

// schemas are a schema ready to judge, and those of what is below its properties: these are made ready when
// the place of a mistake is looked for, as of a sound message none is needed and each takes as long as the whole.
type schemas struct {
	whole *jsonschema.Resolved
	below map[string]func() *schemas
}

// compileEnvelope makes the schema of message.json ready, once.
var compileEnvelope = sync.OnceValues(func() (*schemas, error) {
	text, err := shipped.ReadFile(envelopeSchema)
	if err != nil {
		return nil, err
	}
	root := new(jsonschema.Schema)
	if err := json.Unmarshal(text, root); err != nil {
		return nil, err
	}
	return compile(root, root)
})

// compile makes a schema ready that stands somewhere in a root; it knows the definitions of that.
func compile(s, root *jsonschema.Schema) (*schemas, error) {
	if name, is := strings.CutPrefix(s.Ref, "#/$defs/"); is && root.Defs[name] != nil {
		s = root.Defs[name]
	}
	alone := s.CloneSchemas()
	if s != root {
		alone.Defs = root.CloneSchemas().Defs
	}
	whole, err := alone.Resolve(nil)
	if err != nil {
		return nil, err
	}
	ready := &schemas{whole: whole, below: map[string]func() *schemas{}}
	for name, property := range s.Properties {
		ready.below[name] = sync.OnceValue(func() *schemas { return mustCompile(property, root) })
	}
	return ready, nil
}

// mustCompile is compile of what stands in a root that is ready.
func mustCompile(s, root *jsonschema.Schema) *schemas {
	ready, err := compile(s, root)
	if err != nil {
		panic(err) // the whole has the same definitions
	}
	return ready
}

// placeOf is the first place in a value where something is wrong: "from/signer"; "" for the value
// itself.
func (s *schemas) placeOf(value any) string {
	object, is := value.(map[string]any)
	if !is {
		return ""
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		schema, known := s.below[name]
		if !known {
			continue
		}
		if below := schema(); below.whole.Validate(object[name]) != nil {
			return strings.TrimSuffix(name+"/"+below.placeOf(object[name]), "/")
		}
	}
	return ""
}

// decodeEnvelope reads a message.json and holds it against its schema; what has passed the schema is
// what is read, a key that stands twice included. A format that is newer than [Format] is
// message.too_new, keys that are none are message.bad_key, and everything else is
// message.bad_envelope with its place.
func decodeEnvelope(text []byte, into *Envelope) error {
	var begin struct {
		Format int `json:"format"`
	}
	var said any
	err := json.Unmarshal(text, &said)
	if err == nil {
		err = json.Unmarshal(text, &begin)
	}
	if err != nil {
		return badEnvelope(err, "")
	}
	if begin.Format > Format {
		return data.Fail("message.too_new", data.Args{"format": begin.Format, "known": Format})
	}
	schema, err := compileEnvelope()
	if err != nil {
		return fmt.Errorf("compile %s: %w", envelopeSchema, err)
	}
	if err := schema.whole.Validate(said); err != nil {
		return badEnvelope(err, schema.placeOf(said))
	}
	if text, err = json.Marshal(said); err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		return badEnvelope(err, "")
	}
	return into.checkKeys()
}

// badEnvelope says that something is wrong in a place of message.json, "" for the whole.
func badEnvelope(err error, place string) error {
	return data.FailWith(err, "message.bad_envelope", data.Args{"place": cutCell(cmp.Or(place, "message.json"))})
}
