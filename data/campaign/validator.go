package campaign

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"graduand/data"
)

// codePattern is what a code looks like: it stands in lists with commas, in
// «subject:level» and in the ids of texts.
var codePattern = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)

// validator gathers what is wrong; known are the codes by the table they stand in.
type validator struct {
	c     *Campaign
	where *outline
	known map[string]map[string]bool
	terms terms
	wrong []*data.Error
	// costs are those of the terms by their words, expressionCosts those of all expressions;
	// parts and steps are what the whole file has taken: see [costs].
	costs, expressionCosts map[string]costs
	parts, steps           int
}

func (v *validator) add(key, reason string, args data.Args) {
	v.wrong = append(v.wrong, refuse(v.where, key, reason, args).(*data.Error))
}

// addWith is add that keeps the cause for the log.
func (v *validator) addWith(cause error, key, reason string, args data.Args) {
	v.add(key, reason, args)
	v.wrong[len(v.wrong)-1].Err = cause
}

func (v *validator) filled(key, text string) {
	if strings.TrimSpace(text) == "" {
		v.add(key, "empty", nil)
	}
}

func (v *validator) oneOf(key, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		v.add(key, "bad_value", data.Args{"value": value, "reason": strings.Join(allowed, ", ")})
	}
}

// optional is oneOf for a value that may be left out.
func (v *validator) optional(key, value string, allowed ...string) {
	if value != "" {
		v.oneOf(key, value, allowed...)
	}
}

func (v *validator) notNegative(key string, n int) {
	if n < 0 {
		v.add(key, "bad_value", data.Args{"value": n, "reason": ">= 0"})
	}
}

// atLeast judges an upper bound; 0 is no bound.
func (v *validator) atLeast(key string, n, minimum int) {
	if n != 0 && n < minimum {
		v.add(key, "bad_value", data.Args{"value": n, "reason": minimum})
	}
}

// needs asks for the first format that has what the file uses: an older program would take
// the file for one of its own and then refuse it for a key that it does not know.
func (v *validator) needs(format int, used bool) {
	if used && v.c.Format < format {
		v.add("format", "bad_value", data.Args{"value": v.c.Format, "reason": format})
	}
}

// refer asks that code stands in a table; an empty code refers to nothing.
func (v *validator) refer(key, table, code string) {
	if code != "" && !v.known[table][code] {
		v.add(key, "unknown_code", data.Args{"value": code, "reason": table})
	}
}

func (v *validator) referAll(key, table string, codes []string) {
	for i, code := range codes {
		if code == "" {
			v.add(counted(key, i), "empty", nil)
		}
		v.refer(counted(key, i), table, code)
	}
}

// counted is the path of the entry i (from zero) of a list.
func counted(key string, i int) string { return fmt.Sprintf("%s[%d]", key, i+1) }

// entries judges a table: codes that are codes, each only once, none without words.
func entries[T any](v *validator, table string, list []T, words string, get func(*T) (code, text string)) {
	known := map[string]bool{}
	for i := range list {
		key := counted(table, i)
		code, text := get(&list[i])
		v.code(key+".code", code, known)
		v.filled(key+"."+words, text)
	}
	v.known[table] = known
}

func (v *validator) code(key, code string, known map[string]bool) {
	switch {
	case code == "":
		v.add(key, "empty", nil)
	case !codePattern.MatchString(code):
		v.add(key, "bad_code", data.Args{"value": code})
	case known[code]:
		v.add(key, "duplicate_code", data.Args{"value": code})
	}
	known[code] = true
}

// CardLayouts are the layouts of the card that the program can print.
func CardLayouts() []string { return []string{"statement-card", "form-card"} }

// ListLayouts are the layouts of the list that the program can print.
func ListLayouts() []string { return []string{"attestation-list"} }

// Capabilities are what a campaign can switch on.
func Capabilities() []string {
	return []string{"accesses", "payments", "lists", "post", "envelopes"}
}

// DemoPeople are the stocks of invented names.
func DemoPeople() []string { return []string{"ukrainian", "kyrgyz"} }

// Severities are those of findings.
func Severities() []string {
	return []string{string(data.SeverityError), string(data.SeverityWarning), string(data.SeverityConfirm)}
}
