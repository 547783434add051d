package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/workbook"
)

// codeNames are the names of the codes of one field, squeezed and word by word.
type codeNames struct {
	exact map[string]string
	words []codeWords
}

type codeWords struct {
	code  string
	words []string
}

func compileCodes(fields map[string]map[string][]string) map[string]*codeNames {
	ready := make(map[string]*codeNames, len(fields))
	for field, codes := range fields {
		names := &codeNames{exact: map[string]string{}}
		for code, spellings := range codes {
			for _, name := range append([]string{code}, spellings...) {
				names.exact[squeeze(name)] = code
				names.words = append(names.words, codeWords{code, squeezedWords(name)})
			}
		}
		ready[field] = names
	}
	return ready
}

// find reads one name: as it is, or as the only one whose words begin with those of
// the text, «укр мова».
func (n *codeNames) find(s string) (string, bool) {
	if code, known := n.exact[squeeze(s)]; known {
		return code, true
	}
	said, found := squeezedWords(s), ""
	for _, name := range n.words {
		if len(said) == 0 || !abbreviates(said, name.words) || found == name.code {
			continue
		}
		if found != "" {
			return "", false
		}
		found = name.code
	}
	return found, found != ""
}

func abbreviates(short, long []string) bool {
	if len(short) > len(long) {
		return false
	}
	for i := range short {
		if !strings.HasPrefix(long[i], short[i]) {
			return false
		}
	}
	return true
}

var betweenCodes = pattern.New(`[,;\n/+]+`)

// code fills a field of codes with those that the cell names; a name that is none of
// them is left out and said.
func (r *reader) code(c Column, value string, names *codeNames) {
	if absent(value) {
		return
	}
	if code, known := names.find(value); known {
		r.codesOf(c.Field, code)
		return
	}
	var codes, named []string
	for _, piece := range betweenCodes.Split(value, workbook.MaxColumns) {
		if piece = strings.TrimSpace(piece); piece == "" {
			continue
		}
		code, known := names.find(piece)
		if !known {
			r.problem(c, piece, "unknown_code", data.SeverityWarning, nil)
		} else if !slices.Contains(codes, code) {
			codes, named = append(codes, code), append(named, piece)
		}
	}
	if len(codes) > 1 && r.rules.One[c.Field] {
		r.unsure(c, value, "one_code", data.Args{"first": named[0]}, named)
		codes = codes[:1]
	}
	r.codesOf(c.Field, strings.Join(codes, ","))
}

// codesOf writes a list of codes; the marks among the subjects wait until these are
// known.
func (r *reader) codesOf(field, codes string) {
	if field == data.FieldAttestation {
		r.attestation = codes
		return
	}
	r.row.Graduate.Set(field, codes)
}
