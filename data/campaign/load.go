package campaign

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	_ "time/tzdata" // schools' PCs have no time zones of their own
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"graduand/assets"
	"graduand/data"
)

const builtinFolder = "campaigns"

// Builtin loads the campaign that the program brings, or fails with
// campaign.not_found.
func Builtin(id, program string) (*Campaign, error) {
	if !slices.Contains(BuiltinIDs(), id) {
		return nil, data.Fail("campaign.not_found", quoted(data.Args{"value": id}))
	}
	source, err := assets.Campaigns.ReadFile(path.Join(builtinFolder, id+".toml"))
	if err != nil {
		return nil, data.FailWith(err, "campaign.not_found", quoted(data.Args{"value": id}))
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

// BuiltinSources are the files of the campaigns that the program brings, as [Campaign.Source]
// gives them. They are not to be altered.
var BuiltinSources = sync.OnceValue(func() [][]byte {
	var all [][]byte
	for _, id := range BuiltinIDs() {
		if source, err := assets.Campaigns.ReadFile(path.Join(builtinFolder, id+".toml")); err == nil {
			all = append(all, bytes.TrimPrefix(source, []byte("\ufeff")))
		}
	}
	return all
})

// Source is the file that the campaign was loaded from, byte for byte.
func (c *Campaign) Source() []byte { return bytes.Clone(c.source) }

// Load reads and judges a campaign file for a program of the given version
// ("1.4.0"; a version that is no number is a development build, new enough for
// all). Every refusal is a [data.Error] "campaign.<reason>" with the arguments
// "line" (counted from one), "key" (a dotted path, entries counted from one:
// "subject[3].fee"), and where they help "value" and "reason". Of many mistakes
// the first one in the file is told. A file is a stranger's until it has passed: it is
// bounded, and what it costs to judge grows no faster than its size. A file that the program
// brings is judged once, and all who ask get the same campaign: nobody alters one.
func Load(source []byte, program string) (*Campaign, error) {
	if len(source) > maximumFile {
		return nil, data.Fail("campaign.too_large", data.Args{"limit": maximumFile >> 20})
	}
	source = bytes.TrimPrefix(source, []byte("\ufeff"))
	brought := slices.IndexFunc(BuiltinSources(), func(own []byte) bool { return bytes.Equal(own, source) })
	if brought < 0 {
		return judge(bytes.Clone(source), program)
	}
	once, _ := judged.LoadOrStore(reader{brought, program}, sync.OnceValues(func() (*Campaign, error) {
		return judge(BuiltinSources()[brought], program)
	}))
	return once.(func() (*Campaign, error))()
}

// reader is a program of a version that reads one of [BuiltinSources].
type reader struct {
	source  int
	program string
}

// judged are the campaigns that the program brings, by their [reader].
var judged sync.Map

// judge reads and judges a file; the campaign keeps its bytes.
func judge(source []byte, program string) (*Campaign, error) {
	if !utf8.Valid(source) {
		return nil, data.Fail("campaign.encoding", nil)
	}
	where, err := outlineOf(source, reflect.TypeFor[Campaign]())
	if err != nil {
		return nil, syntaxError(source, err)
	}
	if err := where.refused(program); err != nil {
		return nil, err
	}
	c := &Campaign{source: source}
	if err := toml.Unmarshal(source, c); err != nil {
		return nil, decodeError(err, where)
	}
	if err := c.validate(where); err != nil {
		return nil, err
	}
	c.dropDisabled()
	return c, nil
}

// refused judges the outline. What a newer format means by its other keys nobody here can
// know, so that it comes first; nothing is decoded with keys that there are not: the
// decoder takes the square of their number.
func (o *outline) refused(program string) error {
	switch {
	case o.format > Format:
		return refuse(o, "format", "too_new", data.Args{"value": o.format, "supported": Format})
	case data.OlderVersion(program, o.program):
		return refuse(o, "minimum_program", "program_too_old", data.Args{"value": o.program, "program": program})
	case o.beyond != nil:
		return o.beyond
	case o.unknown != nil:
		return o.unknown
	}
	return nil
}

// syntaxError asks the decoder for the place: its errors know it.
func syntaxError(source []byte, cause error) error {
	var any map[string]any
	if err := toml.Unmarshal(source, &any); err != nil {
		return decodeError(err, nil)
	}
	return data.FailWith(cause, "campaign.unreadable", data.Args{"line": 1, "key": ""})
}

// decodeError says in our words what the TOML decoder could not take.
func decodeError(err error, where *outline) error {
	var wrong *toml.DecodeError
	if !errors.As(err, &wrong) {
		return data.FailWith(err, "campaign.unreadable", data.Args{"line": 1, "key": ""})
	}
	return data.FailWith(err, "campaign.unreadable", quoted(decodeArgs(wrong, where)))
}

func decodeArgs(e *toml.DecodeError, where *outline) data.Args {
	line, _ := e.Position()
	key := strings.Join(e.Key(), ".")
	if where != nil && len(e.Key()) > 0 {
		if full := where.at(line, e.Key()[len(e.Key())-1]); full != "" {
			key = full
		}
	}
	return data.Args{"line": line, "key": key}
}
