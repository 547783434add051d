package campaign

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	_ "time/tzdata" // schools' PCs have no time zones of their own

	"github.com/pelletier/go-toml/v2"

	"graduand/assets"
	"graduand/data"
)

const builtinFolder = "campaigns"

// Builtin loads the campaign that the program brings, or fails with
// campaign.not_found.
func Builtin(id, program string) (*Campaign, error) {
	if !slices.Contains(BuiltinIDs(), id) {
		return nil, data.Fail("campaign.not_found", data.Args{"value": id})
	}
	source, err := assets.Campaigns.ReadFile(path.Join(builtinFolder, id+".toml"))
	if err != nil {
		return nil, data.FailWith(err, "campaign.not_found", data.Args{"value": id})
	}
	return Load(source, program)
}

// IsBuiltin says that the campaign is the very file that the program brings under its id.
func (c *Campaign) IsBuiltin() bool {
	source, err := assets.Campaigns.ReadFile(path.Join(builtinFolder, c.ID+".toml"))
	return err == nil && bytes.Equal(source, c.source)
}

// BuiltinIDs are the campaigns that the program brings, sorted.
func BuiltinIDs() []string {
	names, err := fs.Glob(assets.Campaigns, builtinFolder+"/*.toml")
	if err != nil {
		return nil
	}
	ids := make([]string, 0, len(names))
	for _, name := range names {
		ids = append(ids, strings.TrimSuffix(path.Base(name), ".toml"))
	}
	return ids
}

// Source is the file that the campaign was loaded from, byte for byte.
func (c *Campaign) Source() []byte { return bytes.Clone(c.source) }

// Load reads and judges a campaign file for a program of the given version
// ("1.4.0"; a version that is no number is a development build, new enough for
// all). Every refusal is a [data.Error] "campaign.<reason>" with the arguments
// "line" (counted from one), "key" (a dotted path, entries counted from one:
// "subject[3].fee"), and where they help "value" and "reason". Of many mistakes
// the first one in the file is told.
func Load(source []byte, program string) (*Campaign, error) {
	source = bytes.TrimPrefix(bytes.Clone(source), []byte("\ufeff"))
	where, err := outlineOf(source)
	if err != nil {
		return nil, syntaxError(source, err)
	}
	if err := checkVersion(source, program, where); err != nil {
		return nil, err
	}
	c := &Campaign{source: source}
	decoder := toml.NewDecoder(bytes.NewReader(source)).DisallowUnknownFields()
	if err := decoder.Decode(c); err != nil {
		return nil, decodeError(err, where)
	}
	if err := c.validate(where); err != nil {
		return nil, err
	}
	c.dropDisabled()
	return c, nil
}

// checkVersion looks at the two keys that every format has, before the rest is
// read: what a newer format means by its other keys nobody here can know.
func checkVersion(source []byte, program string, where *outline) error {
	var head struct {
		Format         int    `toml:"format"`
		MinimumProgram string `toml:"minimum_program"`
	}
	if err := toml.Unmarshal(source, &head); err != nil {
		return decodeError(err, where)
	}
	if head.Format > Format {
		return refuse(where, "format", "too_new", data.Args{"value": head.Format, "supported": Format})
	}
	if older(program, head.MinimumProgram) {
		return refuse(where, "minimum_program", "program_too_old", data.Args{"value": head.MinimumProgram, "program": program})
	}
	return nil
}

// syntaxError asks the decoder for the place: its errors know it.
func syntaxError(source []byte, cause error) error {
	var any map[string]any
	if err := toml.Unmarshal(source, &any); err != nil {
		return decodeError(err, nil)
	}
	return data.FailWith(cause, "campaign.unreadable", data.Args{"line": 1, "key": "", "reason": cause.Error()})
}

// decodeError says in our words what the TOML decoder could not take.
func decodeError(err error, where *outline) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		first := &strict.Errors[0]
		for i := range strict.Errors {
			if line(&strict.Errors[i]) < line(first) {
				first = &strict.Errors[i]
			}
		}
		return data.FailWith(err, "campaign.unknown_key", decodeArgs(first, where))
	}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		args := decodeArgs(wrong, where)
		args["reason"] = strings.TrimPrefix(wrong.Error(), "toml: ")
		return data.FailWith(err, "campaign.unreadable", args)
	}
	return data.FailWith(err, "campaign.unreadable", data.Args{"line": 1, "key": "", "reason": err.Error()})
}

func line(e *toml.DecodeError) int {
	row, _ := e.Position()
	return row
}

func decodeArgs(e *toml.DecodeError, where *outline) data.Args {
	key := strings.Join(e.Key(), ".")
	if where != nil && len(e.Key()) > 0 {
		if full := where.at(line(e), e.Key()[len(e.Key())-1]); full != "" {
			key = full
		}
	}
	return data.Args{"line": line(e), "key": key}
}
