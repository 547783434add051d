package exchange_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/exchange/exchangetest"
	"graduand/data/mutatedtest"
	"graduand/data/text"
)

// What no spoilt message may cost: octets of memory that are taken, again and again, and time.
const (
	mostMemory = 160 << 20
	mostTime   = 5 * time.Second
)

func TestEverySpoiltMessageIsRefusedByItsCode(t *testing.T) {
	g := newGood()
	for _, f := range exchangetest.Faults() {
		t.Run("F-05 design §9 "+f.Name, func(t *testing.T) {
			file := g.Spoilt(&f)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			begun := time.Now()
			opened, err := g.open(file)
			took := time.Since(begun)
			runtime.ReadMemStats(&after)
			if data.CodeOf(err) != f.Code || opened != nil {
				t.Errorf("%v, want %s", err, f.Code)
			}
			if taken := after.TotalAlloc - before.TotalAlloc; taken > mostMemory || took > mostTime {
				t.Errorf("it took %d MB and %v", taken>>20, took)
			}
		})
	}
	if opened, err := g.open(g.Remade()); err != nil || !reflect.DeepEqual(&opened.Message, g.Message) {
		t.Errorf("the message that nobody has spoilt: %v", err)
	}
}

func TestAMessageCutOffIsRefused(t *testing.T) {
	g := newGood()
	t.Run("F-05 design §9 at every length", func(t *testing.T) {
		for n := range g.File {
			if _, err := g.open(g.File[:n]); !refused(err) {
				t.Errorf("cut off at %d: %v", n, err)
			}
		}
	})
	t.Run("F-05 design §9 the zip at every length", func(t *testing.T) {
		plain := g.Plain
		for n := range plain {
			if _, err := g.openPlain(plain[:n]); !refused(err) {
				t.Errorf("cut off at %d: %v", n, err)
			}
		}
	})
}

func TestABitThatTurnsIsSeen(t *testing.T) {
	g := newGood()
	t.Run("F-05 design §9 in every octet of the file", func(t *testing.T) {
		for i := range g.File {
			spoilt := bytes.Clone(g.File)
			spoilt[i] ^= 1 << (i % 8)
			if _, err := g.open(spoilt); !refused(err) {
				t.Errorf("at %d: %v", i, err)
			}
		}
	})
	// Days, versions and rights of entries say nothing that anybody acts on.
	t.Run("F-05 design §9 in every octet of the zip, or says the same", func(t *testing.T) {
		plain := g.Plain
		same := 0
		for i := range plain {
			spoilt := bytes.Clone(plain)
			spoilt[i] ^= 1 << (i % 8)
			opened, err := g.openPlain(spoilt)
			switch {
			case refused(err):
			case err == nil && opened.Hash == g.Hash && reflect.DeepEqual(&opened.Message, g.Message):
				same++
			default:
				t.Errorf("at %d: %v", i, err)
			}
		}
		if same > len(plain)/4 {
			t.Errorf("%d of %d octets count for nothing", same, len(plain))
		}
	})
}

func refused(err error) bool { return strings.HasPrefix(data.CodeOf(err), "message.") }

func TestACodeToldByVoice(t *testing.T) {
	g := newGood()
	var file bytes.Buffer
	must(exchange.Write(&file, g.Message, []exchange.File{g.Photo}, g.School, exchange.Seal{Code: "k7mq-2xwd-9rtb"}))
	open := func(file []byte, code string, ids ...*exchange.Identity) error {
		o := exchange.Opening{Identities: ids, Code: code, Signers: exchange.AnySigner}
		_, err := exchange.Open(bytes.NewReader(file), int64(len(file)), o)
		return err
	}
	plain := g.Plain
	for _, c := range []struct {
		name, code, want string
		file             []byte
		ids              []*exchange.Identity
	}{
		{name: "opens it", code: "k7mq-2xwd-9rtb", file: file.Bytes()},
		{name: "opens it beside keys", code: "k7mq-2xwd-9rtb", file: file.Bytes(), ids: []*exchange.Identity{g.centre}},
		{name: "wrong", code: "k7mq-2xwd-9rtc", want: "message.wrong_code", file: file.Bytes()},
		{name: "none", want: "message.needs_code", file: file.Bytes(), ids: []*exchange.Identity{g.centre}},
		{name: "for a message that is sealed to keys", code: "k7mq", want: "message.not_for_us", file: g.File},
		{name: "that age -p has taken", code: "k7mq", file: exchangetest.Sealed(plain, exchangetest.Code("k7mq", 18))},
		{name: "that costs more than any", code: "k7mq", want: "message.damaged", file: costly(exchangetest.Sealed(plain, exchangetest.Code("k7mq", 10)))},
	} {
		t.Run("KG-005 "+c.name, func(t *testing.T) {
			begun := time.Now()
			if err := open(c.file, c.code, c.ids...); data.CodeOf(err) != c.want || c.want == "" && err != nil {
				t.Errorf("%v, want %q", err, c.want)
			}
			if took := time.Since(begun); took > 2*mostTime {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// costly is a file whose header says that its code costs a thousand times what any may.
func costly(file []byte) []byte {
	return regexp.MustCompile(`(?m)^(-> scrypt \S+) 10$`).ReplaceAll(file, []byte("$1 28"))
}

// unspoilt are the refusals that no spoilt message ends in: those of codes and of the order of messages
// have tests of their own.
var unspoilt = []string{"message.wrong_code", "message.conflict", "message.replay", "message.gap", "message.fork", "message.downgrade",
	"message.wrong_campaign", "message.other_school"}

func TestEveryRefusalHasItsSentence(t *testing.T) {
	said := regexp.MustCompile(`"(message\.[a-z_]+)"`)
	codes := map[string]bool{}
	for _, path := range must(filepath.Glob("*.go")) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		for _, m := range said.FindAllSubmatch(must(os.ReadFile(path)), -1) {
			codes[string(m[1])] = true
		}
	}
	delete(codes, "message.json") // the file
	for _, lang := range text.Languages() {
		for code := range codes {
			if !text.For(lang).Has(code) {
				t.Errorf("%s is not said in %s", code, lang)
			}
		}
	}
	t.Run("F-05 design §9 and is the verdict on something in the corpus", func(t *testing.T) {
		for _, f := range exchangetest.Faults() {
			delete(codes, f.Code)
		}
		if left := slices.Sorted(maps.Keys(codes)); !slices.Equal(left, slices.Sorted(slices.Values(unspoilt))) {
			t.Errorf("no spoilt message ends in %v", left)
		}
	})
}

// The first line of a table is no row: a refusal of it names the columns.
func TestNamesOfColumnsAreNoRow(t *testing.T) {
	g := newGood()
	for _, f := range exchangetest.Faults() {
		if f.Name != "columns swapped" {
			continue
		}
		_, err := g.open(g.Spoilt(&f))
		for _, lang := range text.Languages() {
			if fault := mutatedtest.Fault(err, nil, slices.Index(text.Languages(), lang)); fault != "" {
				t.Error(fault)
			}
		}
	}
}
