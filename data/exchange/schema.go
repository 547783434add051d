package exchange

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

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

// compileEnvelope makes the schema of message.json ready, once.
var compileEnvelope = sync.OnceValues(func() (*jsonschema.Schema, error) {
	text, err := shipped.ReadFile(envelopeSchema)
	if err != nil {
		return nil, err
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(envelopeSchema, schema); err != nil {
		return nil, err
	}
	return c.Compile(envelopeSchema)
})

// decodeEnvelope reads a message.json and holds it against its schema; what has passed the schema is
// what is read, a key that stands twice included. A format that is newer than [Format] is
// message.too_new, keys that are none are message.bad_key, and everything else is
// message.bad_envelope with its place.
func decodeEnvelope(text []byte, into *Envelope) error {
	var begin struct {
		Format int `json:"format"`
	}
	said, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err == nil {
		err = json.Unmarshal(text, &begin)
	}
	if err != nil {
		return badEnvelope(err, "message.json")
	}
	if begin.Format > Format {
		return data.Fail("message.too_new", data.Args{"format": begin.Format, "known": Format})
	}
	schema, err := compileEnvelope()
	if err != nil {
		return fmt.Errorf("compile %s: %w", envelopeSchema, err)
	}
	err = schema.Validate(said)
	if wrong, is := errors.AsType[*jsonschema.ValidationError](err); is {
		return badEnvelope(err, placeOf(wrong))
	}
	if err != nil {
		return badEnvelope(err, "message.json")
	}
	if text, err = json.Marshal(said); err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		return badEnvelope(err, "message.json")
	}
	return into.checkKeys()
}

func badEnvelope(err error, place string) error {
	return data.FailWith(err, "message.bad_envelope", data.Args{"place": place})
}

// placeOf is the first place in the JSON where something is wrong: "from/signer".
func placeOf(wrong *jsonschema.ValidationError) string {
	for len(wrong.Causes) > 0 {
		wrong = wrong.Causes[0]
	}
	if len(wrong.InstanceLocation) == 0 {
		return "message.json"
	}
	return cutCell(strings.Join(wrong.InstanceLocation, "/"))
}
