package campaign

import (
	"bytes"
	"fmt"
	"sort"
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
	// tables counts the entries of each array of tables.
	tables map[string]int
	starts []int
	parser unstable.Parser
}

// outlineOf reads the whole file once; the error is of the TOML syntax.
func outlineOf(source []byte) (*outline, error) {
	o := &outline{lines: map[string]int{}, places: map[string]bool{}, tables: map[string]int{}, starts: lineStarts(source)}
	o.parser.Reset(source)
	table := ""
	for o.parser.NextExpression() {
		node := o.parser.Expression()
		switch node.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = o.enter(node)
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

// enter opens [a.b] or [[a.b]] and gives its path.
func (o *outline) enter(node *unstable.Node) string {
	path, line := "", 0
	keys := node.Key()
	for keys.Next() {
		key := keys.Node()
		path, line = join(path, string(key.Data)), o.lineOf(key)
		if keys.IsLast() {
			break
		}
		if n := o.tables[path]; n > 0 {
			path = fmt.Sprintf("%s[%d]", path, n)
		}
	}
	if node.Kind == unstable.ArrayTable {
		o.note(path, line)
		o.tables[path]++
		path = fmt.Sprintf("%s[%d]", path, o.tables[path])
	}
	o.note(path, line)
	return path
}

// keyValue notes «key = value» within a table, and what the value holds.
func (o *outline) keyValue(table string, node *unstable.Node) {
	path, line := table, 0
	keys := node.Key()
	for keys.Next() {
		path, line = join(path, string(keys.Node().Data)), o.lineOf(keys.Node())
		o.note(path, line)
	}
	value := node.Value()
	if value.Kind == unstable.String && strings.HasSuffix(path, ".code") {
		o.places[join(uncounted(table), string(value.Data))] = true
	}
	o.value(path, line, value)
}

func (o *outline) value(path string, line int, value *unstable.Node) {
	switch value.Kind {
	case unstable.InlineTable:
		children := value.Children()
		for children.Next() {
			if children.Node().Kind == unstable.KeyValue {
				o.keyValue(path, children.Node())
			}
		}
	case unstable.Array:
		o.array(path, line, value)
	}
}

func (o *outline) array(path string, line int, value *unstable.Node) {
	n := 0
	children := value.Children()
	for children.Next() {
		child := children.Node()
		if child.Kind == unstable.Comment {
			continue
		}
		n++
		if child.Raw.Length > 0 {
			line = o.lineOf(child)
		}
		entry := fmt.Sprintf("%s[%d]", path, n)
		o.note(entry, line)
		o.value(entry, line, child)
	}
}

// note keeps the first line of a path.
func (o *outline) note(path string, line int) {
	if _, known := o.lines[path]; !known {
		o.lines[path] = line
	}
	o.places[uncounted(path)] = true
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
	return data.Fail("campaign."+reason, args)
}
