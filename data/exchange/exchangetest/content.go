package exchangetest

import (
	"encoding/json"
	"fmt"
	"strings"
)

// envelopeFaults have a wrong value at one place of message.json each.
var envelopeFaults = append([]Fault{
	{Name: "an envelope that is no JSON", Code: "message.bad_envelope", spoil: envelope(func(string) string { return "entries" })},
	{Name: "an envelope with two values", Code: "message.bad_envelope", spoil: envelope(func(text string) string { return text + "{}" })},
	{Name: "an envelope that is a list", Code: "message.bad_envelope", spoil: envelope(func(text string) string { return "[" + text + "]" })},
	{Name: "an empty envelope", Code: "message.bad_envelope", spoil: envelope(func(string) string { return "" })},
	{Name: "an envelope in UTF-16", Code: "message.bad_envelope", spoil: envelope(func(text string) string { return "\xff\xfe" + strings.Join(strings.Split(text, ""), "\x00") + "\x00" })},
	{Name: "a newer format", Code: "message.too_new", spoil: field("format", 2)},
	{Name: "a newer format with other fields", Code: "message.too_new", spoil: envelope(func(string) string { return `{"format": 2, "kind": "entries"}` })},
	{Name: "keys that are none", Code: "message.bad_key", spoil: field("from", map[string]any{"recipient": "age1" + strings.Repeat("q", 58), "signer": strings.Repeat("A", 56)})},
	{Name: "next keys that are none", Code: "message.bad_key", spoil: field("next", map[string]any{"recipient": "age1" + strings.Repeat("q", 58), "signer": strings.Repeat("A", 56)})},
	{Name: "addressed to another", Code: "message.wrong_address", spoil: field("to", "0000-0000-0000-0000-0000-0000-0000-0000")},
},
	places("format", 0, -1, "1", 1.5, nil)...,
)

func init() {
	for _, at := range []struct {
		place  string
		values []any
	}{
		{"type", []any{"", "Entries", "letter", 1, nil, []any{"entries"}}},
		{"id", []any{"", "00", strings.Repeat("A", 32), strings.Repeat("0", 32) + "\n", 7}},
		{"created", []any{"", "2020-02-20", "2020-13-20T10:00:00Z", "2020-02-20T10:00:00+02:00", "2020-02-20T25:00:00Z"}},
		{"program", []any{"", strings.Repeat("1", 41), "1.0\u202e", "1.0\x00", 1.0}},
		{"campaign", []any{"", "zno 2020", "../zno", "ZNO"}},
		{"revision", []any{0, -1, 1.5, 1e300, "3"}},
		{"school", []any{"", "kharkiv 7", "заклад", strings.Repeat("a", 65)}},
		{"branch", []any{"", "a b", strings.Repeat("a", 65), nil}},
		{"sequence", []any{0, -1, 1.5, 1e18, "1", nil}},
		{"previous", []any{"", "abc", strings.Repeat("A", 64)}},
		{"to", []any{"", "0000", nil}},
		{"from", []any{nil, "age1", map[string]any{}, map[string]any{"recipient": "age1", "signer": "RW"}}},
		{"anchor", []any{strings.Repeat("a", 201), 1, "\u2066"}},
		{"answers", []any{"", map[string]any{"id": "1"}, map[string]any{}}},
		{"accepted", []any{0, "1"}},
		{"sender", []any{"", map[string]any{}, map[string]any{"name": strings.Repeat("a", 401)}, map[string]any{"name": "a\nb"}, map[string]any{"name": "a", "boss": "b"}}},
		{"enrolment", []any{map[string]any{}}},
		{"request", []any{map[string]any{"registry": "1"}}},
		{"recovery", []any{map[string]any{"key": "1"}}},
		{"unknown", []any{1}},
	} {
		envelopeFaults = append(envelopeFaults, places(at.place, at.values...)...)
	}
}

// places are faults with other values at a place, nil for none.
func places(place string, values ...any) (all []Fault) {
	for _, value := range values {
		all = append(all, Fault{Name: fmt.Sprintf("%s %.60q in the envelope", place, fmt.Sprint(value)), Code: "message.bad_envelope", spoil: field(place, value)})
	}
	return all
}

func envelope(change func(string) string) func(*bagger) {
	return func(b *bagger) {
		b.put("data/message.json", []byte(change(b.text("data/message.json"))))
		b.list()
	}
}

func field(place string, value any) func(*bagger) {
	return envelope(func(text string) string {
		var e map[string]any
		if err := json.Unmarshal([]byte(text), &e); err != nil {
			panic(err)
		}
		e[place] = value
		if value == nil {
			delete(e, place)
		}
		return string(must(json.Marshal(e)))
	})
}

// tableFaults have one mistake in a table each.
var tableFaults = []Fault{
	{Name: "an empty table", Code: "message.bad_table", spoil: table("subjects", func(string) string { return "" })},
	{Name: "a column missing", Code: "message.bad_table", spoil: in("subjects", ",attestation\n", "\n")},
	{Name: "a column too many", Code: "message.bad_table", spoil: in("subjects", "attestation\n", "attestation,remark\n")},
	{Name: "columns swapped", Code: "message.bad_table", spoil: in("subjects", "graduate,subject", "subject,graduate")},
	{Name: "a column twice", Code: "message.bad_table", spoil: in("graduates", ",field_street", ",field_street,field_street")},
	{Name: "a field called as none", Code: "message.bad_table", spoil: in("graduates", ",field_street", ",field_Street")},
	{Name: "a field where there are none", Code: "message.bad_table", spoil: in("subjects", "attestation\n", "attestation,field_street\n")},
	{Name: "a mark before the first column", Code: "message.bad_table", spoil: table("subjects", func(text string) string { return "\ufeff" + text })},
	{Name: "semicolons", Code: "message.bad_table", spoil: table("subjects", func(text string) string { return strings.ReplaceAll(text, ",", ";") })},
	{Name: "a row too short", Code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,physics\n" })},
	{Name: "a row too long", Code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,physics,,true,more\n" })},
	{Name: "a quotation mark that is not closed", Code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,\"physics,,true\n" })},
	{Name: "a row twice", Code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,math,,false\n" })},
	{Name: "a graduate twice", Code: "message.bad_table", spoil: in("graduates", "bb22", "aa11")},
	{Name: "a row of nobody", Code: "message.bad_table", spoil: in("subjects", "aa11", "cc33")},
	{Name: "a payment of nobody", Code: "message.bad_table", spoil: in("payments", "aa11", "cc33")},
	{Name: "an empty id", Code: "message.bad_table", spoil: in("graduates", "bb22,", ",")},
	{Name: "an id with a path", Code: "message.bad_table", spoil: in("graduates", "bb22", "../bb22")},
	{Name: "no surname", Code: "message.bad_table", spoil: in("graduates", "Бондар", "")},
	{Name: "another action", Code: "message.bad_table", spoil: in("graduates", "bb22,1234568,add", "bb22,1234568,erase")},
	{Name: "an attempt that is no number", Code: "message.bad_table", spoil: in("graduates", "add,,,1,first,Бондар", "add,,,one,first,Бондар")},
	{Name: "a day that is none", Code: "message.bad_table", spoil: in("graduates", "2003-03-05", "2003-02-30")},
	{Name: "a day written otherwise", Code: "message.bad_table", spoil: in("graduates", "2003-03-05", "05.03.2003")},
	{Name: "a sum that is no number", Code: "message.bad_table", spoil: in("payments", "370", "370.5")},
	{Name: "a sum with a zero before it, which not every reader takes for a number", Code: "message.bad_table", spoil: in("payments", "370", "0370")},
	{Name: "a sum below nothing", Code: "message.bad_table", spoil: in("payments", "370", "-370")},
	{Name: "yes for true", Code: "message.bad_table", spoil: in("subjects", ",true", ",yes")},
	{Name: "a control sign", Code: "message.bad_table", spoil: in("graduates", "Бондар", "Бон\x1b[2Jдар")},
	{Name: "a sign of nothing", Code: "message.bad_table", spoil: in("graduates", "Бондар", "Бон\x00дар")},
	{Name: "a sign that turns the writing about", Code: "message.bad_table", spoil: in("graduates", "Бондар", "Бон\u202eдар")},
	{Name: "letters that are none", Code: "message.bad_table", spoil: in("graduates", "Бондар", "\xc1\xee\xed\xe4\xe0\xf0")},
	{Name: "a document whose path is another's", Code: "message.bad_table", spoil: table("documents", func(text string) string {
		return strings.Replace(text, ",files/", ",files/"+strings.Repeat("0", 64)+".jpg,", 1)
	})},
	{Name: "a document that leads out", Code: "message.bad_table", spoil: in("documents", "files/", "../files/")},
	{Name: "a document with another sum", Code: "message.bad_table", spoil: table("documents", func(text string) string {
		lines := strings.Split(text, "\n")
		cells := strings.Split(lines[1], ",")
		cells[2] = strings.Repeat("0", 64)
		lines[1] = strings.Join(cells, ",")
		return strings.Join(lines, "\n")
	})},
}

func table(name string, change func(string) string) func(*bagger) {
	return func(b *bagger) {
		was := b.text("data/" + name + ".csv")
		text := change(was)
		if text == was {
			panic("nothing changed in " + name)
		}
		b.put("data/"+name+".csv", []byte(text))
		b.list()
	}
}

func in(name, old, with string) func(*bagger) {
	return table(name, func(text string) string { return strings.ReplaceAll(text, old, with) })
}
