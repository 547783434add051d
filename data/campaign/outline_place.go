package campaign

import (
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"graduand/data"
)

// Limits of a campaign file: the largest that the program brings has 200 KB, 320 entries in a
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
	switch shape = heldBy(shape); shape.Kind() {
	case reflect.Map:
		return shape.Elem()
	case reflect.Struct:
		return keysOf(shape)[strings.ToLower(key)]
	}
	return nil
}

// heldBy is what a pointer or a list holds, and any other type itself.
func heldBy(shape reflect.Type) reflect.Type {
	for shape.Kind() == reflect.Pointer || shape.Kind() == reflect.Slice {
		shape = shape.Elem()
	}
	return shape
}

// keys are what the keys of each struct are decoded into: a file asks for them a thousand
// times, and to read the tags was a fifth of the time that it takes.
var keys sync.Map

// keysOf are the keys of a struct in small letters. Of two that are the same the first
// counts, as it does for the decoder.
func keysOf(shape reflect.Type) map[string]reflect.Type {
	if known, is := keys.Load(shape); is {
		return known.(map[string]reflect.Type)
	}
	found := map[string]reflect.Type{}
	add := func(key string, of reflect.Type) {
		if found[key] == nil {
			found[key] = of
		}
	}
	for i := range shape.NumField() {
		f := shape.Field(i)
		if tag := f.Tag.Get("toml"); f.IsExported() && tag != "" {
			add(strings.ToLower(tag), f.Type)
		}
		if f.Anonymous {
			for key, of := range keysOf(heldBy(f.Type)) {
				add(key, of)
			}
		}
	}
	keys.Store(shape, found)
	return found
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
