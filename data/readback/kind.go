package readback

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"sync/atomic"
)

// reader reads a value of one type, which is empty before.
type reader func(r *reading, into reflect.Value)

// unknown is of a type that encoding/json reads.
func unknown(r *reading, _ reflect.Value) { r.strange = true }

// own are the methods by which a type reads itself.
var own = []reflect.Type{reflect.TypeFor[json.Unmarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()}

func readerOf(t reflect.Type) reader {
	for _, method := range own {
		if t.Implements(method) || reflect.PointerTo(t).Implements(method) {
			return unknown
		}
	}
	switch t.Kind() {
	case reflect.String:
		return func(r *reading, into reflect.Value) { into.SetString(r.text()) }
	case reflect.Bool:
		return func(r *reading, into reflect.Value) { into.SetBool(r.truth()) }
	case reflect.Int, reflect.Int64:
		return readInt
	case reflect.Uint64:
		return readUint
	case reflect.Float64:
		return readFloat
	case reflect.Interface:
		return readAny
	case reflect.Pointer:
		return orNull(pointerTo(t.Elem()))
	case reflect.Slice:
		return orNull(sliceOf(t.Elem()))
	case reflect.Map:
		return orNull(mapOf(t))
	case reflect.Array:
		return arrayOf(t)
	case reflect.Struct:
		return structOf(t)
	}
	return unknown
}

// orNull leaves empty what can be and is.
func orNull(read reader) reader {
	return func(r *reading, into reflect.Value) {
		if !r.word("null") {
			read(r, into)
		}
	}
}

func readInt(r *reading, into reflect.Value) {
	n, err := strconv.ParseInt(r.number(), 10, 64)
	r.strange = r.strange || err != nil || into.OverflowInt(n)
	into.SetInt(n)
}

func readUint(r *reading, into reflect.Value) {
	n, err := strconv.ParseUint(r.number(), 10, 64)
	r.strange = r.strange || err != nil
	into.SetUint(n)
}

func readFloat(r *reading, into reflect.Value) { into.SetFloat(r.float()) }

// readAny reads what is no list of others: an argument of a sentence.
func readAny(r *reading, into reflect.Value) {
	if into.NumMethod() > 0 || r.at == len(r.all) {
		r.strange = true
		return
	}
	switch r.all[r.at] {
	case '"':
		into.Set(reflect.ValueOf(r.text()))
	case 't', 'f':
		into.Set(reflect.ValueOf(r.truth()))
	default:
		into.Set(reflect.ValueOf(r.float()))
	}
}

func pointerTo(t reflect.Type) reader {
	read := readerOf(t)
	return func(r *reading, into reflect.Value) {
		into.Set(reflect.New(t))
		read(r, into.Elem())
	}
}

// mostUsual bounds how many elements room is made for before they come.
const mostUsual = 64

// sliceOf reads a list into as much room as the one before it took, and into no more than twice what it needs.
func sliceOf(t reflect.Type) reader {
	read, list := readerOf(t), reflect.SliceOf(t)
	var usual atomic.Int64
	return func(r *reading, into reflect.Value) {
		r.need('[')
		n := 0
		for ; r.more(n == 0, ']'); n++ {
			if n == into.Cap() {
				into.Grow(max(1, int(usual.Load())-n))
			}
			into.SetLen(n + 1)
			read(r, into.Index(n))
		}
		usual.Store(int64(min(n, mostUsual)))
		if n == 0 || n < into.Cap()/2 {
			into.Set(reflect.AppendSlice(reflect.MakeSlice(list, 0, n), into))
		}
	}
}

func arrayOf(t reflect.Type) reader {
	read := readerOf(t.Elem())
	return func(r *reading, into reflect.Value) {
		r.need('[')
		for i := range t.Len() {
			if r.strange = r.strange || !r.more(i == 0, ']'); r.strange {
				return
			}
			read(r, into.Index(i))
		}
		r.need(']')
	}
}

func mapOf(t reflect.Type) reader {
	if t.Key() != reflect.TypeFor[string]() {
		return unknown
	}
	read := readerOf(t.Elem())
	return func(r *reading, into reflect.Value) {
		r.need('{')
		into.Set(reflect.MakeMap(t))
		value := reflect.New(t.Elem()).Elem()
		for first := true; r.more(first, '}'); first = false {
			key := reflect.ValueOf(r.text())
			r.need(':')
			value.SetZero()
			read(r, value)
			into.SetMapIndex(key, value)
		}
	}
}
