package campaign

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"graduand/data"
)

// Limits of a campaign file: the largest that the program brings has 84 KB, 50 entries in a
// table and 4 tables one in the other. What a file may cost grows with their products.
const (
	maximumFile    = 1 << 20
	maximumEntries = 500
	maximumDepth   = 16
)

// place is a place in the file: its path and line, how deep it is, and the Go type that it
// is decoded into, nil where there is none.
type place struct {
	path  string
	line  int
	depth int
	shape reflect.Type
}

// entry is the place of an entry, counted from one.
func (p place) entry(n, line int) place {
	return place{counted(p.path, n-1), line, p.depth + 1, elementOf(p.shape)}
}

// step goes from a table to one of its keys.
func (o *outline) step(from place, key *unstable.Node) place {
	name := string(key.Data)
	at := place{join(from.path, name), o.lineOf(key), from.depth + 1, nil}
	o.letters(at, key.Data)
	if at.depth > maximumDepth {
		o.refuse(at, "too_deep", data.Args{"limit": maximumDepth})
	}
	if from.shape == nil {
		return at
	}
	if at.shape = keyOf(from.shape, name); at.shape == nil && o.unknown == nil {
		o.unknown = refuseAt(at, "unknown_key", nil)
	}
	return at
}

// count counts an entry of a table of tables.
func (o *outline) count(at place) {
	table := uncounted(at.path)
	if o.entries[table]++; o.entries[table] > maximumEntries {
		o.refuse(at, "too_many", data.Args{"limit": maximumEntries})
	}
}

// letters refuses signs that cannot be printed; a text may have several lines.
func (o *outline) letters(at place, text []byte) {
	for len(text) > 0 {
		letter, size := utf8.DecodeRune(text)
		if data.Unprintable(letter) && letter != '\n' && letter != '\t' && letter != '\r' {
			o.refuse(at, "bad_letters", nil)
			return
		}
		text = text[size:]
	}
}

func (o *outline) refuse(at place, reason string, args data.Args) {
	if o.beyond == nil {
		o.beyond = refuseAt(at, reason, args)
	}
}

func refuseAt(at place, reason string, args data.Args) *data.Error {
	if args == nil {
		args = data.Args{}
	}
	args["line"], args["key"] = at.line, at.path
	return &data.Error{Code: "campaign." + reason, Args: quoted(args)}
}

// elementOf is what the entries of a list are decoded into.
func elementOf(shape reflect.Type) reflect.Type {
	if shape == nil || shape.Kind() != reflect.Slice && shape.Kind() != reflect.Map {
		return nil
	}
	return shape.Elem()
}

// keyOf is what the value of a key is decoded into, nil for a key that is not known: the
// decoder looks at the tags, whatever the case of the letters.
func keyOf(shape reflect.Type, key string) reflect.Type {
	for shape.Kind() == reflect.Pointer || shape.Kind() == reflect.Slice {
		shape = shape.Elem()
	}
	switch shape.Kind() {
	case reflect.Map:
		return shape.Elem()
	case reflect.Struct:
		for i := range shape.NumField() {
			f := shape.Field(i)
			if tag := f.Tag.Get("toml"); f.IsExported() && tag != "" && strings.EqualFold(tag, key) {
				return f.Type
			}
			if f.Anonymous {
				if found := keyOf(f.Type, key); found != nil {
					return found
				}
			}
		}
	}
	return nil
}

// UnknownKey is the first key of a TOML file that a struct with tags does not have, and its
// line; "" for none and for a file that is no TOML. It takes one look at the file however
// much is wrong with it.
func UnknownKey(source []byte, into any) (key string, line int) {
	where, err := outlineOf(source, reflect.TypeOf(into))
	if err != nil || where.unknown == nil {
		return "", 0
	}
	return where.unknown.Args["key"].(string), where.unknown.Args["line"].(int)
}
