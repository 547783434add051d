package campaign

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"graduand/data"
)

// repeated is a text for each number below n.
func repeated(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// within loads a file and wants an answer in a time and in a memory that a PC has.
func within(t *testing.T, source, code string) *data.Error {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	_, err := Load([]byte(source), "1.0")
	took := time.Since(began)
	runtime.ReadMemStats(&after)
	t.Logf("%d KB: %d MB in %s", len(source)>>10, (after.TotalAlloc-before.TotalAlloc)>>20, took)
	if data.CodeOf(err) != code || err != nil && code == "" {
		t.Errorf("got %.200v, want %q", err, code)
	}
	if took > 10*time.Second || after.Sys > 400<<20 {
		t.Errorf("%s, %d MB of the system", took, after.Sys>>20)
	}
	refused, _ := err.(*data.Error)
	if refused != nil {
		for name, value := range refused.Args {
			if data.LongerThan(fmt.Sprint(value), 121) {
				t.Errorf("%s has %d letters", name, len(fmt.Sprint(value)))
			}
		}
	}
	return refused
}

// Attacks fault 20 and §4: 20,000 unknown tables took 58 s, lists grew by their square, and
// the sentence quoted an expression of 500 KB.
func TestCampaignFilesAreBounded(t *testing.T) {
	steppe := steppe(t)
	for _, c := range []struct{ name, source, code, key string }{
		{"20,000 unknown tables", steppe + strings.Repeat("\n[[stepz]]", 20_000), "campaign.too_many", "stepz"},
		{"20,000 unknown tables of names of their own", steppe + repeated(20_000, "\n[stepz%d]"), "campaign.unknown_key", "stepz0"},
		{"20,000 unknown keys", repeated(20_000, "zz%d = 1\n") + steppe, "campaign.unknown_key", "zz0"},
		{"20,000 entries of a table", steppe + strings.Repeat("\n[[subject]]", 20_000), "campaign.too_many", "subject"},
		{"20,000 fields, few in each step", steppe + strings.Repeat("\n[[step]]\n[[step.field]]", 20_000), "campaign.too_many", "step["},
		{"20,000 entries in one line", "subject = [" + strings.Repeat("{},", 20_000) + "]\n" + steppe, "campaign.too_many", "subject"},
		{"a list of 200,000 lines", steppe + "\n[roster.headers]\nclass = [" + strings.Repeat("'a',\n", 200_000) + "]", "", ""},
		{"arrays 9,000 deep", "zz = " + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "\n" + steppe, "campaign.unknown_key", "zz"},
		{"a key of 400,000 parts", "zz" + strings.Repeat(".a", 400_000) + " = 1\n" + steppe, "campaign.too_deep", ""},
		{"a table of 400,000 parts", steppe + "\n[zz" + strings.Repeat(".a", 400_000) + "]", "campaign.too_deep", ""},
		{"50,000 sentences", steppe + "\n[texts.uk]\n" + repeated(50_000, "a%d='x'\n"), "campaign.too_many", "texts.uk"},
		{"a key of 500 KB", strings.Repeat("z", 500_000) + " = 1\n" + steppe, "campaign.unknown_key", ""},
		{"a file of 2 MB", steppe + strings.Repeat("# \n", 700_000), "campaign.too_large", ""},
		{"500 fields that may hold any of 500 subjects", steppe + repeated(400, "\n[[subject]]\ncode='s%[1]d'\ntitle='s'\n") + "\n[[step]]\ncode='more'\ntitle='more'\n" +
			repeated(400, "\n[[step.field]]\ncode='f%[1]d'\ntitle='f'\nkind='subjects'\n"), "", ""},
		{"a control sign", strings.Replace(steppe, "short_title = \"", "short_title = \"\\u001b[31m", 1), "campaign.bad_letters", "short_title"},
		{"a sign that turns the direction", strings.Replace(steppe, "short_title = \"", "short_title = \"\u202e", 1), "campaign.bad_letters", "short_title"},
		{"a control sign in a key", steppe + "\n[texts.uk]\n\"a\\u001b\" = 'x'", "campaign.bad_letters", ""},
	} {
		t.Run("§4 "+c.name, func(t *testing.T) {
			refused := within(t, c.source, c.code)
			if refused != nil && c.key != "" && !strings.HasPrefix(fmt.Sprint(refused.Args["key"]), c.key) {
				t.Errorf("told of %v", refused.Args["key"])
			}
		})
	}
}

// Attacks §4: 26 bombs in «locked»; those that ran without an end were not among them.
func TestExpressionsAreBounded(t *testing.T) {
	steppe := strings.Replace(steppe(t), "format = 1", "format = 2", 1)
	lets := `let a0 = "xxxxxxxxxx"; ` + repeated(40, "let a%[1]d1 = a0 + a0; ") + `a01 == ""`
	numbers := strings.TrimSuffix(strings.Repeat("1,", 300), ",")
	for _, c := range []struct{ name, expression, code string }{
		{"a loop in loops over lists of the file", "any([" + numbers + "], any([" + numbers + "], any([" + numbers + "], # == 2)))", "campaign.bad_expression"},
		{"a loop in a loop", `any(marks, any(subjects, # == "x"))`, "campaign.bad_expression"},
		{"a loop of a term in a loop", `any(marks, bomb)`, "campaign.bad_expression"},
		{"a range", `any(1..100000, # == 2)`, "campaign.bad_expression"},
		{"a text that doubles in a loop", `reduce([1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34], #acc + #acc, "xx") == ""`, "campaign.bad_expression"},
		{"a text that doubles by names", lets, "campaign.bad_expression"},
		{"a text repeated", `repeat("x", 999999) == ""`, "campaign.bad_expression"},
		{"lists put together", `len(concat(marks, marks)) > 0`, "campaign.bad_expression"},
		{"500 KB", strings.Repeat("x", 500_000), "campaign.too_costly"},
		{"500 KB of a text", `"` + strings.Repeat("x", 500_000) + `" == ""`, "campaign.too_costly"},
		{"100,000 brackets", strings.Repeat("(", 100_000) + "true" + strings.Repeat(")", 100_000), "campaign.too_costly"},
		{"100,000 times not", strings.Repeat("not ", 100_000) + "true", "campaign.too_costly"},
		{"30,000 parts", strings.Repeat("true or ", 30_000) + "true", "campaign.too_costly"},
		{"1,200 parts", strings.Repeat("!", 1200) + "true", "campaign.too_costly"},
		{"a term 60 times", strings.Repeat("large or ", 60) + "large", "campaign.too_costly"},
		{"a pattern of 60,000 steps", `surname matches "` + strings.Repeat("a{1000}", 60) + `"`, "campaign.too_costly"},
		{"a loop after another", `len(filter(filter(marks, # != ""), len(#) > 2)) > 900`, ""},
	} {
		t.Run("§4 "+c.name, func(t *testing.T) {
			terms := "\n[[term]]\ncode='bomb'\nwhen='any(subjects, # == \"\")'\n[[term]]\ncode='large'\nwhen='" + strings.Repeat("true or ", 20) + "true'\n"
			rule := "\n[[rule]]\ncode='bomb_rule'\nmessage='x'\nseverity='error'\nwhen='''" + c.expression + "'''\n"
			within(t, steppe+terms+rule, c.code)
		})
	}
	t.Run("§4 many that are small", func(t *testing.T) {
		large := "\n[[term]]\ncode='large'\nwhen='" + strings.Repeat("true or ", 240) + "true'\n"
		within(t, steppe+large+repeated(450, "\n[[rule]]\ncode='r%[1]d'\nmessage='x'\nseverity='error'\nwhen='large or %[1]d > 9'\n"), "campaign.too_costly")
	})
	t.Run("§4 patterns of fields", func(t *testing.T) {
		within(t, steppe+repeated(300, "\n[[step.field]]\ncode='f%[1]d'\ntitle='f'\nkind='text'\npattern='(a{900}|b)%[1]d'\n"), "campaign.too_costly")
	})
}
