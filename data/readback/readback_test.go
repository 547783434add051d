package readback

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"graduand/data"
)

// record has something of every kind that is read here.
type record struct {
	Version  int            `json:"v"`
	Graduate *data.Graduate `json:"graduate"`
}

var records = Of[record]()

// filled gives a value of chance to everything in a record, arguments among it.
func filled(t *rapid.T, into reflect.Value) {
	switch into.Kind() {
	case reflect.Struct:
		for i := range into.NumField() {
			filled(t, into.Field(i))
		}
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "there") {
			into.Set(reflect.New(into.Type().Elem()))
			filled(t, into.Elem())
		}
	case reflect.Slice:
		into.Set(reflect.MakeSlice(into.Type(), rapid.IntRange(0, 3).Draw(t, "length"), 3))
		fallthrough
	case reflect.Array:
		for i := range into.Len() {
			filled(t, into.Index(i))
		}
	case reflect.Map:
		into.Set(reflect.MakeMap(into.Type()))
		for range rapid.IntRange(0, 3).Draw(t, "size") {
			key, value := rapid.String().Draw(t, "key"), reflect.New(into.Type().Elem()).Elem()
			filled(t, value)
			into.SetMapIndex(reflect.ValueOf(key), value)
		}
	case reflect.Interface:
		into.Set(reflect.ValueOf(rapid.OneOf(rapid.Just[any](true), rapid.Float64().AsAny(), rapid.String().AsAny()).Draw(t, "any")))
	case reflect.String:
		into.SetString(rapid.OneOf(rapid.String(), rapid.Just("«\"<&\\\n\u2028»")).Draw(t, "text"))
	case reflect.Bool:
		into.SetBool(rapid.Bool().Draw(t, "truth"))
	case reflect.Int:
		into.SetInt(rapid.Int64().Draw(t, "int"))
	case reflect.Uint64:
		into.SetUint(rapid.Uint64().Draw(t, "uint"))
	case reflect.Float64:
		into.SetFloat(rapid.Float64().Draw(t, "float"))
	default:
		t.Fatalf("no value of chance for %s", into.Type())
	}
}

// What encoding/json has written is read back here, whatever is in it, and as encoding/json reads it.
func TestReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var written record
		filled(t, reflect.ValueOf(&written).Elem())
		text, err := json.Marshal(written)
		if err != nil {
			t.Fatal(err)
		}
		want, got, at := record{}, record{}, &reading{all: string(text)}
		if err := json.Unmarshal(text, &want); err != nil {
			t.Fatal(err)
		}
		records.read(at, reflect.ValueOf(&got).Elem())
		if at.strange || at.at != len(text) {
			t.Fatalf("strange at %q", at.all[at.at:])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got.Graduate, want.Graduate)
		}
	})
}

// FuzzRead reads any text as encoding/json does, or refuses it as that does.
func FuzzRead(f *testing.F) {
	whole := `{"v":1,"graduate":{"id":"a","surname":"Ткач\u003c","marks":[],"fields":{"a":"b"},"pictures":{"p":{"judged":{"profile":"","sha256":"","kind":"","likeness":"12",` +
		`"findings":[{"rule":"R01","verdict":"pass","measured":-1.5e-7,"args":{"n":0,"t":true,"s":"x"},"areas":[[0,1,2,3]]},{"rule":"","verdict":""}]},"turn":90}},` +
		`"registrations":[{"attempt":1,"kind":"first","answer":null}],"accesses":null}}`
	// It may end anywhere, with a stroke there too.
	for at := range len(whole) + 1 {
		f.Add(whole[:at])
		f.Add(whole[:at] + `\`)
		f.Add(whole[:at] + `\""`)
	}
	for _, odd := range [][2]string{{`"v":1`, `"v":01`}, {`"v":1`, `"v":1.0`}, {`"v":1`, `"V":1`}, {`"v":1,`, `"v":1, `}, {`90`, `9e400`}, {`"a":"b"`, `"a":"b","a":"c"`},
		{`12"`, `x"`}, {`0,1,2,3`, `0,1,2`}, {`0,1,2,3`, `0,1,2,3,4`}, {`"n":0`, `"n":[{}]`}, {`"n":0`, `"n":null`}, {`Ткач`, "\xff"}, {`Ткач`, "\n"}, {`\u003c`, `\x`}, {`-1.5e-7`, `-.5`}, {`-1.5e-7`, `1.`},
		{`}}`, `},}`}, {`[]`, `[,]`}, {`"id":"a"`, `"surname":"b","id":"a"`}, {`"id":"a"`, `"id":null`}} {
		f.Add(strings.Replace(whole, odd[0], odd[1], 1))
		f.Add(whole[:strings.Index(whole, odd[0])])
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want record
		refusal := json.Unmarshal([]byte(text), &want)
		got, err := records.Read([]byte(text))
		if !reflect.DeepEqual(err, refusal) || !reflect.DeepEqual(*got, want) {
			t.Errorf("%q: got %+v, %v, want %+v, %v", text, got.Graduate, err, want.Graduate, refusal)
		}
	})
}

// A type that reads itself, or whose members cannot be told, is left to encoding/json.
func TestLeavesAlone(t *testing.T) {
	type Inner struct{ A int }
	leaves(t, `{"A":{"A":1}}`, struct{ A json.RawMessage }{json.RawMessage(`{"A":1}`)})
	leaves(t, `{"A":1}`, struct{ Inner }{Inner{1}})
	leaves(t, `{"A":"AQI="}`, struct{ A []byte }{[]byte{1, 2}})
	leaves(t, `{"A":"\"b\""}`, struct {
		A string `json:",string"`
	}{"b"})
	leaves(t, `{"1":2}`, map[int]int{1: 2})
}

func leaves[T any](t *testing.T, text string, want T) {
	t.Helper()
	got, err := Of[T]().Read([]byte(text))
	if err != nil || !reflect.DeepEqual(*got, want) {
		t.Errorf("%s: got %+v, %v", text, *got, err)
	}
}
