// Package field are the inputs of a form: one for each kind of field, with its title, its
// hint, what was refused and what was found under it. An input saves itself: when it is
// left, on Enter, after a pause, and at every tick and choice.
package field
