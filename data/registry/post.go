package registry

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// post are the lists and packages of a school by their ids. The history alone keeps them, sealed:
// each entry holds the whole list or package as it left it, so the last one counts.
type post struct {
	lists    map[string]*data.List
	packages map[string]*data.Package
	// packageOf is the package that a list is in, by the id of the list.
	packageOf map[string]*data.Package
}

func newPost() post {
	return post{lists: map[string]*data.List{}, packages: map[string]*data.Package{}, packageOf: map[string]*data.Package{}}
}

// postKinds are the kinds of events of lists and packages.
var postKinds = []string{EventListMade, EventListChanged, EventListFinal, EventListReopened, EventListWithdrawn,
	EventPackageMade, EventPackageChanged, EventPackageClosed, EventPackageOpened, EventPackagePosted, EventPackageReceived, EventPackageDropped}

// postOf learns lists and packages from the history. An entry that is spoilt is named by the
// examination.
func postOf(ctx context.Context, l *ledger.Ledger) (post, error) {
	type entry struct {
		seq int64
		b   EventBody
	}
	last := map[string]entry{}
	for _, kind := range postKinds {
		err := eachOf(ctx, l, kind, func(e ledger.Event, b EventBody) {
			if id := postID(b); id != "" && last[id].seq < e.Seq {
				last[id] = entry{e.Seq, b}
			}
		})
		if err != nil {
			return post{}, err
		}
	}
	p := newPost()
	for _, e := range last {
		p.take(e.b)
	}
	p.join()
	return p, nil
}

func postID(b EventBody) string {
	switch {
	case b.List != nil:
		return b.List.ID
	case b.Package != nil:
		return b.Package.ID
	}
	return ""
}

// take takes what one entry tells.
func (p *post) take(b EventBody) {
	switch {
	case b.List != nil:
		p.lists[b.List.ID] = b.List
	case b.Package != nil && b.Package.Dropped != nil:
		delete(p.packages, b.Package.ID)
	case b.Package != nil:
		p.packages[b.Package.ID] = b.Package
	}
}

// join finds the package of every list.
func (p *post) join() {
	clear(p.packageOf)
	for _, pack := range p.packages {
		for _, list := range pack.Lists {
			p.packageOf[list] = pack
		}
	}
}

// trail is where the papers on a list are, nothing of one that is not live.
func (p *post) trail(list string) (t data.Trail) {
	if l := p.lists[list]; l != nil && l.Live() {
		t.List, t.Package = l, p.packageOf[list]
	}
	return t
}

// follow brings lists and packages to what a change has written. Touched are the lists whose papers
// are elsewhere by it, or may be.
func (p *post) follow(written []EventBody) (touched []string) {
	if len(written) == 0 {
		return nil
	}
	for _, b := range written {
		touched = append(touched, p.listsOf(b)...)
		p.take(b)
		touched = append(touched, p.listsOf(b)...)
	}
	p.join()
	return touched
}

// listsOf are the lists that an entry is about: those too that a package has had before.
func (p *post) listsOf(b EventBody) []string {
	switch {
	case b.List != nil:
		return []string{b.List.ID}
	case b.Package == nil:
		return nil
	}
	lists := b.Package.Lists
	if before := p.packages[b.Package.ID]; before != nil {
		lists = slices.Concat(lists, before.Lists)
	}
	return lists
}
