package campaign

import "graduand/data"

// handoutFormat is the first format that has the papers around a kit.
const handoutFormat = 3

// Copy is how the copies of documents in a kit are certified (UA-025, UA-026); without words the
// campaign has none such.
type Copy struct {
	// Words stand on each copy, Captions below the places to fill.
	Words            string `toml:"words"`
	SignatureCaption string `toml:"signature_caption"`
	NameCaption      string `toml:"name_caption"`
	DateCaption      string `toml:"date_caption"`
	Source           string `toml:"source"`
	// Documents are the scans of which the program prints copies.
	Documents []CopyDocument `toml:"document"`
}

// CopyDocument is a document of which a copy is printed, a sheet for each.
type CopyDocument struct {
	// Fields hold its scans, in the order of its sides.
	Fields []string `toml:"fields"`
	// Identity says that it is the document of [Field] document_kind, whose size is known then.
	Identity bool `toml:"identity"`
}

// SizeOf is the size in mm of the document that somebody registers with, as it lies, longer side
// first; 0 where the campaign does not know it.
func (c *Campaign) SizeOf(g *data.Graduate) (width, height float64) {
	if k := c.DocumentKind(g.Document.Kind); k != nil && len(k.SizeMM) == 2 {
		return k.SizeMM[0], k.SizeMM[1]
	}
	return 0, 0
}

// handouts judges the papers around a kit.
func (v *validator) handouts() {
	p := &v.c.Copy
	v.needs(handoutFormat, p.Words != "" || len(p.Documents) > 0)
	if len(p.Documents) > 0 {
		v.filled("copy.words", p.Words)
	}
	for i := range p.Documents {
		key := counted("copy.document", i) + ".fields"
		if len(p.Documents[i].Fields) == 0 {
			v.add(key, "empty", nil)
		}
		v.referAll(key, "field", p.Documents[i].Fields)
		for j, code := range p.Documents[i].Fields {
			if f := v.c.Field(code); f != nil && f.Kind != KindFile && f.Kind != KindFiles {
				v.add(counted(key, j), "bad_value", data.Args{"value": code, "reason": KindFile})
			}
		}
	}
	for i := range v.c.DocumentKinds {
		size := v.c.DocumentKinds[i].SizeMM
		v.needs(handoutFormat, len(size) > 0)
		if len(size) > 0 && (len(size) != 2 || size[1] <= 0 || size[0] < size[1]) {
			v.add(counted("document_kind", i)+".size_mm", "bad_value", data.Args{"value": size, "reason": "[85.6, 53.98]"})
		}
	}
}
