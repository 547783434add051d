package readback

import (
	"reflect"
	"slices"
	"strings"
)

// member is one field of a struct.
type member struct {
	name  string
	index int
	read  reader
}

func structOf(t reflect.Type) reader {
	var members []member
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous {
			return unknown // its members stand among the others
		}
		if !field.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = field.Name
		}
		read := readerOf(field.Type)
		if slices.Contains(strings.Split(options, ","), "string") {
			read = quoted(field.Type, read)
		}
		members = append(members, member{name, i, read})
	}
	return func(r *reading, into reflect.Value) { readMembers(r, into, members) }
}

// readMembers reads those that are there: each is looked for behind the one before.
func readMembers(r *reading, into reflect.Value, members []member) {
	r.need('{')
	next := 0
	for first := true; r.more(first, '}'); first = false {
		name := r.text()
		r.need(':')
		for next < len(members) && members[next].name != name {
			next++
		}
		if next == len(members) {
			r.strange = true
			return
		}
		members[next].read(r, into.Field(members[next].index))
		next++
	}
}

// quoted reads a number that stands as a string in the text.
func quoted(t reflect.Type, read reader) reader {
	if t.Kind() == reflect.String {
		return unknown
	}
	return func(r *reading, into reflect.Value) {
		r.need('"')
		read(r, into)
		r.need('"')
	}
}
