package exchange

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"graduand/data"
)

//go:embed schema
var shipped embed.FS

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

// checkEnvelope holds a message.json against its schema. A format that is newer than [Format] is
// message.too_new, and everything else message.bad_envelope with its place.
func checkEnvelope(text []byte) error {
	var begin struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(text, &begin); err != nil {
		return data.FailWith(err, "message.bad_envelope", data.Args{"place": "message.json"})
	}
	if begin.Format > Format {
		return data.Fail("message.too_new", data.Args{"format": begin.Format, "known": Format})
	}
	schema, err := compileEnvelope()
	if err != nil {
		return err
	}
	said, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return data.FailWith(err, "message.bad_envelope", data.Args{"place": "message.json"})
	}
	err = schema.Validate(said)
	var wrong *jsonschema.ValidationError
	if errors.As(err, &wrong) {
		return data.FailWith(err, "message.bad_envelope", data.Args{"place": placeOf(wrong)})
	}
	return err
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
