package exchange

import (
	"encoding/json"
	"fmt"
)

// The parts of a datapackage.json (Frictionless Data Package 1, Table Schema 1) that we write. A
// pattern stands in the schema with its anchors, since not every reader takes it for the whole cell.
type dataPackage struct {
	Profile   string     `json:"profile"`
	Name      string     `json:"name"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Profile  string      `json:"profile"`
	Name     string      `json:"name"`
	Path     string      `json:"path"`
	About    string      `json:"description,omitempty"`
	Format   string      `json:"format"`
	Media    string      `json:"mediatype"`
	Encoding string      `json:"encoding"`
	Schema   tableSchema `json:"schema"`
}

type tableSchema struct {
	Fields     []fieldSchema `json:"fields"`
	PrimaryKey []string      `json:"primaryKey,omitempty"`
	Foreign    []foreignKey  `json:"foreignKeys,omitempty"`
	Missing    []string      `json:"missingValues"`
}

type fieldSchema struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	About       string       `json:"description,omitempty"`
	True        []string     `json:"trueValues,omitempty"`
	False       []string     `json:"falseValues,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    string    `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

// resource describes a table with the fields that it has in a message.
func (t *table[R]) resource(fields []string) resource {
	s := tableSchema{PrimaryKey: t.key, Missing: []string{""}}
	for i := range t.columns {
		s.Fields = append(s.Fields, t.columns[i].schema())
	}
	for _, field := range fields {
		s.Fields = append(s.Fields, fieldSchema{Name: fieldPrefix + field, Type: "string", About: "a field of the campaign's form"})
	}
	if t.graduate {
		s.Foreign = []foreignKey{{"graduate", reference{graduateTable.name, "id"}}}
	}
	return resource{Profile: "tabular-data-resource", Name: t.name, Path: t.name + ".csv", About: t.about,
		Format: "csv", Media: "text/csv", Encoding: "utf-8", Schema: s}
}

// schema describes a column. Boolean and integer constraints are of the type, so that a pattern
// stands with texts and days alone.
func (c *Column) schema() fieldSchema {
	s := fieldSchema{Name: c.Name, Type: c.Type, About: c.About}
	has := constraints{Required: c.Required}
	switch c.Type {
	case "boolean":
		s.True, s.False = []string{"true"}, []string{"false"}
	case "string":
		has.Enum = c.Enum
		if c.Pattern != "" {
			has.Pattern = "^(" + c.Pattern + ")$"
		}
	}
	if has.Required || has.Pattern != "" || has.Enum != nil {
		s.Constraints = &has
	}
	return s
}

func encodeDataPackage(name string, resources []resource) ([]byte, error) {
	text, err := json.MarshalIndent(dataPackage{"tabular-data-package", name, resources}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode datapackage.json: %w", err)
	}
	return append(text, '\n'), nil
}
