// Package table is the desk for the graduates as a list: who is there and what is missing
// with whom, adding, changing and removing them, one by one or many at once, noting facts
// about them, and tables from outside that propose changes: a block of the clipboard, or a
// workbook that a class teacher has filled in.
package table

import (
	"graduand/data"
	"graduand/data/registry"
)

// Desk answers for the list of graduates of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// List returns the chosen graduates, sorted by class and then by surname in the
// campaign's alphabet. The errors are those of [registry.View.Rows].
func (d *Desk) List(f registry.Filter) ([]registry.Row, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]registry.Row, error) {
		return v.Rows(f)
	})
}

// Find returns one graduate by id.
func (d *Desk) Find(id string) (registry.Row, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (registry.Row, error) {
		g, err := v.Find(id)
		if err != nil {
			return registry.Row{}, err
		}
		return v.Row(g)
	})
}

// Classes are the classes that have graduates, in order, as a filter chooses them:
// [registry.NoClass] is among them where somebody has none.
func (d *Desk) Classes() []string {
	classes, err := registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]string, error) { return v.Classes(), nil })
	if err != nil {
		return nil
	}
	return classes
}

// Lacking are the codes of the fields that somebody lacks, in the order of the form: by each the
// list can be filtered.
func (d *Desk) Lacking() ([]string, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]string, error) { return v.Lacking() })
}

// Count is how many graduates there are, the removed ones left out.
func (d *Desk) Count() int {
	n, err := registry.Read(d.registry, registry.RightLook, func(v *registry.View) (int, error) { return v.Count(), nil })
	if err != nil {
		return 0
	}
	return n
}

// Check returns what is missing or wrong, graduate by graduate in the order of
// [Desk.List], for those that the filter chooses.
func (d *Desk) Check(f registry.Filter) ([]data.Finding, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]data.Finding, error) {
		return v.FindingsOf(f)
	})
}
