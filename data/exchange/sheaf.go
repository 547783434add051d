package exchange

import (
	"errors"
	"io"
)

// sheaf are the tables of a message, each row of a graduate for itself.
type sheaf struct {
	graduates  []Graduate
	subjects   []Subject
	conditions []Condition
	documents  []Document
	payments   []Payment
	packages   []Package
	receipts   []Receipt
	states     []State
}

// part is one table in a message.
type part struct {
	name     string
	rows     int
	resource resource
	write    func(io.Writer) error
	read     func(io.Reader) error
}

func partOf[R any](t *table[R], rows *[]R) part {
	fields := t.fieldsOf(*rows)
	return part{name: "data/" + t.name + ".csv", rows: len(*rows), resource: t.resource(fields),
		write: func(w io.Writer) error { return t.write(w, *rows, fields) },
		read: func(r io.Reader) (err error) {
			*rows, err = t.read(r)
			return err
		}}
}

// parts are the tables that a message of a type has, all of them, however empty.
func (s *sheaf) parts(t Type) []part {
	switch t {
	case TypeEntries, TypeAmendments:
		return []part{partOf(&graduateTable, &s.graduates), partOf(&subjectTable, &s.subjects), partOf(&conditionTable, &s.conditions),
			partOf(&documentTable, &s.documents), partOf(&paymentTable, &s.payments), partOf(&packageTable, &s.packages)}
	case TypeReceipt:
		return []part{partOf(&receiptTable, &s.receipts)}
	case TypeStatus, TypeNote:
		return []part{partOf(&stateTable, &s.states)}
	}
	return nil
}

// rows is how many there are in all tables.
func (s *sheaf) rows() int {
	return len(s.graduates) + len(s.subjects) + len(s.conditions) + len(s.documents) + len(s.payments) + len(s.packages) + len(s.receipts) + len(s.states)
}

// sheafOf lays a message out in tables.
func sheafOf(m *Message) *sheaf {
	s := &sheaf{packages: m.Packages, receipts: m.Receipts, states: m.States}
	for i := range m.Records {
		r := &m.Records[i]
		s.graduates = append(s.graduates, r.Graduate)
		s.subjects = append(s.subjects, r.Subjects...)
		s.conditions = append(s.conditions, r.Conditions...)
		s.documents = append(s.documents, r.Documents...)
		s.payments = append(s.payments, r.Payments...)
	}
	return s
}

// gather gives the message its tables back. A row of somebody who is not in graduates.csv is
// message.bad_table.
func (s *sheaf) gather(m *Message) error {
	m.Packages, m.Receipts, m.States = s.packages, s.receipts, s.states
	if len(s.graduates) > 0 {
		m.Records = make([]Record, len(s.graduates))
	}
	at := map[string]*Record{}
	for i, g := range s.graduates {
		m.Records[i].Graduate = g
		at[g.ID] = &m.Records[i]
	}
	return errors.Join(
		give(at, &subjectTable, s.subjects, func(row *Subject) string { return row.Graduate }, func(r *Record, row Subject) { r.Subjects = append(r.Subjects, row) }),
		give(at, &conditionTable, s.conditions, func(row *Condition) string { return row.Graduate }, func(r *Record, row Condition) { r.Conditions = append(r.Conditions, row) }),
		give(at, &documentTable, s.documents, func(row *Document) string { return row.Graduate }, func(r *Record, row Document) { r.Documents = append(r.Documents, row) }),
		give(at, &paymentTable, s.payments, func(row *Payment) string { return row.Graduate }, func(r *Record, row Payment) { r.Payments = append(r.Payments, row) }),
	)
}

// give gives each row to the record of its graduate.
func give[R any](at map[string]*Record, t *table[R], rows []R, graduate func(*R) string, add func(*Record, R)) error {
	for i := range rows {
		r := at[graduate(&rows[i])]
		if r == nil {
			return t.bad(i+1, "graduate", errors.New("not in graduates.csv"))
		}
		add(r, rows[i])
	}
	return nil
}
