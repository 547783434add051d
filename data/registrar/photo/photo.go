// Package photo is the desk for photos and scans: what the campaign's rules say of each, what
// people answer and let pass, how each is turned and cropped, and a folder of many of them.
// The bytes themselves are put in and taken out at the desk of the form.
package photo

import "graduand/data/registry"

// Desk answers for the pictures of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// mayRegister refuses who has no right to change what people say of pictures, before anything
// is read or judged.
func (d *Desk) mayRegister() error {
	_, err := registry.Read(d.registry, registry.RightRegister, func(*registry.View) (struct{}, error) { return struct{}{}, nil })
	return err
}

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}
