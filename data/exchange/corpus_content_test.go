package exchange_test

import (
	"encoding/json"
	"fmt"
	"strings"
)

// envelopeFaults have a wrong value at one place of message.json each.
var envelopeFaults = append([]fault{
	{name: "an envelope that is no JSON", code: "message.bad_envelope", spoil: envelope(func(string) string { return "entries" })},
	{name: "an envelope with two values", code: "message.bad_envelope", spoil: envelope(func(text string) string { return text + "{}" })},
	{name: "an envelope that is a list", code: "message.bad_envelope", spoil: envelope(func(text string) string { return "[" + text + "]" })},
	{name: "an empty envelope", code: "message.bad_envelope", spoil: envelope(func(string) string { return "" })},
	{name: "an envelope in UTF-16", code: "message.bad_envelope", spoil: envelope(func(text string) string { return "\xff\xfe" + strings.Join(strings.Split(text, ""), "\x00") + "\x00" })},
	{name: "a newer format", code: "message.too_new", spoil: field("format", 2)},
	{name: "a newer format with other fields", code: "message.too_new", spoil: envelope(func(string) string { return `{"format": 2, "kind": "entries"}` })},
	{name: "keys that are none", code: "message.bad_key", spoil: field("from", map[string]any{"recipient": "age1" + strings.Repeat("q", 58), "signer": strings.Repeat("A", 56)})},
	{name: "next keys that are none", code: "message.bad_key", spoil: field("next", map[string]any{"recipient": "age1" + strings.Repeat("q", 58), "signer": strings.Repeat("A", 56)})},
	{name: "addressed to another", code: "message.wrong_address", spoil: field("to", "0000-0000-0000-0000-0000-0000-0000-0000")},
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
func places(place string, values ...any) (all []fault) {
	for _, value := range values {
		all = append(all, fault{name: fmt.Sprintf("%s %.60q in the envelope", place, fmt.Sprint(value)), code: "message.bad_envelope", spoil: field(place, value)})
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
var tableFaults = []fault{
	{name: "an empty table", code: "message.bad_table", spoil: table("subjects", func(string) string { return "" })},
	{name: "a column missing", code: "message.bad_table", spoil: in("subjects", ",attestation\n", "\n")},
	{name: "a column too many", code: "message.bad_table", spoil: in("subjects", "attestation\n", "attestation,remark\n")},
	{name: "columns swapped", code: "message.bad_table", spoil: in("subjects", "graduate,subject", "subject,graduate")},
	{name: "a column twice", code: "message.bad_table", spoil: in("graduates", ",field_street", ",field_street,field_street")},
	{name: "a field called as none", code: "message.bad_table", spoil: in("graduates", ",field_street", ",field_Street")},
	{name: "a field where there are none", code: "message.bad_table", spoil: in("subjects", "attestation\n", "attestation,field_street\n")},
	{name: "a mark before the first column", code: "message.bad_table", spoil: table("subjects", func(text string) string { return "\ufeff" + text })},
	{name: "semicolons", code: "message.bad_table", spoil: table("subjects", func(text string) string { return strings.ReplaceAll(text, ",", ";") })},
	{name: "a row too short", code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,physics\n" })},
	{name: "a row too long", code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,physics,,true,more\n" })},
	{name: "a quotation mark that is not closed", code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,\"physics,,true\n" })},
	{name: "a row twice", code: "message.bad_table", spoil: table("subjects", func(text string) string { return text + "aa11,math,,false\n" })},
	{name: "a graduate twice", code: "message.bad_table", spoil: in("graduates", "bb22", "aa11")},
	{name: "a row of nobody", code: "message.bad_table", spoil: in("subjects", "aa11", "cc33")},
	{name: "a payment of nobody", code: "message.bad_table", spoil: in("payments", "aa11", "cc33")},
	{name: "an empty id", code: "message.bad_table", spoil: in("graduates", "bb22,", ",")},
	{name: "an id with a path", code: "message.bad_table", spoil: in("graduates", "bb22", "../bb22")},
	{name: "no surname", code: "message.bad_table", spoil: in("graduates", "Бондар", "")},
	{name: "another action", code: "message.bad_table", spoil: in("graduates", "bb22,1234568,add", "bb22,1234568,erase")},
	{name: "an attempt that is no number", code: "message.bad_table", spoil: in("graduates", "add,,,1,first,Бондар", "add,,,one,first,Бондар")},
	{name: "a day that is none", code: "message.bad_table", spoil: in("graduates", "2003-03-05", "2003-02-30")},
	{name: "a day written otherwise", code: "message.bad_table", spoil: in("graduates", "2003-03-05", "05.03.2003")},
	{name: "a sum that is no number", code: "message.bad_table", spoil: in("payments", "370", "370.5")},
	{name: "a sum with a zero before it, which not every reader takes for a number", code: "message.bad_table", spoil: in("payments", "370", "0370")},
	{name: "a sum below nothing", code: "message.bad_table", spoil: in("payments", "370", "-370")},
	{name: "yes for true", code: "message.bad_table", spoil: in("subjects", ",true", ",yes")},
	{name: "a control sign", code: "message.bad_table", spoil: in("graduates", "Бондар", "Бон\x1b[2Jдар")},
	{name: "a sign of nothing", code: "message.bad_table", spoil: in("graduates", "Бондар", "Бон\x00дар")},
	{name: "a sign that turns the writing about", code: "message.bad_table", spoil: in("graduates", "Бондар", "Бон\u202eдар")},
	{name: "letters that are none", code: "message.bad_table", spoil: in("graduates", "Бондар", "\xc1\xee\xed\xe4\xe0\xf0")},
	{name: "a document whose path is another's", code: "message.bad_table", spoil: table("documents", func(text string) string {
		return strings.Replace(text, ",files/", ",files/"+strings.Repeat("0", 64)+".jpg,", 1)
	})},
	{name: "a document that leads out", code: "message.bad_table", spoil: in("documents", "files/", "../files/")},
	{name: "a document with another sum", code: "message.bad_table", spoil: table("documents", func(text string) string {
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
