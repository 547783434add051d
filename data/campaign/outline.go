package campaign

import (
	"bytes"
	"fmt"
	"reflect"
	"sort"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"graduand/data"
)

// outline is where everything stands in a campaign file. A path is dotted, and
// the entries of a list are counted from one: "subject[3].level[1].code".
type outline struct {
	// lines gives the line of a path, counted from one.
	lines map[string]int
	// places are the paths without counting ("subject.fee"), and "subject.history"
	// for an entry with that code: what [Campaign.Unconfirmed] may name.
	places map[string]bool
	// tables counts the entries of each array of tables; entries counts them all, in
	// whichever table each stands: see [maximumEntries].
	tables, entries map[string]int
	// unknown is the first key that the type does not have, beyond the first place that
	// goes beyond a limit or has a sign that cannot be printed; nil for none.
	unknown, beyond *data.Error
	// format and program are what every format of the file says of itself.
	format  int64
	program string
	starts  []int
	parser  unstable.Parser
}

// outlineOf reads the whole file once, and holds each key against the type that the file is
// decoded into; the error is of the TOML syntax.
func outlineOf(source []byte, into reflect.Type) (*outline, error) {
	o := &outline{lines: map[string]int{}, places: map[string]bool{}, tables: map[string]int{}, entries: map[string]int{}, starts: lineStarts(source)}
	o.parser.Reset(source)
	root := place{shape: into}
	table := root
	for o.beyond == nil && o.parser.NextExpression() {
		node := o.parser.Expression()
		switch node.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = o.enter(root, node)
		case unstable.KeyValue:
			o.keyValue(table, node)
		}
	}
	if err := o.parser.Error(); err != nil {
		return nil, fmt.Errorf("read outline: %w", err)
	}
	return o, nil
}

func lineStarts(source []byte) []int {
	starts := []int{0}
	for i, b := range source {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func (o *outline) lineOf(node *unstable.Node) int {
	offset := int(node.Raw.Offset)
	return sort.SearchInts(o.starts, offset+1)
}

// enter opens [a.b] or [[a.b]] and gives its place.
func (o *outline) enter(root place, node *unstable.Node) place {
	at := root
	keys := node.Key()
	for o.beyond == nil && keys.Next() {
		at = o.step(at, keys.Node())
		if keys.IsLast() {
			break
		}
		if n := o.tables[at.path]; n > 0 {
			at = at.entry(n, at.line)
		}
	}
	if node.Kind == unstable.ArrayTable {
		o.note(at)
		o.tables[at.path]++
		o.count(at)
		at = at.entry(o.tables[at.path], at.line)
	}
	o.note(at)
	return at
}

// keyValue notes «key = value» within a table, and what the value holds.
func (o *outline) keyValue(table place, node *unstable.Node) {
	at := table
	keys := node.Key()
	for o.beyond == nil && keys.Next() {
		if at.shape != nil && at.shape.Kind() == reflect.Map {
			o.count(at)
		}
		at = o.step(at, keys.Node())
		o.note(at)
	}
	value := node.Value()
	o.version(at.path, value)
	if value.Kind == unstable.String && strings.HasSuffix(at.path, ".code") {
		o.places[join(uncounted(table.path), string(value.Data))] = true
	}
	o.value(at, value)
}

// version takes up the two keys that every format has.
func (o *outline) version(path string, value *unstable.Node) {
	switch {
	case path == "format" && value.Kind == unstable.Integer:
		// What is no number is found by the decoder.
		o.format, _ = strconv.ParseInt(string(value.Data), 0, 64)
	case path == "minimum_program" && value.Kind == unstable.String:
		o.program = string(value.Data)
	}
}

func (o *outline) value(at place, value *unstable.Node) {
	switch value.Kind {
	case unstable.InlineTable:
		children := value.Children()
		for o.beyond == nil && children.Next() {
			if children.Node().Kind == unstable.KeyValue {
				o.keyValue(at, children.Node())
			}
		}
	case unstable.Array:
		o.array(at, value)
	case unstable.String:
		o.letters(at, value.Data)
	}
}

func (o *outline) array(at place, value *unstable.Node) {
	n, line := 0, at.line
	children := value.Children()
	for o.beyond == nil && children.Next() {
		child := children.Node()
		if child.Kind == unstable.Comment {
			continue
		}
		n++
		if child.Raw.Length > 0 {
			line = o.lineOf(child)
		}
		if child.Kind == unstable.InlineTable {
			o.count(at)
		}
		entry := at.entry(n, line)
		o.note(entry)
		o.value(entry, child)
	}
}

// note keeps the first line of a path.
func (o *outline) note(at place) {
	if _, known := o.lines[at.path]; !known {
		o.lines[at.path] = at.line
	}
	o.places[uncounted(at.path)] = true
}

// line gives the line of a path; of the nearest path around it when it is not in
// the file, and of the first line when nothing is.
func (o *outline) line(path string) int {
	for path != "" {
		if n, known := o.lines[path]; known {
			return n
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return 1
}

// at gives the longest path that begins on a line and ends with key, "" for none.
func (o *outline) at(line int, key string) string {
	found := ""
	for path, n := range o.lines {
		if n == line && len(path) > len(found) && (path == key || strings.HasSuffix(path, "."+key)) {
			found = path
		}
	}
	return found
}

func join(table, key string) string {
	if table == "" {
		return key
	}
	return table + "." + key
}

// uncounted takes the counts out of a path: "subject[3].fee" becomes "subject.fee".
func uncounted(path string) string {
	if !strings.Contains(path, "[") {
		return path
	}
	var b bytes.Buffer
	depth := 0
	for i := range len(path) {
		switch {
		case path[i] == '[':
			depth++
		case path[i] == ']' && depth > 0:
			depth--
		case depth == 0:
			b.WriteByte(path[i])
		}
	}
	return b.String()
}

// refuse is the [data.Error] "campaign."+reason with the key and its line.
func refuse(where *outline, key, reason string, args data.Args) error {
	if args == nil {
		args = data.Args{}
	}
	args["line"], args["key"] = where.line(key), key
	return data.Fail("campaign."+reason, quoted(args))
}

// quoted cuts what a sentence quotes of a file to what somebody reads.
func quoted(args data.Args) data.Args {
	for name, value := range args {
		if text, is := value.(string); is {
			args[name] = data.Shorten(text)
		}
	}
	return args
}
