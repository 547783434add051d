package frame

// Found is Enter in the search of a [Roll]: it opens the only one who was found, and goes to
// the rows of several. It waits for the rows that were asked for last.
type Found struct {
	roll *Roll
	open func()
	// shown is the search whose rows are shown, wanted the one whose only row is to be opened
	// when they are.
	shown, wanted string
}

// OpenFound has Enter in the search open the only row found, which is the current one then.
func (r *Roll) OpenFound(open func()) *Found {
	f := &Found{roll: r, open: open}
	r.Search.OnSubmitted = func(string) { f.onEntered() }
	return f
}

// Arrived says for which search the rows are that are shown now.
func (f *Found) Arrived(search string) {
	f.shown = search
	wanted := f.wanted
	f.wanted = ""
	if wanted != "" && wanted == f.roll.Search.Text && wanted == search {
		f.onEntered()
	}
}

func (f *Found) onEntered() {
	search := f.roll.Search.Text
	if f.shown != search {
		f.wanted = search
		return
	}
	keys := f.roll.Table.Keys()
	if len(keys) == 0 {
		return
	}
	f.roll.focusTable()
	if len(keys) == 1 && search != "" {
		f.roll.Table.MoveTo(keys[0])
		f.open()
	}
}
