package main

import "os"

// overwritten is a file that was there before a command that may write another in its place.
type overwritten struct {
	path string
	was  os.FileInfo
}

// writes keeps in mind what lies where a command is about to write, "" for nowhere: whoever types a name is not asked, as
// the dialog of the window asks, so it is told afterwards.
func (s *session) writes(paths ...string) {
	for _, path := range paths {
		was, err := os.Stat(path)
		// On Windows a file is not looked at closer before it is compared, and by then it would be the other one.
		if err == nil && was.Mode().IsRegular() && os.SameFile(was, was) {
			s.over = append(s.over, overwritten{path, was})
		}
	}
}

// tellReplaced says which files are others now than before the command. Every file is written beside its place and
// put there when it is whole, so a file that was replaced is not the same one.
func (s *session) tellReplaced() {
	for _, o := range s.over {
		if is, err := os.Stat(o.path); err == nil && !os.SameFile(o.was, is) {
			s.note("cli.replaced", map[string]any{"file": o.path})
		}
	}
}
